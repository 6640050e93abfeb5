package dev.easel.aws;

import dev.easel.judging.Criterion;
import dev.easel.judging.Judge;
import dev.easel.judging.Rubric;
import dev.easel.workflow.Task;

import java.util.List;
import java.util.Set;

/// A rubric as it stood when an evaluation began, as it is kept in a table: with every word that was
/// asked, and the hash of it all.
final class RubricRow {

    private RubricRow() {}

    static RowBuilder write(Rubric rubric) {
        return new RowBuilder()
                .text("task", rubric.task().wire())
                .number("version", rubric.version())
                .text("hash", rubric.hash())
                .texts("panel", rubric.panel().stream().map(Judge::wire).toList())
                .texts("required", rubric.required().stream().map(Judge::wire).sorted().toList())
                .number("quorum", rubric.quorum())
                .rows("criteria", rubric.criteria(), RubricRow::write);
    }

    /// One from before there were quorums names everybody as required.
    static Rubric read(Row row) {
        return new Rubric(
                Task.of(row.text("task")).orElseThrow(),
                row.integer("version"),
                judges(row.texts("panel")),
                Set.copyOf(judges(row.texts("required"))),
                row.has("quorum") ? row.integer("quorum") : 0,
                row.has("criteria")
                        ? row.rows("criteria").stream().map(RubricRow::readCriterion).toList()
                        : List.of());
    }

    private static RowBuilder write(Criterion criterion) {
        return new RowBuilder()
                .text("id", criterion.id())
                .text("question", criterion.question())
                .text("pass", criterion.passWhen())
                .text("fail", criterion.failWhen())
                .text("not_applicable", criterion.notApplicableWhen())
                .flag("gate", criterion.gate());
    }

    private static Criterion readCriterion(Row row) {
        return new Criterion(
                row.text("id"),
                row.text("question"),
                row.text("pass"),
                row.text("fail"),
                row.maybeText("not_applicable").orElse(null),
                row.flag("gate"));
    }

    private static List<Judge> judges(List<String> names) {
        return names.stream().map(name -> Judge.of(name).orElseThrow()).toList();
    }
}
