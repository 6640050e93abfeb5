package dev.easel.dispatch;

import static dev.easel.failure.Billed.NO;
import static dev.easel.failure.Billed.UNKNOWN;
import static dev.easel.failure.Billed.YES;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.judging.Verdict;
import dev.easel.simulator.script.Scenario;

import java.util.List;
import java.util.Map;

/// One row of the table of failures.
///
/// @param scenarios what the simulator is told, each with how many requests it holds for; 0 for all
/// @param sends how often the job is sent, in all attempts together
record FailureRow(
        String happens, Map<Scenario, Integer> scenarios, End end, int attempts, int sends) {

    /// How a generation is expected to end: a verdict, or a failure with what it says of the money.
    sealed interface End {
        record Judged(Verdict verdict) implements End {}

        record Failed(FailureClass kind, Billed billed, boolean retryable) implements End {}
    }

    static final List<FailureRow> TABLE =
            List.of(
                    row(
                            "the service cannot be reached",
                            Map.of(),
                            failed(FailureClass.CONNECT, NO, true),
                            4,
                            4),
                    row("429, without a word how long", once(Scenario.RATE_LIMITED), green(), 2, 2),
                    row(
                            "429 with Retry-After in seconds",
                            once(Scenario.RATE_LIMITED_SECONDS),
                            green(),
                            2,
                            2),
                    row(
                            "429 with Retry-After as a date",
                            once(Scenario.RATE_LIMITED_DATE),
                            green(),
                            2,
                            2),
                    row(
                            "429 with X-RateLimit-Reset",
                            once(Scenario.RATE_LIMITED_RESET),
                            green(),
                            2,
                            2),
                    row(
                            "429 again and again",
                            all(Scenario.RATE_LIMITED),
                            failed(FailureClass.RATE_LIMITED, NO, true),
                            4,
                            4),
                    row(
                            "503, the model is down for a moment",
                            once(Scenario.UNAVAILABLE),
                            green(),
                            2,
                            2),
                    row(
                            "503 again and again",
                            all(Scenario.UNAVAILABLE),
                            failed(FailureClass.OVERLOADED, NO, true),
                            4,
                            4),
                    row(
                            "402, INSUFFICIENT_CREDIT",
                            all(Scenario.NO_CREDIT),
                            failed(FailureClass.QUOTA, NO, false),
                            1,
                            1),
                    row(
                            "402, INSUFFICIENT_CREDITS",
                            all(Scenario.NO_CREDITS),
                            failed(FailureClass.QUOTA, NO, false),
                            1,
                            1),
                    row(
                            "401, the key is refused",
                            all(Scenario.UNAUTHORIZED),
                            failed(FailureClass.AUTH, NO, false),
                            1,
                            1),
                    row(
                            "403, a scope is missing",
                            all(Scenario.PERMISSION_DENIED),
                            failed(FailureClass.AUTH, NO, false),
                            1,
                            1),
                    row(
                            "403, an e-mail is not verified",
                            all(Scenario.EMAIL_NOT_VERIFIED),
                            failed(FailureClass.AUTH, NO, false),
                            1,
                            1),
                    row(
                            "403, not a member",
                            all(Scenario.MEMBERSHIP_REQUIRED),
                            failed(FailureClass.AUTH, NO, false),
                            1,
                            1),
                    row(
                            "422 with errors[]",
                            all(Scenario.INVALID),
                            failed(FailureClass.INVALID_REQUEST, NO, false),
                            1,
                            1),
                    row(
                            "422 with detail[]",
                            all(Scenario.INVALID_DETAIL),
                            failed(FailureClass.INVALID_REQUEST, NO, false),
                            1,
                            1),
                    row(
                            "500 with a page of HTML, nothing made",
                            once(Scenario.ERROR_HTML),
                            green(),
                            1,
                            2),
                    row(
                            "500 with a page of HTML, twice",
                            times(Scenario.ERROR_HTML, 2),
                            failed(FailureClass.UPSTREAM_5XX, NO, true),
                            1,
                            2),
                    row(
                            "502 in another envelope, twice",
                            times(Scenario.ERROR_NESTED, 2),
                            failed(FailureClass.UPSTREAM_5XX, NO, true),
                            1,
                            2),
                    row(
                            "502 with a page of HTML, but it was carried out",
                            once(Scenario.BAD_GATEWAY_HTML),
                            green(),
                            1,
                            1),
                    row("200 with a page of HTML", once(Scenario.HTML_OK), green(), 1, 2),
                    row("201 without an id", once(Scenario.NO_ID), green(), 1, 1),
                    row(
                            "201, cut off in the middle of the JSON",
                            once(Scenario.BAD_JSON),
                            green(),
                            1,
                            1),
                    row("201, one byte a second", once(Scenario.DRIP), green(), 1, 1),
                    row(
                            "no answer at all, but it was carried out",
                            once(Scenario.HANG),
                            green(),
                            1,
                            1),
                    row(
                            "a reset after the body was sent, and it was carried out",
                            once(Scenario.RESET),
                            green(),
                            1,
                            1),
                    row(
                            "a reset, and it was not carried out",
                            once(Scenario.RESET_BEFORE),
                            green(),
                            1,
                            2),
                    row(
                            "a reset, and it was not carried out, twice",
                            times(Scenario.RESET_BEFORE, 2),
                            failed(FailureClass.CONNECT, NO, true),
                            1,
                            2),
                    row(
                            "a reset, and the list of runs lags behind",
                            Map.of(Scenario.RESET, 1, Scenario.LIST_LAG, 3),
                            green(),
                            1,
                            1),
                    row(
                            "a reset, and the list of runs answers 503 from then on",
                            Map.of(Scenario.RESET, 1, Scenario.LIST_UNAVAILABLE, 900),
                            failed(FailureClass.UNKNOWN_OUTCOME, UNKNOWN, false),
                            1,
                            1),
                    row(
                            "the run stays queued for ever",
                            once(Scenario.STUCK),
                            failed(FailureClass.TIMEOUT, UNKNOWN, false),
                            1,
                            1),
                    row("the run takes ten times as long", once(Scenario.SLOW), green(), 1, 1),
                    row(
                            "a status that no document lists, while it runs",
                            once(Scenario.UNKNOWN_STATUS),
                            green(),
                            1,
                            1),
                    row(
                            "polls answer 503 for a while",
                            once(Scenario.POLL_UNAVAILABLE),
                            green(),
                            1,
                            1),
                    row("a poll hangs", once(Scenario.POLL_HANG), green(), 1, 1),
                    row(
                            "polls answer 404",
                            once(Scenario.RUN_LOST),
                            failed(FailureClass.LOST, UNKNOWN, false),
                            1,
                            1),
                    row(
                            "the run fails with a known code",
                            once(Scenario.FAILED),
                            failed(FailureClass.INVALID_REQUEST, NO, false),
                            1,
                            1),
                    row(
                            "the run fails with an unknown code",
                            once(Scenario.FAILED_UNKNOWN),
                            failed(FailureClass.UNCLASSIFIED, NO, true),
                            1,
                            1),
                    row(
                            "the run fails because of what it shows",
                            once(Scenario.MODERATED),
                            failed(FailureClass.CONTENT_POLICY, NO, false),
                            1,
                            1),
                    row(
                            "somebody at the provider cancels the run",
                            once(Scenario.CANCELED),
                            failed(FailureClass.CANCELLED, UNKNOWN, true),
                            1,
                            1),
                    row(
                            "succeeded, with nothing in it",
                            once(Scenario.EMPTY_OUTPUT),
                            failed(FailureClass.EMPTY_OUTPUT, YES, true),
                            1,
                            1),
                    row(
                            "the output's URL has expired",
                            once(Scenario.EXPIRED_OUTPUT),
                            failed(FailureClass.OUTPUT_FETCH_FAILED, YES, true),
                            1,
                            1),
                    row(
                            "the output under another member",
                            once(Scenario.OTHER_SHAPE),
                            green(),
                            1,
                            1),
                    row(
                            "partial_succeeded, with its output",
                            once(Scenario.PARTIAL),
                            green(),
                            1,
                            1),
                    row(
                            "the output as application/octet-stream",
                            once(Scenario.OCTET_STREAM),
                            green(),
                            1,
                            1),
                    row("JPEG bytes, declared as PNG", once(Scenario.JPEG_FOR_PNG), green(), 1, 1),
                    row(
                            "the output stops in the middle of the file",
                            once(Scenario.TRUNCATED),
                            judged(Verdict.RED),
                            1,
                            1),
                    row("a blank picture", once(Scenario.BLANK), judged(Verdict.RED), 1, 1),
                    row(
                            "the evaluation ends without a verdict",
                            once(Scenario.EVALUATION_NULL),
                            judged(Verdict.INCOMPLETE),
                            1,
                            1),
                    row(
                            "the evaluation fails",
                            once(Scenario.EVALUATION_FAILED),
                            judged(Verdict.INCOMPLETE),
                            1,
                            1),
                    row(
                            "the evaluation cannot be had for a while",
                            once(Scenario.EVALUATION_UNAVAILABLE),
                            green(),
                            1,
                            1),
                    row(
                            "the evaluation takes 240 s",
                            once(Scenario.EVALUATION_SLOW),
                            green(),
                            1,
                            1),
                    row(
                            "the evaluation never ends",
                            once(Scenario.EVALUATION_NEVER),
                            judged(Verdict.INCOMPLETE),
                            1,
                            1));

    private static FailureRow row(
            String happens, Map<Scenario, Integer> scenarios, End end, int attempts, int sends) {
        return new FailureRow(happens, scenarios, end, attempts, sends);
    }

    private static Map<Scenario, Integer> once(Scenario scenario) {
        return times(scenario, 1);
    }

    private static Map<Scenario, Integer> times(Scenario scenario, int times) {
        return Map.of(scenario, times);
    }

    private static Map<Scenario, Integer> all(Scenario scenario) {
        return Map.of(scenario, 0);
    }

    private static End green() {
        return judged(Verdict.GREEN);
    }

    private static End judged(Verdict verdict) {
        return new End.Judged(verdict);
    }

    private static End failed(FailureClass kind, Billed billed, boolean retryable) {
        return new End.Failed(kind, billed, retryable);
    }
}
