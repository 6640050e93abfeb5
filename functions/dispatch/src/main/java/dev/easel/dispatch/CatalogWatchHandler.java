package dev.easel.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoSchemaMemories;
import dev.easel.aws.EventBridgeBus;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.http.ProviderHttp;
import dev.easel.providers.RunflowCatalog;

import java.time.Clock;
import java.util.Map;

/// Looks every day whether the models still want to be asked as they did.
public final class CatalogWatchHandler
        implements RequestHandler<ScheduledEvent, Map<String, Integer>> {

    private final ScheduleDoor<CatalogWatch.Watched> door;

    /// For Lambda.
    public CatalogWatchHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public CatalogWatchHandler(Map<String, String> env) {
        var settings = CatalogWatchSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var log = new Log("catalog-watch", clock);
        var watch =
                new CatalogWatch(
                        new RunflowCatalog(ProviderHttp.client(), settings.runflow()),
                        new DynamoSchemaMemories(aws.dynamo(), settings.guardsTable()),
                        Catalog.STANDARD,
                        new EventBridgeBus(aws.events(), settings.bus()),
                        clock,
                        log);
        door = new ScheduleDoor<>(log, _ -> watch.watch());
    }

    @Override
    public Map<String, Integer> handleRequest(ScheduledEvent event, Context context) {
        var watched = door.handle(context.getAwsRequestId(), event);
        return Map.of("models", watched.models(), "changes", watched.changes());
    }
}
