package dev.easel.seed;

import dev.easel.aws.DynamoPast;
import dev.easel.benchmark.RollUp;
import dev.easel.reliability.History;
import dev.easel.reliability.Rollup;
import dev.easel.routing.TierTable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/// Writes a made-up past into tables that may hold a real one, and has it counted up as if it had
/// happened. It can be done again: what is there stays.
public final class Seeding {

    private static final Duration STRIDE = Duration.ofDays(3);

    private final DynamoPast past;
    private final History history;
    private final Clock clock;
    private final Consumer<String> console;

    /// @param console is told how far it is, line by line
    public Seeding(DynamoPast past, History history, Clock clock, Consumer<String> console) {
        this.past = past;
        this.history = history;
        this.clock = clock;
        this.console = console;
    }

    /// Where a past of so many days begins: the longest window that anybody asks about is full of it.
    public static Instant begin(Instant now, int days) {
        return Rollup.hourOf(now).minus(Duration.ofDays(days));
    }

    /// Where it ends: at the window that is open, which the benchmark itself may yet fire in.
    public static Instant end(Instant now) {
        long period = Almanac.PERIOD.toMillis();
        return Instant.ofEpochMilli(now.toEpochMilli() / period * period);
    }

    /// Writes what the almanac says of this time.
    public void seed(Almanac almanac, Instant from, Instant to) {
        plant(almanac, from, to);
        rollUp(from);
    }

    private void plant(Almanac almanac, Instant from, Instant to) {
        int all = 0;
        int written = 0;
        for (var at = from; at.isBefore(to); at = at.plus(STRIDE)) {
            var until = at.plus(STRIDE).isBefore(to) ? at.plus(STRIDE) : to;
            var runs = almanac.runs(at, until);
            written += past.plant(runs);
            all += runs.size();
            console.accept(String.format(Locale.ROOT, "runs      %,7d up to %s", all, until));
        }
        if (written < all) {
            console.accept(
                    String.format(Locale.ROOT, "          %,7d of them were there", all - written));
        }
    }

    /// By the product itself, hour by hour from the beginning. Its schedule may do the same meanwhile: an
    /// hour that is made twice is the same hour.
    private void rollUp(Instant from) {
        var own = new OwnProgress(history, from);
        var rollUp = new RollUp(own, TierTable.STANDARD.providers(), clock);
        int hours = 0;
        RollUp.Rolled rolled;
        do {
            rolled = rollUp.roll();
            hours += rolled.rollups();
            console.accept(
                    String.format(Locale.ROOT, "roll-ups  %,7d up to %s", hours, rolled.upTo()));
        } while (rolled.upTo().isBefore(Rollup.hourOf(clock.instant())));
        history.note(own.rolledUp(clock.instant()));
    }
}
