package dev.easel.reliability;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.routing.Candidate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One benchmark call of one provider in one cron window.
///
/// @param period how far windows were apart when it was fired
/// @param prompt the id of what was asked for
/// @param holder of whom fired it: an own write that is repeated is known by it
/// @param lostAt who claimed it is dead by then, if it has not ended
/// @param simulated whether it is made up, or was answered by a simulator
/// @param skipped how many fires found it taken
/// @param ended absent until it has
public record Run(
        CronWindow window,
        Duration period,
        Candidate candidate,
        String prompt,
        String holder,
        Instant claimedAt,
        Instant lostAt,
        boolean simulated,
        long skipped,
        @Nullable Ended ended) {

    /// What came of it.
    ///
    /// @param contract under which it was asked; absent where nobody called
    /// @param timing absent where nobody called
    /// @param picture what came, usable or not; absent where nothing was kept
    /// @param thumbnail the key of a small copy of it
    /// @param microDollars what the call costs by the price list, if it was billed
    /// @param diagnostic for operators, of a failure
    public record Ended(
            Result result,
            @Nullable String contract,
            @Nullable Timing timing,
            @Nullable StoredPicture picture,
            @Nullable String thumbnail,
            Billed billed,
            long microDollars,
            @Nullable String diagnostic) {

        /// Nobody called.
        public static Ended uncalled(Result.Reason reason) {
            return new Ended(
                    new Result.NotCalled(reason), null, null, null, null, Billed.NO, 0, null);
        }
    }

    public String provider() {
        return candidate.provider();
    }

    public Series series() {
        return new Series(provider(), Source.BENCHMARK);
    }

    /// The same, over.
    public Run end(Ended how) {
        return new Run(
                window, period, candidate, prompt, holder, claimedAt, lostAt, simulated, skipped,
                how);
    }

    /// What came of it; empty while it is under way. Who claimed it and never came back is lost, and
    /// whether that was paid for, nobody knows.
    public Optional<Result> result(Instant now) {
        if (ended != null) {
            return Optional.of(ended.result);
        }
        return now.isBefore(lostAt)
                ? Optional.empty()
                : Optional.of(new Result.Failed(FailureClass.LOST));
    }

    /// What the statistics learn of it.
    public Observation observed(Instant now) {
        var sample =
                result(now)
                        .map(result ->
                                ended == null
                                        ? new Sample(
                                                result, null, false, Billed.UNKNOWN, 0, simulated)
                                        : sample(ended));
        return new Observation(
                window.start(),
                sample.orElse(null),
                new Coverage.Fired(window, period),
                skipped,
                Map.of());
    }

    private Sample sample(Ended how) {
        var timing = how.timing;
        return new Sample(
                how.result,
                timing == null ? null : timing.decoded(),
                how.picture != null,
                how.billed,
                how.microDollars,
                simulated);
    }
}
