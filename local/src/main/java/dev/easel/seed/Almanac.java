package dev.easel.seed;

import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Prompts;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A past that never was, as the benchmark would have written it down. It follows from the seed and the
/// story alone: asked again, it says the same, and that is what the statistics are compared with.
///
/// Each provider has the temper of its simulator. In the afternoon (UTC) all of them are slower than at
/// night, and fail twice as often.
public final class Almanac {

    /// How far windows are apart, unless somebody wants them otherwise.
    public static final Duration PERIOD = Duration.ofMinutes(5);

    /// Of all runs that were made up.
    static final String HOLDER = "seed";

    private static final Duration LOST_AFTER = Duration.ofMinutes(2);
    private static final double SILENT = 0.0015;
    private static final double DOUBLED = 0.004;
    private static final double KILLED = 0.0003;

    private final long seed;
    private final Story story;
    private final Gallery gallery;
    private final Duration period;

    public Almanac(long seed, Story story, Gallery gallery) {
        this(seed, story, gallery, PERIOD);
    }

    private Almanac(long seed, Story story, Gallery gallery, Duration period) {
        this.seed = seed;
        this.story = story;
        this.gallery = gallery;
        this.period = period;
    }

    /// The same past, looked at so often.
    public Almanac every(Duration other) {
        return new Almanac(seed, story, gallery, other);
    }

    /// Of all windows from `from` on and before `to`, the oldest first. A window in which nothing fired has
    /// none.
    public List<Run> runs(Instant from, Instant to) {
        var runs = new ArrayList<Run>();
        var first = CronWindow.of(from.plus(period).minusMillis(1), period).start();
        for (var at = first; at.isBefore(to); at = at.plus(period)) {
            runs.addAll(runs(new CronWindow(at)));
        }
        return runs;
    }

    private List<Run> runs(CronWindow window) {
        var at = window.start();
        var random = dice(at, "window");
        if (story.isSilent(at) || random.nextDouble() < SILENT) {
            return List.of();
        }
        long skipped = story.isDoubled(at) || random.nextDouble() < DOUBLED ? 1 : 0;
        return Actor.ALL.stream().map(actor -> run(actor, window, skipped)).toList();
    }

    private Run run(Actor actor, CronWindow window, long skipped) {
        var random = dice(window.start(), actor.provider());
        var prompt = Prompts.of(window, period).id();
        var claimedAt = window.start().plusMillis(random.nextInt(1200, 2500));
        return new Run(
                window,
                period,
                actor.candidate(),
                prompt,
                HOLDER,
                claimedAt,
                claimedAt.plus(Call.DEADLINE).plus(LOST_AFTER),
                true,
                skipped,
                ended(actor, window.start(), prompt, random));
    }

    private Run.@Nullable Ended ended(
            Actor actor, Instant at, String prompt, SplittableRandom random) {
        if (!story.isConfigured(actor.provider(), at)) {
            return Run.Ended.uncalled(Result.Reason.NOT_CONFIGURED);
        }
        if (story.isOverBudget(at)) {
            return Run.Ended.uncalled(Result.Reason.OVER_BUDGET);
        }
        if (story.isKilled(at) || random.nextDouble() < KILLED) {
            return null;
        }
        return ended(actor, prompt, new Weather(story).call(actor, at, 1, random), gallery);
    }

    static Run.Ended ended(Actor actor, String prompt, Call call, Gallery gallery) {
        var shot =
                switch (call.made()) {
                    case NOTHING -> null;
                    case GOOD -> gallery.good(prompt, actor.provider());
                    case BLANK -> gallery.blank();
                    case TRUNCATED -> gallery.truncated();
                };
        return new Run.Ended(
                call.result(),
                actor.contract(),
                call.timing(),
                shot == null ? null : shot.picture(),
                shot == null ? null : shot.thumbnail(),
                call.billed(),
                actor.price(),
                call.diagnostic());
    }

    /// What is thrown for one thing tells nothing about what is thrown for another.
    private SplittableRandom dice(Instant at, String what) {
        return new SplittableRandom(
                (seed * 1_000_003 + at.getEpochSecond()) * 31 + what.hashCode());
    }
}
