package dev.easel.routing;

import java.time.Instant;
import java.util.Optional;

/// What was learned of how providers want to be asked, and how they answer. A port; shared by all
/// functions, so that one learns for all, and forgotten after a while, so that a change that was taken
/// back is found, too.
public interface Contracts {

    /// The contract that worked when the usual one did not; empty while nothing was learned.
    Optional<String> preferred(Candidate candidate, Instant now);

    /// Remembers the contract that worked. True when this call changed what is remembered, which is so
    /// for one of many that learn the same at once.
    boolean prefer(Candidate candidate, String contract, Instant now);

    /// Remembers in which shape an answer came. Answers the shape before it, if this call changed
    /// what is remembered.
    Optional<String> reshape(Candidate candidate, String shape, Instant now);
}
