package dev.easel.fetch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/// The connection of a download, to be cut by whoever watches the clock. A time-out of the socket
/// would count from each byte to the next, and a drip would never end.
final class Line {

    private @Nullable Socket held;
    private boolean cut;

    /// Takes the place of the connection before, which is closed.
    synchronized Socket hold(Socket socket) throws IOException {
        close();
        held = socket;
        if (cut) {
            close();
            throw new SocketException("cut off");
        }
        return socket;
    }

    /// Ends whatever is read or written, and every connection to come.
    synchronized void cut() {
        cut = true;
        close();
    }

    /// The plain socket, without a farewell: the other side may not be listening any more.
    private void close() {
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held = null;
        }
    }
}
