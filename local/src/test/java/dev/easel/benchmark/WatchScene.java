package dev.easel.benchmark;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.DynamoStandings;
import dev.easel.aws.Ticking;
import dev.easel.dispatch.Crashes;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.event.Event;
import dev.easel.local.LiveStack;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.History;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Incidents;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Standing;
import dev.easel.reliability.Standings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// A provider that was always good, on DynamoDB Local with the tables of the template, and the watch over
/// it. The quiet stack's own schedules do not run.
final class WatchScene {

    static final Instant NOON = Instant.parse("2034-01-01T12:00:00Z");

    private static final long USUALLY_MILLIS = 8000;
    private static final int HOURS = 9;
    private static final int RUNS_OF_HOUR = 12;

    final String provider = "p-" + UUID.randomUUID();
    final Series series = new Series(provider, Source.BENCHMARK);
    final Ticking clock = new Ticking(NOON);
    final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    private final Map<String, String> env = LiveStack.quiet().environment("ProviderWatchFunction");
    private final Aws aws = new Aws(env);
    private final String rollups = env.getOrDefault("ROLLUPS_TABLE", "");
    final DynamoRuns runs = new DynamoRuns(aws.dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    final History history =
            new DynamoHistory(aws.dynamo(), env.getOrDefault("RUNS_TABLE", ""), rollups);
    final Standings standings = new DynamoStandings(aws.dynamo(), rollups);
    final Incidents incidents = new DynamoIncidents(aws.dynamo(), rollups);

    /// Nobody has looked yet.
    WatchScene() {
        for (int i = 0; i < HOURS; i++) {
            var hour = NOON.minus(Duration.ofHours(2 + i));
            var good = new ArrayList<Run>();
            for (int run = 0; run < RUNS_OF_HOUR; run++) {
                good.add(good(hour.plus(PlantedRuns.PERIOD.multipliedBy(run))));
            }
            var seen = good.stream().map(run -> run.observed(NOON)).toList();
            history.keep(Rollup.of(series, hour, seen, List.of()));
        }
    }

    /// The window of this number, counted from noon.
    static Instant window(int number) {
        return NOON.plus(PlantedRuns.PERIOD.multipliedBy(number));
    }

    Run good(Instant at) {
        return PlantedRuns.succeeded(series, CronWindow.of(at, PlantedRuns.PERIOD), USUALLY_MILLIS);
    }

    Run bad(Instant at) {
        return PlantedRuns.failed(series, CronWindow.of(at, PlantedRuns.PERIOD));
    }

    void plant(Run run) {
        runs.claim(PlantedRuns.open(run));
        runs.end(run);
    }

    /// It fails in all of these windows; then it is so late that all of them can be looked at.
    void fails(int from, int to) {
        for (int i = from; i < to; i++) {
            plant(bad(window(i)));
        }
        lookAfter(to - 1);
    }

    /// So late that this window can be looked at.
    void lookAfter(int window) {
        clock.set(window(window).plus(Duration.ofMinutes(2)));
    }

    ProviderWatch watch() {
        return watch(List.of(provider), history, events::add);
    }

    ProviderWatch watch(List<String> providers, History read, Bus bus) {
        return new ProviderWatch(
                providers,
                read,
                standings,
                incidents,
                bus,
                clock,
                new Log("provider-watch", clock, lines::add));
    }

    /// One whose function dies.
    ProviderWatch watch(Crashes crashes) {
        return new ProviderWatch(
                List.of(provider),
                crashes.around(History.class, history),
                crashes.around(Standings.class, standings),
                crashes.around(Incidents.class, incidents),
                crashes.around(Bus.class, events::add),
                clock,
                new Log("provider-watch", clock, lines::add));
    }

    List<String> told() {
        return events.stream().map(Event::type).toList();
    }

    List<Incident> seen() {
        return incidents.since(series, NOON);
    }

    Standing standing() {
        return Objects.requireNonNull(standings.of(series).orElse(null), "nobody looked");
    }
}
