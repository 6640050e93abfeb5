package dev.easel.seed;

import dev.easel.failure.Billed;
import dev.easel.judging.Judge;
import dev.easel.judging.Verdict;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What people and the panel did meanwhile in a made-up past: some hundred generations a day, more in the
/// afternoon than at night, and most of their outputs judged.
public final class Bystanders {

    private static final double ATTEMPTS_A_NIGHT_HOUR = 2;
    private static final double MORE_BY_DAY = 10;
    private static final double JUDGED = 0.9;

    /// Most orders go to the first; the others follow where it is passed over, or is not asked.
    private static final double FIRST = 0.6;

    private static final List<Judge> PIXELS =
            List.of(Judge.TECHNICAL, Judge.CHANGE, Judge.PRESERVATION, Judge.USABILITY);
    private static final double PIXELS_OBJECT = 0.03;
    private static final double EYES_OBJECT = 0.07;
    private static final double EYES_STAY_AWAY = 0.015;
    private static final Duration EYES_TAKE = Duration.ofSeconds(95);
    private static final double EYES_SPREAD = 0.22;
    private static final Duration BUDGET = Duration.ofMinutes(5);

    private final long seed;
    private final Weather weather;

    public Bystanders(long seed, Story story) {
        this.seed = seed;
        this.weather = new Weather(story);
    }

    /// What was observed of one of them.
    ///
    /// @param id of an attempt or an evaluation
    public record Entry(Series series, String id, Observation observation) {}

    /// Attempts and evaluations that ended from `from` on and before `to`.
    public List<Entry> entries(Instant from, Instant to) {
        var entries = new ArrayList<Entry>();
        var first = from.truncatedTo(ChronoUnit.HOURS);
        for (var hour = first; hour.isBefore(to); hour = hour.plus(1, ChronoUnit.HOURS)) {
            entries.addAll(hour(hour));
        }
        entries.removeIf(entry ->
                entry.observation().at().isBefore(from) || !entry.observation().at().isBefore(to));
        return entries;
    }

    private List<Entry> hour(Instant hour) {
        var random = new SplittableRandom((seed * 1_000_003 + hour.getEpochSecond()) * 31 + 7);
        double mean = ATTEMPTS_A_NIGHT_HOUR + MORE_BY_DAY * Weather.busy(hour);
        long number = Math.round(mean * (0.7 + 0.6 * random.nextDouble()));
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < number; i++) {
            var name = "seed-%d-%d".formatted(hour.getEpochSecond(), i);
            entries.add(attempt("att_" + name, moment(hour, random), random));
            if (random.nextDouble() < JUDGED) {
                entries.add(evaluation("eva_" + name, moment(hour, random), random));
            }
        }
        return entries;
    }

    private static Instant moment(Instant hour, RandomGenerator random) {
        return hour.plusMillis(random.nextInt((int) Duration.ofHours(1).toMillis()));
    }

    private Entry attempt(String id, Instant at, RandomGenerator random) {
        var actor =
                random.nextDouble() < FIRST
                        ? Actor.ALL.getFirst()
                        : Actor.ALL.get(random.nextInt(1, Actor.ALL.size()));
        var call = weather.call(actor, at, random.nextDouble(0.7, 1.6), random);
        boolean succeeded = call.result() instanceof Result.Success;
        var sample =
                new Sample(
                        call.result(),
                        succeeded ? call.timing().decoded() : null,
                        succeeded,
                        call.billed(),
                        actor.price(),
                        true);
        return new Entry(
                new Series(actor.provider(), Source.TRAFFIC),
                id,
                Observation.of(at, sample, Map.of()));
    }

    private static Entry evaluation(String id, Instant at, RandomGenerator random) {
        var judges = new TreeMap<String, Sample>();
        PIXELS.forEach(judge -> judges.put(judge.wire(), glance(random)));
        judges.put(Judge.SENTINEL.wire(), look(random));
        var took =
                judges.values().stream()
                        .map(Sample::latency)
                        .reduce(
                                Duration.ZERO,
                                (one, other) -> one.compareTo(other) < 0 ? other : one);
        var panel = new Sample(new Result.Judged(verdict(judges)), took, false, Billed.NO, 0, true);
        return new Entry(Series.PANEL, id, Observation.of(at, panel, judges));
    }

    private static Sample glance(RandomGenerator random) {
        boolean objects = random.nextDouble() < PIXELS_OBJECT;
        return found(objects, Duration.ofMillis(Math.round(180 * spread(0.5, random))));
    }

    private static Sample look(RandomGenerator random) {
        boolean objects = random.nextDouble() < EYES_OBJECT;
        var took =
                Duration.ofMillis(Math.round(EYES_TAKE.toMillis() * spread(EYES_SPREAD, random)));
        return random.nextDouble() < EYES_STAY_AWAY
                ? sample(dev.easel.judging.Result.ABSTAIN, BUDGET)
                : found(objects, took);
    }

    private static double spread(double deviation, RandomGenerator random) {
        return Math.exp(deviation * random.nextGaussian());
    }

    private static Sample found(boolean objects, Duration took) {
        return sample(
                objects ? dev.easel.judging.Result.FAIL : dev.easel.judging.Result.PASS, took);
    }

    private static Sample sample(dev.easel.judging.Result found, Duration took) {
        return new Sample(new Result.Found(found), took, false, Billed.NO, 0, true);
    }

    private static Verdict verdict(Map<String, Sample> judges) {
        long failed = count(judges, dev.easel.judging.Result.FAIL);
        if (failed > 1) {
            return Verdict.RED;
        }
        if (count(judges, dev.easel.judging.Result.ABSTAIN) > 0) {
            return Verdict.INCOMPLETE;
        }
        return failed == 1 ? Verdict.AMBER : Verdict.GREEN;
    }

    private static long count(Map<String, Sample> judges, dev.easel.judging.Result found) {
        return judges.values().stream()
                .filter(judge -> judge.result().equals(new Result.Found(found)))
                .count();
    }
}
