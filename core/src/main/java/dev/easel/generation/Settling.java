package dev.easel.generation;

import java.time.Duration;

/// What is still to be learned about a job that ended for us before it ended at the provider: whether
/// it was billed.
///
/// @param ticket what the provider calls the job
/// @param polls the questions that were due since; before the first, nobody has been told of the end
public record Settling(String ticket, int polls) {

    /// How long after the generation's deadline it is asked after.
    public static final Duration MOST = Duration.ofHours(1);

    public static Settling of(String ticket) {
        return new Settling(ticket, 0);
    }

    Settling next() {
        return new Settling(ticket, polls + 1);
    }
}
