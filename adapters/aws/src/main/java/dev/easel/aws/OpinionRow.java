package dev.easel.aws;

import dev.easel.judging.Decision;
import dev.easel.judging.Feedback;
import dev.easel.judging.Judge;

/// What people think of an evaluation, as it is kept at its head.
final class OpinionRow {

    private OpinionRow() {}

    static RowBuilder write(Feedback feedback) {
        return new RowBuilder()
                .text("judge", feedback.judge().wire())
                .flag("agrees", feedback.agrees())
                .text("comment", feedback.comment())
                .instant("at", feedback.at());
    }

    static Feedback readFeedback(Row row) {
        return new Feedback(
                Judge.of(row.text("judge")).orElseThrow(),
                row.flag("agrees"),
                row.maybeText("comment").orElse(null),
                row.instant("at"));
    }

    static RowBuilder write(Decision decision) {
        return new RowBuilder()
                .flag("accepted", decision.accepted())
                .text("note", decision.note())
                .instant("at", decision.at());
    }

    static Decision readDecision(Row row) {
        return new Decision(
                row.flag("accepted"), row.maybeText("note").orElse(null), row.instant("at"));
    }
}
