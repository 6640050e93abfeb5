package dev.easel.reliability;

import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Notice.News;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Notices when a series got worse than it used to be, and when it is as before again.
///
/// Each aspect is watched by Bernoulli CUSUMs, one for each [Gauge] of its [Norm]. An incident begins
/// when one of them has climbed to `alarm`, and ends when the opposite of each has climbed to `relief`.
/// As long as nothing changes, a level of h is reached at most once in e^h samples.
///
/// What it sees follows from the samples alone, never from when somebody looked.
///
/// @param alarm how sure it is that something got worse
/// @param relief how sure it is that it is as before
public record Detector(double alarm, double relief) {

    /// `docs/degradation.md` says how often it is wrong.
    public static final Detector STANDARD = new Detector(12, 7);

    /// Rows come into the index a moment late, and not in their order.
    private static final Duration SETTLES_AFTER = Duration.ofMinutes(1);

    /// An hour that ended later may not be rolled up yet.
    private static final Duration ROLLED_UP_AFTER = Duration.ofHours(1);

    private static final Duration LEARNS_EVERY = Duration.ofDays(1);

    /// As long as nothing is known.
    private static final Duration TRIES_EVERY = Duration.ofHours(1);

    /// What is older says nothing about now.
    private static final Duration FORGETS_AFTER = Duration.ofDays(1);

    /// What has lasted so long is all that there is to learn from.
    private static final Duration SETTLED_AFTER = Norm.REACH;

    /// The oldest hour that it learns from when it looks from this moment on.
    public static Instant learnsFrom(Instant from) {
        return Rollup.hourOf(from).minus(ROLLED_UP_AFTER).minus(Norm.REACH);
    }

    /// Looks at what came since. It goes no further than to the first that is under way: what is later
    /// may have ended earlier.
    ///
    /// @param observations after `standing.upTo()`, the oldest first
    /// @param past of the same series
    public Standing follow(
            Standing standing, List<Observation> observations, Instant now, Past past) {
        var settled = now.minus(SETTLES_AFTER);
        var current = standing;
        for (var observation : observations) {
            var at = observation.at();
            var sample = observation.sample();
            if (sample == null || at.isAfter(settled)) {
                break;
            }
            current = see(forget(current, at), at, sample, past);
        }
        return forget(current, now);
    }

    private Standing see(Standing standing, Instant at, Sample sample, Past past) {
        return switch (sample.result().blame()) {
            case OTHERS, NOT_COUNTED -> standing.upTo(at, standing.seenAt());
            case NOBODY, PROVIDER -> {
                var next = standing.upTo(at, at);
                for (var aspect : Aspect.values()) {
                    var reading = Reading.of(aspect, at, sample);
                    if (reading.isPresent()) {
                        next = see(learn(next, aspect, at, past), aspect, reading.get());
                    }
                }
                yield next;
            }
        };
    }

    /// While it is worse, what was usual before stays what is usual.
    private static Standing learn(Standing standing, Aspect aspect, Instant at, Past past) {
        var condition = standing.condition(aspect);
        var every = condition.norm() == null ? TRIES_EVERY : LEARNS_EVERY;
        if (condition.phase() instanceof Phase.Worse
                || !CronWindow.of(at, every).start().isAfter(condition.learnedAt())) {
            return standing;
        }
        var from = learnsFrom(at);
        var hours = past.rollups(from, from.plus(Norm.REACH));
        return standing.with(aspect, condition.learn(aspect, hours, from, at), List.of());
    }

    private Standing see(Standing standing, Aspect aspect, Reading reading) {
        var condition = standing.condition(aspect);
        var norm = condition.norm();
        if (norm == null) {
            return standing;
        }
        return switch (condition.phase()) {
            case Phase.Steady(var doubts) -> {
                var sums = add(norm, doubts, reading, 1, alarm);
                var worst = Collections.max(sums, Comparator.comparingDouble(Cusum::level));
                yield worst.level() < alarm
                        ? standing.with(aspect, condition.with(new Phase.Steady(sums)), List.of())
                        : begin(standing, aspect, norm, worst, reading.at());
            }
            case Phase.Worse(var incident, var hopes) -> {
                var sums = add(norm, hopes, reading, -1, relief);
                yield sums.stream().allMatch(hope -> hope.level() >= relief)
                        ? end(standing, incident, latest(sums), News.RECOVERED)
                        : reading.at().isBefore(incident.noticed().plus(SETTLED_AFTER))
                                ? standing.with(
                                        aspect,
                                        condition.with(new Phase.Worse(incident, sums)),
                                        List.of())
                                : end(standing, incident, reading.at(), News.SETTLED);
            }
        };
    }

    /// @param sign 1 to be sure that it is worse, -1 to be sure of the opposite
    private static List<Cusum> add(
            Norm norm, List<Cusum> sums, Reading reading, int sign, double most) {
        var grown = new ArrayList<Cusum>();
        for (int i = 0; i < norm.gauges().size(); i++) {
            var sum = i < sums.size() ? sums.get(i) : Cusum.ZERO;
            grown.add(sum.add(reading, sign * norm.gauges().get(i).weight(reading), most));
        }
        return grown;
    }

    private static Instant latest(List<Cusum> sums) {
        return sums.stream()
                .map(sum -> Objects.requireNonNull(sum.since(), "it is not at zero"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Standing begin(
            Standing standing, Aspect aspect, Norm norm, Cusum doubt, Instant at) {
        var incident =
                new Incident(
                        standing.series(),
                        aspect,
                        Objects.requireNonNull(doubt.since(), "it is not at zero"),
                        at,
                        null,
                        Reading.told(aspect, norm.mean()),
                        Reading.told(aspect, doubt.mean()),
                        doubt.simulated());
        return standing.with(
                aspect,
                standing.condition(aspect).with(new Phase.Worse(incident, List.of())),
                List.of(new Notice(incident, News.DEGRADED)));
    }

    private static Standing end(Standing standing, Incident incident, Instant at, News how) {
        var aspect = incident.aspect();
        var condition = standing.condition(aspect);
        var over = incident.end(at);
        return standing.with(
                aspect,
                how == News.SETTLED ? condition.settle() : condition.heal(over),
                List.of(new Notice(over, how)));
    }

    /// When nobody has called for a day, nobody knows any more.
    private static Standing forget(Standing standing, Instant at) {
        if (at.isBefore(standing.seenAt().plus(FORGETS_AFTER))) {
            return standing;
        }
        var next = standing;
        for (var aspect : Aspect.values()) {
            var condition = next.condition(aspect);
            next =
                    switch (condition.phase()) {
                        case Phase.Steady _ ->
                                next.with(
                                        aspect,
                                        condition.with(new Phase.Steady(List.of())),
                                        List.of());
                        case Phase.Worse(var incident, _) ->
                                end(next, incident, standing.seenAt(), News.UNSEEN);
                    };
        }
        return next;
    }
}
