package dev.easel.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/// A socket that connects to public addresses alone, whoever told it to and however they came to it:
/// the last gate, and the only one that sees what is dialled.
final class PublicSocket extends Socket {

    private final Network network;
    private final boolean guarded;

    PublicSocket(Network network, boolean guarded) {
        this.network = network;
        this.guarded = guarded;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
            throw new NotAllowedException("not an address to connect to");
        }
        if (guarded && !PublicAddress.is(address.getAddress())) {
            throw new NotAllowedException("a connection to no public address");
        }
        super.connect(network.route(address), timeoutMillis);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }
}
