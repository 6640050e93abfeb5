package dev.easel.reliability;

import java.util.List;

/// How one aspect of a series goes. What speaks for a change is kept for each [Gauge] of its [Norm], in
/// the same order.
public sealed interface Phase {

    /// As usual, as far as anybody can tell.
    ///
    /// @param doubts what speaks against it
    record Steady(List<Cusum> doubts) implements Phase {
        public Steady {
            doubts = List.copyOf(doubts);
        }
    }

    /// Worse than usual.
    ///
    /// @param hopes what speaks for it that it is as usual again
    record Worse(Incident incident, List<Cusum> hopes) implements Phase {
        public Worse {
            hopes = List.copyOf(hopes);
        }
    }
}
