package dev.easel.generation;

/// What is still to be learned about a job that ended for us before it ended at the provider: whether
/// it was billed.
///
/// @param ticket what the provider calls the job
/// @param polls the questions that were due since; before the first, nobody has been told of the end
public record Settling(String ticket, int polls) {

    public static Settling of(String ticket) {
        return new Settling(ticket, 0);
    }

    Settling next() {
        return new Settling(ticket, polls + 1);
    }
}
