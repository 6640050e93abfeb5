package dev.easel.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file for as long as a block takes: an instance's disk is small, and outlives the call.
///
/// @param path an empty file of its own
public record TemporaryFile(Path path) implements AutoCloseable {

    /// Makes one whose name begins so.
    public static TemporaryFile named(String prefix) {
        try {
            return new TemporaryFile(Files.createTempFile(prefix, ".bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
