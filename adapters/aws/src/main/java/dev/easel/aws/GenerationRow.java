package dev.easel.aws;

import dev.easel.failure.Warning;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Guard;
import dev.easel.generation.Settling;
import dev.easel.generation.State;
import dev.easel.id.AttemptId;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;
import dev.easel.routing.Try;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A generation as it is kept in its table.
final class GenerationRow {

    /// Whose presence says that somebody wants it stopped.
    static final String CANCEL_REQUESTED = "cancel_requested";

    /// Present while a job that ended for us may still be billed.
    static final String SETTLING = "settling";

    /// Whose presence says that nobody asked for it.
    private static final String CANARY = "canary";

    /// How many children of a package have not ended.
    static final String OPEN_CHILDREN = "open_children";

    private GenerationRow() {}

    /// The whole item.
    static Map<String, AttributeValue> write(Generation generation) {
        var parent = generation.parent();
        var item =
                new HashMap<>(
                        new RowBuilder()
                                .text("id", generation.id().value())
                                .text("parent", parent == null ? null : parent.value())
                                .row("order", generation.order(), OrderRow::write)
                                .text("correlation", generation.correlation())
                                .number("step", generation.step())
                                .instant("created_at", generation.createdAt())
                                .instant("deadline_at", generation.deadlineAt())
                                .text(OpenIndex.OPEN, OpenIndex.part(generation.id()))
                                .build());
        if (generation.canary()) {
            item.put(CANARY, AttributeValue.fromBool(true));
        }
        item.putAll(progress(generation));
        if (generation.state() instanceof State.Gathering(_, int open)) {
            item.put(OPEN_CHILDREN, AttributeValue.fromN(Integer.toString(open)));
        }
        return item;
    }

    /// The attributes that a step may change. Whether it is open is another matter: it stays so until
    /// its end has been told.
    static Map<String, AttributeValue> progress(Generation generation) {
        var evaluation = generation.evaluation();
        return new RowBuilder()
                .row("state", generation.state(), StateRow::write)
                .text("status", generation.state().status())
                .instant("updated_at", generation.updatedAt())
                .instant(OpenIndex.DUE_AT, generation.dueAt())
                .rows("attempts", generation.attempts(), GenerationRow::write)
                .rows("warnings", generation.warnings(), GenerationRow::write)
                .row(SETTLING, generation.settling(), GenerationRow::write)
                .text("evaluation", evaluation == null ? null : evaluation.value())
                .row("guard", generation.guard(), GenerationRow::write)
                .build();
    }

    static Generation read(Map<String, AttributeValue> item) {
        var row = new Row(item);
        return new Generation(
                new GenerationId(row.text("id")),
                row.maybeText("parent").map(GenerationId::new).orElse(null),
                OrderRow.read(row.row("order")),
                row.text("correlation"),
                StateRow.read(
                        row.row("state"), row.has(OPEN_CHILDREN) ? row.integer(OPEN_CHILDREN) : 0),
                row.integer("step"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.instant(OpenIndex.DUE_AT),
                row.instant("deadline_at"),
                row.has(CANCEL_REQUESTED),
                row.rows("attempts").stream().map(GenerationRow::readAttempt).toList(),
                readWarnings(row.rows("warnings")),
                row.maybeRow("settling").map(GenerationRow::readSettling).orElse(null),
                row.maybeText("evaluation").map(EvaluationId::new).orElse(null),
                row.maybeText("verdict").flatMap(Verdict::of).orElse(null),
                row.has(CANARY),
                row.maybeRow("guard").map(GenerationRow::readGuard).orElse(null));
    }

    private static RowBuilder write(Guard guard) {
        return new RowBuilder()
                .text("caller", guard.caller())
                .row("aside", guard.aside(), GenerationRow::write);
    }

    private static RowBuilder write(Guard.Aside aside) {
        var verdict = aside.verdict();
        return new RowBuilder()
                .rows("outputs", aside.outputs(), OrderRow::write)
                .text("evaluation", aside.evaluation().value())
                .text("verdict", verdict == null ? null : verdict.wire())
                .text("notes", aside.notes());
    }

    private static Guard readGuard(Row row) {
        return new Guard(
                row.text("caller"),
                row.maybeRow("aside").map(GenerationRow::readAside).orElse(null));
    }

    private static Guard.Aside readAside(Row row) {
        return new Guard.Aside(
                row.rows("outputs").stream().map(OrderRow::readPicture).toList(),
                new EvaluationId(row.text("evaluation")),
                row.maybeText("verdict").flatMap(Verdict::of).orElse(null),
                row.maybeText("notes").orElse(""));
    }

    private static RowBuilder write(Warning warning) {
        return new RowBuilder().text("code", warning.code()).text("detail", warning.detail());
    }

    private static List<Warning> readWarnings(List<Row> rows) {
        return rows.stream().map(row -> new Warning(row.text("code"), row.text("detail"))).toList();
    }

    private static RowBuilder write(Attempt attempt) {
        var billed = attempt.billed();
        return new RowBuilder()
                .text("id", attempt.id().value())
                .text("provider", attempt.tried().provider())
                .text("model", attempt.tried().model())
                .text("contract", attempt.tried().contract())
                .instant("started_at", attempt.startedAt())
                .number("sends", attempt.sends())
                .instant("ended_at", attempt.endedAt())
                .row("failure", attempt.failure(), StateRow::write)
                .text("billed", billed == null ? null : billed.wire());
    }

    static RowBuilder write(Settling settling) {
        return new RowBuilder().text("ticket", settling.ticket()).number("polls", settling.polls());
    }

    private static Settling readSettling(Row row) {
        return new Settling(row.text("ticket"), row.integer("polls"));
    }

    private static Attempt readAttempt(Row row) {
        return new Attempt(
                new AttemptId(row.text("id")),
                new Try(row.text("provider"), row.text("model"), row.text("contract")),
                row.instant("started_at"),
                row.integer("sends"),
                row.has("ended_at") ? row.instant("ended_at") : null,
                row.maybeRow("failure").map(StateRow::readFailure).orElse(null),
                row.maybeText("billed").map(StateRow::readBilled).orElse(null));
    }
}
