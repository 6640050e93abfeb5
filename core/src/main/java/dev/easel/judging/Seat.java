package dev.easel.judging;

import java.time.Instant;

/// One judge's place in one evaluation.
public sealed interface Seat {

    Judge judge();

    /// It is about to be asked about what it is lent. Written before the asking, so that whoever asks
    /// again puts the same question.
    record Starting(Judge judge, Instant at, Lent lent) implements Seat {}

    /// It was asked and is thinking; `ticket` is what it calls our question.
    record Asked(Judge judge, String ticket) implements Seat {}

    /// It has answered, or abstained. Never changes again.
    ///
    /// @param account where the answer came from and what it cost
    /// @param at when it was kept
    record Answered(Finding finding, Account account, Instant at) implements Seat {
        @Override
        public Judge judge() {
            return finding.judge();
        }
    }
}
