package dev.easel.emulator;

import java.net.URI;

/// A service that listens on 127.0.0.1 until it is closed.
public interface Emulator extends AutoCloseable {

    URI uri();

    /// Frees the port and the threads. Closing twice does nothing more.
    @Override
    void close();
}
