package dev.easel.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.aws.DynamoStandings;
import dev.easel.aws.EventBridgeBus;
import dev.easel.door.Environment;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.providers.ProviderShelf;

import java.time.Clock;
import java.util.Map;

/// Looks every minute whether a provider got worse.
public final class ProviderWatchHandler
        implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

    private final ScheduleDoor<ProviderWatch.Watched> door;

    /// For Lambda.
    public ProviderWatchHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public ProviderWatchHandler(Map<String, String> env) {
        var settings = Settings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var log = new Log("provider-watch", clock);
        var watch =
                new ProviderWatch(
                        ProviderShelf.ids().stream().sorted().toList(),
                        new DynamoHistory(dynamo, settings.runsTable, settings.rollupsTable),
                        new DynamoStandings(dynamo, settings.rollupsTable),
                        new DynamoIncidents(dynamo, settings.rollupsTable),
                        new EventBridgeBus(aws.events(), settings.bus),
                        clock,
                        log);
        door = new ScheduleDoor<>(log, _ -> watch.watch());
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        var watched = door.handle(context.getAwsRequestId(), event);
        return Map.of("degraded", watched.degraded(), "told", watched.told());
    }

    private record Settings(String runsTable, String rollupsTable, String bus) {
        static Settings from(Map<String, String> env) {
            var environment = new Environment(env);
            var settings =
                    new Settings(
                            environment.text("RUNS_TABLE"),
                            environment.text("ROLLUPS_TABLE"),
                            environment.text("BUS"));
            environment.check();
            return settings;
        }
    }
}
