package dev.easel.parking;

import dev.easel.generation.Generation;

import java.time.Instant;

/// Sends generations ahead of everybody else's, past the limits of callers and within a budget of
/// their own. A port.
public interface Canaries {

    /// What came of sending one.
    sealed interface Start {

        /// It exists, is paid for out of the budget, and is the workflow's newest.
        record Started() implements Start {}

        /// The day has had its canaries.
        record BudgetSpent() implements Start {}

        /// The workflow is not parked as it was seen any more, or has another canary by now.
        record Overtaken() implements Start {}
    }

    /// Writes a canary: the generation, the budget and the parked workflow in one transaction, so that
    /// nobody who stops on the way leaves a canary that was not counted, or one counted that is not
    /// there.
    ///
    /// @param parked as it was read
    Start start(Parked.ByItself parked, Generation canary, Instant now);
}
