package dev.easel.judging;

/// What came of asking an evaluator.
public sealed interface Asking {

    /// It thinks about it; `ticket` is what it calls the question.
    record Taken(String ticket) implements Asking {}

    /// It will not or could not look; the reason is for operators.
    record Declined(String reason) implements Asking {}
}
