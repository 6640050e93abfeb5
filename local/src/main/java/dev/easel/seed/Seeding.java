package dev.easel.seed;

import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoPast;
import dev.easel.aws.DynamoStandings;
import dev.easel.benchmark.ProviderWatch;
import dev.easel.benchmark.RollUp;
import dev.easel.door.Log;
import dev.easel.reliability.History;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Rollup;
import dev.easel.routing.TierTable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes a made-up past into tables that may hold a real one, and has it counted up as if it had
/// happened. It can be done again: what is there stays.
public final class Seeding {

    private static final List<String> PROVIDERS = TierTable.STANDARD.providers();
    private static final Duration STRIDE = Duration.ofDays(3);

    private final DynamoPast past;
    private final History history;
    private final ProviderWatch watch;
    private final Clock clock;
    private final Consumer<String> console;

    /// @param runs the table of what was observed
    /// @param rollups that of the hours
    /// @param console is told how far it is, line by line
    public Seeding(
            DynamoDbClient dynamo,
            String runs,
            String rollups,
            Clock clock,
            Consumer<String> console) {
        this.past = new DynamoPast(dynamo, runs);
        this.history = new DynamoHistory(dynamo, runs, rollups);
        this.watch =
                new ProviderWatch(
                        PROVIDERS,
                        history,
                        new DynamoStandings(dynamo, rollups),
                        new DynamoIncidents(dynamo, rollups),
                        // It is long over: nobody wants to be told of it.
                        _ -> {},
                        clock,
                        new Log("seed", clock, _ -> {}));
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
    public void plant(Almanac almanac, Instant from, Instant to) {
        int all = 0;
        int written = 0;
        for (var at = from; at.isBefore(to); at = at.plus(STRIDE)) {
            var until = at.plus(STRIDE).isBefore(to) ? at.plus(STRIDE) : to;
            var runs = almanac.runs(at, until);
            written += past.plant(runs);
            all += runs.size();
            tell("runs", all, until);
        }
        tellWhatWasThere(all - written);
    }

    /// Writes what people and the panel did in this time.
    public void plant(Bystanders bystanders, Instant from, Instant to) {
        var ofSeries =
                bystanders.entries(from, to).stream()
                        .collect(Collectors.groupingBy(Bystanders.Entry::series));
        int all = 0;
        int written = 0;
        for (var entry : ofSeries.entrySet()) {
            var observations = new LinkedHashMap<String, Observation>();
            entry.getValue().forEach(one -> observations.put(one.id(), one.observation()));
            written += past.plant(entry.getKey(), observations);
            all += observations.size();
        }
        tell("others", all, to);
        tellWhatWasThere(all - written);
    }

    private void tell(String what, long number, Instant upTo) {
        console.accept(String.format(Locale.ROOT, "%-9s %,7d up to %s", what, number, upTo));
    }

    private void tellWhatWasThere(int number) {
        if (number > 0) {
            console.accept(String.format(Locale.ROOT, "%-9s %,7d of them were there", "", number));
        }
    }

    /// By the product itself, hour by hour from the beginning. Its schedule may do the same meanwhile: an
    /// hour that is made twice is the same hour.
    public void rollUp(Instant from) {
        var own = new OwnProgress(history, from);
        var rollUp = new RollUp(own, PROVIDERS, clock);
        int hours = 0;
        RollUp.Rolled rolled;
        do {
            rolled = rollUp.roll();
            hours += rolled.rollups();
            tell("roll-ups", hours, rolled.upTo());
        } while (rolled.upTo().isBefore(Rollup.hourOf(clock.instant())));
        history.note(own.rolledUp(clock.instant()));
    }

    /// As the change detector would have seen it, minute by minute. It goes on from here.
    public void review(Instant from) {
        var now = clock.instant();
        tell("incidents", watch.review(from, now), now);
    }
}
