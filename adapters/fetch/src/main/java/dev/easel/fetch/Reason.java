package dev.easel.fetch;

import java.time.Duration;

/// Why a download failed. For operators: none of them holds an address, but a caller who learns
/// them could still map a network with them.
public sealed interface Reason {

    /// It declared or sent more than the cap.
    record TooLarge(long bytesMax) implements Reason {}

    /// The time was up, however busily it dripped.
    record TooSlow(Duration timeMax) implements Reason {}

    /// It answered, and not with 2xx. A signed link that has died reads 403.
    record Refused(int status) implements Reason {}

    /// No answer came at all.
    record Unreachable(String why) implements Reason {}

    /// We do not go there.
    ///
    /// @param why told by the address's spelling or by where its name leads, never naming either
    record NotAllowed(String why) implements Reason {}

    /// It is a public host, and not one of those that a list allows.
    record NotListed() implements Reason {}

    /// It broke off before the end.
    record CutShort() implements Reason {}

    /// It came compressed, though we asked for it plain: a bomb could hide in it, and the caps
    /// count what arrives.
    record Encoded(String encoding) implements Reason {}
}
