package dev.easel.door;

import dev.easel.failure.Billed;

import java.time.Duration;

/// What is counted in operation. Few kinds, each with few values: every combination of dimensions
/// is a metric that is paid for.
public sealed interface Fact {

    /// An answer of the API.
    ///
    /// @param route its key, such as `GET /v1/generations/{id}`
    record Request(String route, int status, Duration took) implements Fact {}

    /// A decision about an order.
    ///
    /// @param outcome `admitted`, `replayed`, `key_reused`, ...
    record Admission(String outcome) implements Fact {}

    /// A submit to a provider has ended.
    ///
    /// @param outcome `succeeded`, or the class of the failure
    record Attempt(String provider, String outcome, Billed billed, Duration took) implements Fact {}

    /// A generation's status is terminal.
    ///
    /// @param outcome the status, such as `failed`
    /// @param took since it was admitted
    record Generation(String outcome, Duration took) implements Fact {}

    /// An evaluation has ended.
    ///
    /// @param took since its hand-over by the worker
    record Verdict(String verdict, Duration took) implements Fact {}

    /// Overdue work was sent again.
    record Sweep(int generations, int evaluations) implements Fact {}

    /// A message or a tick could not be handled.
    record Mishap() implements Fact {}

    /// The benchmark has fired.
    ///
    /// @param runs how many it made: of those that nobody is called in, too, for want of a key or money;
    ///     not of those that another fire has
    record Fire(int runs) implements Fact {}

    /// Somebody looked whether providers got worse.
    ///
    /// @param degraded how many of them are
    record Watch(int degraded) implements Fact {}

    /// A provider is asked once more, for a failure of this class.
    record Retry(String provider, String failure) implements Fact {}
}
