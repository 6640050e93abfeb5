package dev.easel.fetch;

import java.nio.file.Path;

/// What came of a download.
public sealed interface Fetched {

    /// All of it is in `file`.
    ///
    /// @param declaredType the Content-Type as the other side wrote it, which proves nothing; empty
    /// when it wrote none
    record Arrived(Path file, long bytes, String declaredType) implements Fetched {}

    /// Nothing is left behind: what had arrived is deleted.
    record Failed(Reason reason) implements Fetched {}
}
