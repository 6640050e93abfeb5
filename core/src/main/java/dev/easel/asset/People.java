package dev.easel.asset;

import java.util.function.Supplier;

/// Looks at a photo for people. A port.
public interface People {

    /// Never fails: who cannot tell, or not in time, says [Presence#UNKNOWN].
    ///
    /// @param jpeg the photo, small, made only if it is looked at
    Presence in(Supplier<byte[]> jpeg);
}
