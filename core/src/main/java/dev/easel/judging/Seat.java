package dev.easel.judging;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One judge's place in one evaluation.
public sealed interface Seat {

    Judge judge();

    /// It is about to be asked about what it is lent. Written before the asking, so that whoever asks
    /// again puts the same question.
    ///
    /// @param at when it was to be asked first
    record Starting(Judge judge, Instant at, Lent lent) implements Seat {}

    /// It was asked and is thinking; `ticket` is what it calls our question.
    record Asked(Judge judge, String ticket) implements Seat {}

    /// It has answered, or abstained. Never changes again.
    ///
    /// @param account where the answer came from and what it cost
    /// @param askedAt when it was to be asked first; those who look at pixels begin together, when the
    ///     pictures are fetched; absent where nobody came to ask it
    /// @param at when it was kept
    record Answered(Finding finding, Account account, @Nullable Instant askedAt, Instant at)
            implements Seat {
        @Override
        public Judge judge() {
            return finding.judge();
        }
    }
}
