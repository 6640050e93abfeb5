package dev.easel.fetch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// The file that a body is written to, while it is counted.
final class Landing {

    private static final int BLOCK_BYTES = 16 * 1024;

    private final Path file;
    private final long bytesMax;
    private @Nullable OutputStream out;
    private boolean aborted;

    Landing(Path file, long bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
    }

    /// How many bytes came; empty if they were more than allowed, and then the rest is not read. An
    /// [IOException] is the other side's. Our own disk's is thrown unchecked, for nobody expects it.
    OptionalLong receive(InputStream body) throws IOException {
        open();
        var block = new byte[BLOCK_BYTES];
        long bytes = 0;
        for (int read = body.read(block); read >= 0; read = body.read(block)) {
            bytes += read;
            if (bytes > bytesMax) {
                return OptionalLong.empty();
            }
            write(block, read);
        }
        close();
        return OptionalLong.of(bytes);
    }

    /// Nothing is written from here on, however late something arrives.
    synchronized void abort() {
        aborted = true;
        close();
    }

    private synchronized void open() {
        try {
            if (!aborted) {
                out = Files.newOutputStream(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(byte[] block, int length) {
        try {
            if (out != null) {
                out.write(block, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out = null;
        }
    }
}
