package dev.easel.judging;

/// What an evaluator says when it is asked whether it is done.
public sealed interface Opinion {

    /// Still thinking, or out of reach for now.
    record Pending() implements Opinion {}

    /// Done. The finding may be an abstention: an evaluator that gave no verdict has not judged.
    record Given(Finding finding, Account account) implements Opinion {
        /// From who tells nothing else.
        public Given(Finding finding) {
            this(finding, Account.NONE);
        }
    }
}
