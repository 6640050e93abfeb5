package dev.easel.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/// What lies outside: names and wires. Tests lay their own.
interface Network {

    /// The real one.
    Network REAL =
            new Network() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    return InetAddress.getAllByName(host);
                }

                @Override
                public InetSocketAddress route(InetSocketAddress address) {
                    return address;
                }
            };

    /// All addresses of a name.
    InetAddress[] resolve(String host) throws UnknownHostException;

    /// Where a connection to this address ends up: there.
    InetSocketAddress route(InetSocketAddress address);
}
