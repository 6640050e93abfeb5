package dev.easel.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.door.Environment;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.providers.ProviderShelf;

import java.time.Clock;
import java.util.Map;

/// Counts up what the hours have brought, every few minutes.
public final class RollUpHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    private final ScheduleDoor<RollUp.Rolled> door;

    /// For Lambda.
    public RollUpHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public RollUpHandler(Map<String, String> env) {
        var settings = Settings.from(env);
        var clock = Clock.systemUTC();
        var history =
                new DynamoHistory(new Aws(env).dynamo(), settings.runsTable, settings.rollupsTable);
        var rollUp = new RollUp(history, ProviderShelf.ids().stream().sorted().toList(), clock);
        door = new ScheduleDoor<>(new Log("roll-up", clock), _ -> rollUp.roll());
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        var rolled = door.handle(context.getAwsRequestId(), event);
        return Map.of("up_to", rolled.upTo().toString(), "rollups", rolled.rollups());
    }

    private record Settings(String runsTable, String rollupsTable) {
        static Settings from(Map<String, String> env) {
            var environment = new Environment(env);
            var settings =
                    new Settings(environment.text("RUNS_TABLE"), environment.text("ROLLUPS_TABLE"));
            environment.check();
            return settings;
        }
    }
}
