package dev.easel.aws;

import dev.easel.image.Box;
import dev.easel.judging.Account;
import dev.easel.judging.Fault;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Limit;
import dev.easel.judging.Limit.Bound;
import dev.easel.judging.Result;
import dev.easel.judging.Seat;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// A judge's seat as it is kept in a table: a `result` means it has answered, a `ticket` that it was
/// asked.
final class SeatRow {

    static final String STARTED_AT = "started_at";

    private SeatRow() {}

    static Seat read(Row row) {
        var judge = Judge.of(row.text("judge")).orElseThrow();
        if (row.has("result")) {
            return new Seat.Answered(
                    readFinding(judge, row),
                    row.maybeRow("account").map(SeatRow::readAccount).orElse(Account.NONE),
                    row.has(STARTED_AT) ? row.instant(STARTED_AT) : null,
                    row.instant("answered_at"));
        }
        return row.maybeText("ticket")
                .<Seat>map(ticket -> new Seat.Asked(judge, ticket))
                .orElseGet(() ->
                        new Seat.Starting(
                                judge, row.instant(STARTED_AT), readLent(row.row("lent"))));
    }

    /// The attributes that an answer adds to the seat.
    static Map<String, AttributeValue> answer(
            Finding finding, Account account, @Nullable Instant since, Instant at) {
        var fault = finding.fault();
        return new RowBuilder()
                .text("judge", finding.judge().wire())
                .text("result", finding.result().wire())
                .text("fault", fault == null ? null : fault.wire())
                .text("reasoning", finding.reasoning())
                .rows("boxes", finding.boxes(), SeatRow::write)
                .row("measured", finding.measured(), SeatRow::write)
                .row("limits", finding.limits(), SeatRow::writeLimits)
                .row("account", account.equals(Account.NONE) ? null : account, SeatRow::write)
                .instant(STARTED_AT, since)
                .instant("answered_at", at)
                .build();
    }

    private static Finding readFinding(Judge judge, Row row) {
        var measured = new HashMap<String, Double>();
        row.row("measured")
                .attributes()
                .forEach((name, value) -> measured.put(name, Double.valueOf(value.s())));
        var limits = new HashMap<String, Limit>();
        // Findings from before the limits were kept have none.
        row.maybeRow("limits")
                .ifPresent(kept ->
                        kept.attributes()
                                .keySet()
                                .forEach(name -> limits.put(name, readLimit(kept.row(name)))));
        return new Finding(
                judge,
                Result.of(row.text("result")).orElseThrow(),
                row.maybeText("fault").flatMap(Fault::of).orElse(null),
                row.text("reasoning"),
                row.rows("boxes").stream()
                        .map(box ->
                                new Box(
                                        box.integer("x"),
                                        box.integer("y"),
                                        box.integer("width"),
                                        box.integer("height")))
                        .toList(),
                measured,
                limits);
    }

    private static Limit readLimit(Row row) {
        return new Limit(
                Bound.of(row.text("bound")).orElseThrow(), Double.parseDouble(row.text("value")));
    }

    private static RowBuilder write(Box box) {
        return new RowBuilder()
                .number("x", box.x())
                .number("y", box.y())
                .number("width", box.width())
                .number("height", box.height());
    }

    /// As text: DynamoDB's numbers know neither NaN nor infinity.
    private static RowBuilder write(Map<String, Double> measured) {
        var row = new RowBuilder();
        measured.forEach((name, value) -> row.text(name, value.toString()));
        return row;
    }

    private static RowBuilder writeLimits(Map<String, Limit> limits) {
        var row = new RowBuilder();
        limits.forEach((name, limit) -> row.row(name, limit, SeatRow::write));
        return row;
    }

    private static RowBuilder write(Limit limit) {
        return new RowBuilder()
                .text("bound", limit.bound().wire())
                .text("value", Double.toString(limit.value()));
    }

    static RowBuilder write(Lent lent) {
        return new RowBuilder()
                .text("output", lent.output().toString())
                .text("photo", lent.photo() == null ? null : lent.photo().toString())
                .text("mask", lent.mask() == null ? null : lent.mask().toString());
    }

    private static Lent readLent(Row row) {
        return new Lent(
                URI.create(row.text("output")),
                row.maybeText("photo").map(URI::create).orElse(null),
                row.maybeText("mask").map(URI::create).orElse(null));
    }

    /// Dollars as text: a number of the table would come back in another notation.
    private static RowBuilder write(Account account) {
        var dollars = account.dollars();
        var row =
                new RowBuilder()
                        .text("model", account.model())
                        .text("dollars", dollars == null ? null : dollars.toPlainString())
                        .text("evidence", account.evidence());
        number(row, "input_tokens", account.inputTokens());
        number(row, "output_tokens", account.outputTokens());
        return row;
    }

    private static void number(RowBuilder row, String name, @Nullable Long value) {
        if (value != null) {
            row.number(name, value);
        }
    }

    private static Account readAccount(Row row) {
        return new Account(
                row.maybeText("model").orElse(null),
                row.has("input_tokens") ? row.number("input_tokens") : null,
                row.has("output_tokens") ? row.number("output_tokens") : null,
                row.maybeText("dollars").map(BigDecimal::new).orElse(null),
                row.maybeText("evidence").orElse(null));
    }
}
