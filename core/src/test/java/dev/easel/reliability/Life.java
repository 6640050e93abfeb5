package dev.easel.reliability;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A simulated provider: called every five minutes, from midnight of a Monday on.
final class Life {

    static final Series SERIES = new Series("simulated", Source.BENCHMARK);
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    static final Duration PERIOD = Duration.ofMinutes(5);
    static final int RUNS_OF_DAY = 288;

    private static final double DEADLINE_MILLIS = 120_000;
    private static final double HOURS_LAST = Math.exp(-1 / 12.0);

    private Life() {}

    /// How long pictures take.
    enum Times {
        /// Most alike.
        NARROW {
            @Override
            double draw(RandomGenerator random, double queued) {
                return around(random, 8_000, 0.35);
            }
        },
        /// Some several times as long as others.
        WIDE {
            @Override
            double draw(RandomGenerator random, double queued) {
                return around(random, 8_000, 0.6);
            }
        },
        /// Some have to wait in a queue.
        TWO_HUMPS {
            @Override
            double draw(RandomGenerator random, double queued) {
                return random.nextDouble() < queued
                        ? around(random, 22_000, 0.25)
                        : around(random, 7_000, 0.2);
            }
        };

        abstract double draw(RandomGenerator random, double queued);

        private static double around(RandomGenerator random, double median, double sigma) {
            return median * Math.exp(sigma * random.nextGaussian());
        }
    }

    /// How a provider is as long as it is healthy.
    ///
    /// @param failing how many of its calls fail; half as many more at one time of the day, and half as
    ///     many fewer twelve hours later
    /// @param wander the standard deviation by which whole hours are slower or faster, as a share
    /// @param again how often a failure is followed by another, whatever `failing` says
    record Nature(double failing, Times times, double wander, double again) {
        /// No two natures share their chances, or their lives would count twice.
        private long seed() {
            var name = failing + " " + times.name() + " " + wander + " " + again;
            return (long) name.hashCode() << 32;
        }

        static Nature of(double failing, Times times) {
            return new Nature(failing, times, 0.08, 0);
        }
    }

    /// What is wrong with it for a while.
    ///
    /// @param failing how many of its calls fail; absent where as many as ever
    /// @param slower by this factor
    /// @param queued how many wait in a queue, where there is one
    record Fault(@Nullable Double failing, double slower, double queued, int fromRun, int toRun) {

        static final double QUEUED_USUALLY = 0.15;

        static final Fault NONE = new Fault(null, 1, QUEUED_USUALLY, 0, 0);

        static Fault failing(double share) {
            return new Fault(share, 1, QUEUED_USUALLY, 0, 0);
        }

        static Fault slower(double factor) {
            return new Fault(null, factor, QUEUED_USUALLY, 0, 0);
        }

        static Fault queued(double share) {
            return new Fault(null, 1, share, 0, 0);
        }

        Fault during(int from, int to) {
            return new Fault(failing, slower, queued, from, to);
        }

        boolean isOn(int run) {
            return run >= fromRun && run < toRun;
        }
    }

    static Instant at(int run) {
        return START.plus(PERIOD.multipliedBy(run));
    }

    /// @param number of the life: the same nature and number live the same
    static List<Observation> live(Nature nature, Fault fault, int runs, int number) {
        var random = new SplittableRandom(nature.seed() + number);
        double failsMostAt = 2 * Math.PI * random.nextDouble();
        double slowestAt = 2 * Math.PI * random.nextDouble();
        double hour = 0;
        boolean again = false;
        var seen = new ArrayList<Observation>();
        for (int run = 0; run < runs; run++) {
            double day = 2 * Math.PI * run / RUNS_OF_DAY;
            hour =
                    HOURS_LAST * hour
                            + Math.sqrt(1 - HOURS_LAST * HOURS_LAST) * random.nextGaussian();
            var now = fault.isOn(run) ? fault : Fault.NONE;
            double usual = nature.failing * (1 + 0.5 * Math.sin(day + failsMostAt));
            double failing = now.failing == null ? usual : now.failing;
            double millis =
                    nature.times.draw(random, now.queued)
                            * now.slower
                            * (1 + 0.15 * Math.sin(day + slowestAt))
                            * Math.exp(nature.wander * hour);
            boolean fails = random.nextDouble() < failing || again;
            again = fails && !again && random.nextDouble() < nature.again;
            seen.add(fails ? failed(at(run)) : succeeded(at(run), millis));
        }
        return seen;
    }

    static Observation succeeded(Instant at, double millis) {
        var took = Duration.ofMillis(Math.round(Math.min(millis, DEADLINE_MILLIS)));
        return observed(at, new Sample(new Result.Success(), took, true, Billed.YES, 1, true));
    }

    static Observation failed(Instant at) {
        return ended(at, new Result.Failed(FailureClass.UPSTREAM_5XX));
    }

    /// Without a picture.
    static Observation ended(Instant at, Result result) {
        return observed(at, new Sample(result, null, false, Billed.NO, 1, true));
    }

    static Observation observed(Instant at, @Nullable Sample sample) {
        return new Observation(
                at, sample, new Coverage.Fired(new CronWindow(at), PERIOD), 0, Map.of());
    }

    /// The hours of these, as they would be rolled up.
    static Past past(List<Observation> seen) {
        var hours = new TreeMap<Instant, List<Observation>>();
        seen.forEach(one ->
                hours.computeIfAbsent(Rollup.hourOf(one.at()), _ -> new ArrayList<>()).add(one));
        var rollups = new ArrayList<Rollup>();
        hours.forEach((hour, ofHour) -> rollups.add(Rollup.of(SERIES, hour, ofHour, List.of())));
        return Past.of(rollups);
    }

    /// All that the detector has to say of it.
    static Standing watch(Detector detector, List<Observation> seen) {
        var end = seen.getLast().at().plus(PERIOD);
        return detector.follow(Standing.begin(SERIES, START), seen, end, past(seen));
    }

    /// A notice, and the run after which there was something to tell.
    record Heard(Notice notice, int run) {}

    /// The same, looking after every run.
    static List<Heard> listen(Detector detector, List<Observation> seen) {
        var past = past(seen);
        var standing = Standing.begin(SERIES, START);
        var heard = new ArrayList<Heard>();
        for (int run = 0; run < seen.size(); run++) {
            standing = detector.follow(standing, List.of(seen.get(run)), at(run + 1), past);
            for (var notice : standing.untold()) {
                heard.add(new Heard(notice, run));
            }
            standing = standing.tell();
        }
        return heard;
    }
}
