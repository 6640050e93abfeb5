package dev.easel.aws;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Outcome;
import dev.easel.generation.State;
import dev.easel.id.GenerationId;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Where a generation stands, as it is kept in a table: `at` names the state, the rest is what that
/// state holds.
final class StateRow {

    private StateRow() {}

    static RowBuilder write(State state) {
        return switch (state) {
            case State.Queued() -> at("queued");
            case State.Submitting() -> at("submitting");
            case State.Reconciling(var why, var taken, var since, var asks) ->
                    at("reconciling")
                            .row("why", why, StateRow::write)
                            .flag("taken", taken)
                            .instant("since", since)
                            .number("asks", asks);
            case State.Running(var ticket, var polls) ->
                    at("running").text("ticket", ticket).number("polls", polls);
            case State.Storing(var ticket, var remote, var tries) ->
                    at("storing")
                            .text("ticket", ticket)
                            .texts("remote", remote.stream().map(URI::toString).toList())
                            .number("tries", tries);
            case State.Held(var outputs, var looks) ->
                    at("held").rows("outputs", outputs, OrderRow::write).number("looks", looks);
            case State.Succeeded(var outputs) ->
                    at("succeeded").rows("outputs", outputs, OrderRow::write);
            case State.Failed(var failure) -> at("failed").row("failure", failure, StateRow::write);
            case State.Cancelled(var billed) -> at("cancelled").text("billed", billed.wire());
            // How many are open is an attribute of its own, which children count down.
            case State.Gathering(var children, _) ->
                    at("gathering").texts("children", ids(children));
            case State.Gathered(var children, var outcome) ->
                    at("gathered").texts("children", ids(children)).text("outcome", outcome.wire());
        };
    }

    private static List<String> ids(List<GenerationId> children) {
        return children.stream().map(GenerationId::value).toList();
    }

    private static List<GenerationId> readIds(Row row) {
        return row.texts("children").stream().map(GenerationId::new).toList();
    }

    /// @param open how many children are open; 0 where there are none
    static State read(Row row, int open) {
        var at = row.text("at");
        return switch (at) {
            case "queued" -> new State.Queued();
            case "submitting" -> new State.Submitting();
            case "reconciling" ->
                    new State.Reconciling(
                            readFailure(row.row("why")),
                            row.flag("taken"),
                            row.instant("since"),
                            row.integer("asks"));
            case "running" -> new State.Running(row.text("ticket"), row.integer("polls"));
            case "storing" ->
                    new State.Storing(
                            row.maybeText("ticket").orElse(null),
                            row.texts("remote").stream().map(URI::create).toList(),
                            row.integer("tries"));
            case "held" ->
                    new State.Held(
                            row.rows("outputs").stream().map(OrderRow::readPicture).toList(),
                            row.integer("looks"));
            case "succeeded" ->
                    new State.Succeeded(
                            row.rows("outputs").stream().map(OrderRow::readPicture).toList());
            case "failed" -> new State.Failed(readFailure(row.row("failure")));
            case "cancelled" -> new State.Cancelled(readBilled(row.text("billed")));
            case "gathering" -> new State.Gathering(readIds(row), open);
            case "gathered" ->
                    new State.Gathered(readIds(row), Outcome.of(row.text("outcome")).orElseThrow());
            default ->
                    throw new IllegalStateException(
                            "the table holds a state that this version does not know: " + at);
        };
    }

    static RowBuilder write(ProviderFailure failure) {
        return new RowBuilder()
                .text("class", failure.kind().wire())
                .text("billed", failure.billed().wire())
                .text("diagnostic", failure.diagnostic())
                .text("field", failure.field());
    }

    static ProviderFailure readFailure(Row row) {
        return new ProviderFailure(
                FailureClass.of(row.text("class")).orElse(FailureClass.UNCLASSIFIED),
                readBilled(row.text("billed")),
                row.text("diagnostic"),
                row.maybeText("field").orElse(null));
    }

    static Billed readBilled(String wire) {
        return Billed.valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private static RowBuilder at(String name) {
        return new RowBuilder().text("at", name);
    }
}
