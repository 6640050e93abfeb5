package dev.easel.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects to hosts that are on the public internet. A name is resolved once, and what was checked
/// is what is dialled: a name server that answers otherwise the next time is not asked again.
final class Dialer {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Network network;
    private final boolean namesGuarded;
    private final boolean socketsGuarded;
    private final SSLSocketFactory tls;

    Dialer() {
        this(Network.REAL, true, true, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// For tests: each of the two guards has to hold alone, and without both the tests have to see it.
    Dialer(Network network, boolean namesGuarded, boolean socketsGuarded, SSLSocketFactory tls) {
        this.network = network;
        this.namesGuarded = namesGuarded;
        this.socketsGuarded = socketsGuarded;
        this.tls = tls;
    }

    /// A connection over which the target may be spoken to, in the clear or not, as it says.
    ///
    /// @param line is told of the socket before it connects, so that it can be cut from outside
    Socket dial(Target target, Line line) throws IOException {
        return secured(target, connected(addresses(target.host()), target.port(), line));
    }

    /// The same for an origin of this very machine, which a setting names.
    Socket dialOwn(Target target, Line line) throws IOException {
        var host = target.host();
        var literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var address = InetAddress.getByName(literal);
        if (!address.isLoopbackAddress()) {
            throw new NotAllowedException("not this machine");
        }
        var socket = line.hold(new Socket());
        connect(socket, address, target.port());
        return socket;
    }

    /// One address that is not public is enough to refuse all of them: it would be the one that a
    /// second try takes.
    private InetAddress[] addresses(String host) throws IOException {
        var addresses = network.resolve(host);
        if (namesGuarded && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new NotAllowedException("a name that leads to no public address");
        }
        return addresses;
    }

    private Socket connected(InetAddress[] addresses, int port, Line line) throws IOException {
        IOException failure = new ConnectException("no address");
        for (var address : addresses) {
            try {
                var socket = line.hold(new PublicSocket(network, socketsGuarded));
                connect(socket, address, port);
                return socket;
            } catch (NotAllowedException e) {
                throw e;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static void connect(Socket socket, InetAddress address, int port) throws IOException {
        socket.connect(
                new InetSocketAddress(address, port), Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        socket.setTcpNoDelay(true);
    }

    /// The certificate has to be the name's, not the address's.
    private Socket secured(Target target, Socket socket) throws IOException {
        if (!target.isSecure()) {
            return socket;
        }
        var secure = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
