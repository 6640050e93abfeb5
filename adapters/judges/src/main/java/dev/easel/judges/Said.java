package dev.easel.judges;

import dev.easel.judging.Account;

/// What came back from a chat service. The reasons are for operators.
sealed interface Said {

    /// Words. Whether they are an answer is another question.
    record Text(String text, Account usage) implements Said {}

    /// It will not look at these pictures.
    record Refused(String reason, Account usage) implements Said {}

    /// Something came that is no answer, or nothing came at all: it may have been paid for, so it is
    /// not asked again.
    record Nothing(String reason, Account usage) implements Said {}

    /// It did nothing, and may be asked again.
    record Busy(String reason) implements Said {}

    /// It did nothing, and will not.
    record Declined(String reason) implements Said {}
}
