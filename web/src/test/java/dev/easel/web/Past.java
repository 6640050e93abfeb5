package dev.easel.web;

import dev.easel.aws.Aws;
import dev.easel.aws.S3Assets;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Run;
import dev.easel.reliability.Tally;
import dev.easel.seed.Almanac;
import dev.easel.seed.Seed;
import dev.easel.seed.Seeding;
import dev.easel.seed.Story;
import dev.easel.seed.Unpainted;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Thirty days of runs in the tables of the stack, as `./easel seed` makes them, and what is true of them.
final class Past {

    /// Of whoever looks at it: they run in one JVM, because it takes its time.
    static final String TAG = "past";

    private static final int DAYS = 30;
    private static final long SEED = 1;

    private static @Nullable Past past;

    private final Instant madeAt;

    private Past(Instant madeAt) {
        this.madeAt = madeAt;
    }

    /// Made at the first call.
    static synchronized Past get() {
        if (past == null) {
            var clock = Clock.systemUTC();
            var madeAt = clock.instant();
            var env = StudioStack.get().environment("MetricsFunction");
            var aws = new Aws(env);
            var runs = Objects.requireNonNull(env.get("RUNS_TABLE"));
            var rollups = Objects.requireNonNull(env.get("ROLLUPS_TABLE"));
            try (var dynamo = aws.dynamo()) {
                new Seed(
                                new Seeding(dynamo, runs, rollups, clock, _ -> {}),
                                new S3Assets(aws, Objects.requireNonNull(env.get("BUCKET")), clock),
                                clock,
                                _ -> {})
                        .sow(SEED, DAYS);
            }
            past = new Past(madeAt);
        }
        return past;
    }

    /// What is true of a provider from `from` on and before `to`, counted from the runs themselves. Later
    /// than when it was made, nothing happened.
    Tally truth(String provider, Instant from, Instant to) {
        return Tally.of(
                runs(provider, from, to).stream()
                        .map(run -> run.observed(to))
                        .map(Observation::sample)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// The runs themselves.
    List<Run> runs(String provider, Instant from, Instant to) {
        var story = new Story(madeAt.atZone(ZoneOffset.UTC).toLocalDate());
        var end = Seeding.end(madeAt);
        return new Almanac(SEED, story, new Unpainted())
                .runs(from, to.isBefore(end) ? to : end).stream()
                        .filter(run -> run.provider().equals(provider))
                        .toList();
    }
}
