package dev.easel.seed;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.reliability.Result;
import dev.easel.reliability.Timing;
import dev.easel.simulator.script.Scenario;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A call as it went in a made-up past: what the product would have written down of it.
///
/// @param diagnostic of a failure
record Call(Result result, Billed billed, Timing timing, Made made, @Nullable String diagnostic) {

    /// So long anybody waits.
    static final Duration DEADLINE = Duration.ofMinutes(2);

    /// Those that say with a 503 that they did nothing.
    private static final Set<String> SAY_SO = Set.of("runflow", "google");

    /// What came.
    enum Made {
        NOTHING,
        GOOD,
        BLANK,
        TRUNCATED
    }

    /// One in which nothing goes wrong, unless it takes too long.
    ///
    /// @param time until the picture could be seen
    static Call good(Actor actor, Duration time, RandomGenerator random) {
        if (time.compareTo(DEADLINE) > 0) {
            return cutOff(actor, random);
        }
        return new Call(
                new Result.Success(), Billed.YES, seen(actor, time, random), Made.GOOD, null);
    }

    /// One in which this goes wrong. Throws [IllegalArgumentException] for what never does in a made-up
    /// past.
    static Call failed(Actor actor, Scenario lapse, Duration time, RandomGenerator random) {
        var saysSo = SAY_SO.contains(actor.provider()) ? Billed.NO : Billed.UNKNOWN;
        return switch (lapse) {
            case RATE_LIMITED ->
                    refused(FailureClass.RATE_LIMITED, Billed.NO, "HTTP 429 too many", random);
            case UNAVAILABLE ->
                    refused(FailureClass.OVERLOADED, saysSo, "HTTP 503 overloaded", random);
            case ERROR_HTML ->
                    refused(FailureClass.UPSTREAM_5XX, Billed.UNKNOWN, "HTTP 500", random);
            case RESET_BEFORE ->
                    refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "IOException", random);
            case FAILED_UNKNOWN ->
                    refused(FailureClass.UNCLASSIFIED, Billed.NO, "interrupted", random);
            case EMPTY_OUTPUT ->
                    made(
                            FailureClass.EMPTY_OUTPUT,
                            new Timing(accepted(random), null, null, time),
                            Made.NOTHING,
                            "processed without a picture");
            case BLANK ->
                    made(
                            FailureClass.BAD_OUTPUT,
                            seen(actor, time, random),
                            Made.BLANK,
                            "The picture is blank: nothing can be seen on it.");
            case TRUNCATED ->
                    made(
                            FailureClass.BAD_OUTPUT,
                            unseen(seen(actor, time, random)),
                            Made.TRUNCATED,
                            "The picture ends too early: a part of the file is missing.");
            default -> throw new IllegalArgumentException("no past knows " + lapse);
        };
    }

    private static Call refused(
            FailureClass kind, Billed billed, String diagnostic, RandomGenerator random) {
        var timing = new Timing(null, null, null, millis(random, 60, 900));
        return new Call(new Result.Failed(kind), billed, timing, Made.NOTHING, diagnostic);
    }

    private static Call made(FailureClass kind, Timing timing, Made made, String diagnostic) {
        return new Call(new Result.Failed(kind), Billed.YES, timing, made, diagnostic);
    }

    private static Call cutOff(Actor actor, RandomGenerator random) {
        var kind = actor.worksAtOnce() ? FailureClass.UNKNOWN_OUTCOME : FailureClass.TIMEOUT;
        var accepted = actor.worksAtOnce() ? null : accepted(random);
        return new Call(
                new Result.Failed(kind),
                Billed.UNKNOWN,
                new Timing(accepted, null, null, DEADLINE),
                Made.NOTHING,
                "still working at the deadline");
    }

    private static Timing seen(Actor actor, Duration time, RandomGenerator random) {
        var firstByte = time.minus(millis(random, 40, 250));
        return new Timing(
                actor.worksAtOnce() ? firstByte : accepted(random),
                firstByte,
                time,
                time.plus(millis(random, 80, 400)));
    }

    private static Timing unseen(Timing timing) {
        return new Timing(timing.accepted(), timing.firstByte(), null, timing.ended());
    }

    private static Duration accepted(RandomGenerator random) {
        return millis(random, 150, 600);
    }

    private static Duration millis(RandomGenerator random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
