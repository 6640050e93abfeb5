package dev.easel.judging;

/// What came of asking an evaluator.
public sealed interface Asking {

    /// It thinks about it; `ticket` is what it calls the question.
    record Taken(String ticket) implements Asking {}

    /// It answered at once.
    record Answered(Finding finding, Account account) implements Asking {}

    /// It could not be reached, or has no time now; asking again may help, and costs nothing. The
    /// reason is for operators.
    record Later(String reason) implements Asking {}

    /// It will not look; the reason is for operators.
    record Declined(String reason) implements Asking {}
}
