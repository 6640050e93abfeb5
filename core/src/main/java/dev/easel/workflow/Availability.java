package dev.easel.workflow;

/// Whether a workflow is open to people.
public sealed interface Availability {

    /// It can be run.
    record Available() implements Availability {}

    /// It is shown, but cannot be run yet; the notice says why in a person's words.
    record ComingSoon(String notice) implements Availability {}

    /// It can be run at other times: it rests. The notice says why in a person's words.
    record Parked(String notice) implements Availability {}
}
