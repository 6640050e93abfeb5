package dev.easel.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoBudget;
import dev.easel.aws.DynamoContracts;
import dev.easel.aws.DynamoRuns;
import dev.easel.aws.EventBridgeBus;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SsmSecrets;
import dev.easel.door.Log;
import dev.easel.door.ScheduleDoor;
import dev.easel.door.Scheduled;
import dev.easel.fetch.Destinations;
import dev.easel.fetch.Fetch;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.id.Ids;
import dev.easel.provider.Provider;
import dev.easel.providers.ProviderShelf;
import dev.easel.routing.Candidate;
import dev.easel.routing.TierTable;
import dev.easel.secret.Secrets;
import dev.easel.workflow.Tier;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Calls every provider that the operator lists once in each cron window.
public final class BenchmarkHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {

    private static final Duration QUICK = Duration.ofSeconds(15);
    private static final Duration FETCH_TIME_MAX = Duration.ofSeconds(20);

    private final ScheduleDoor<Benchmark.Fired> door;
    private final boolean listed;

    /// For Lambda.
    public BenchmarkHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public BenchmarkHandler(Map<String, String> env) {
        var settings = BenchmarkSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var log = new Log("benchmark", clock);
        var benchmark =
                new Benchmark(
                        entrants(settings, aws, clock),
                        settings.period(),
                        new EventBridgeBus(aws.events(), settings.bus()),
                        log);
        door = new ScheduleDoor<>(log, event -> benchmark.fire(Scheduled.at(event)));
        listed = !settings.providers().chosen().isEmpty();
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        var fired = door.handle(context.getAwsRequestId(), event);
        if (fired.results().isEmpty()) {
            return Map.of("skipped", true, "reason", listed ? "cron_window_taken" : "no_providers");
        }
        return Map.of("cron_window", fired.window().wire(), "results", fired.results());
    }

    private static List<Entrant> entrants(BenchmarkSettings settings, Aws aws, Clock clock) {
        var providers = settings.providers();
        var runs = new DynamoRuns(aws.dynamo(), settings.runsTable());
        var budget =
                new DynamoBudget(
                        aws.dynamo(), settings.guardsTable(), settings.microDollarsPerDay());
        var contracts = new DynamoContracts(aws.dynamo(), settings.guardsTable());
        var keeping = new Keeping(new S3Assets(aws, settings.bucket(), clock));
        var fetch =
                new Fetch(
                        settings.outputBytesMax(),
                        FETCH_TIME_MAX,
                        Destinations.anywhere(providers.localOrigins()));
        var ids = new Ids(new SecureRandom());
        var secrets = new SsmSecrets(aws.ssm(), clock);
        var shelf = shelf(settings, secrets);
        return candidates(providers.chosen()).stream()
                .map(candidate -> {
                    var id = candidate.provider();
                    return new Entrant(
                            candidate,
                            new Entrant.Rules(
                                    () -> !secrets.isMissing(providers.key(id)),
                                    providers.isSimulated(id),
                                    settings.deadline()),
                            new ProviderCall(
                                    heard -> shelf.apply(id, heard),
                                    contracts,
                                    fetch,
                                    keeping,
                                    Thread::sleep,
                                    clock),
                            runs,
                            budget,
                            ids,
                            clock);
                })
                .toList();
    }

    /// Makes the provider of this id, which tells whenever it hears an answer.
    private static BiFunction<String, Runnable, Provider> shelf(
            BenchmarkSettings settings, Secrets secrets) {
        var http = ProviderHttp.client();
        return (id, heard) ->
                ProviderShelf.of(
                                Set.of(id),
                                settings.providers().addresses(),
                                (_, base) ->
                                        new Access(
                                                http,
                                                secrets,
                                                settings.providers().key(id),
                                                base,
                                                QUICK,
                                                settings.deadline(),
                                                heard))
                        .named(id);
    }

    /// Whom the tier table would ask for the same work.
    private static List<Candidate> candidates(Set<String> chosen) {
        var all = TierTable.STANDARD.route("create", Tier.ONE_K).orElseThrow().candidates();
        chosen.stream()
                .filter(id -> all.stream().noneMatch(candidate -> candidate.provider().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalArgumentException("no provider is called " + id);
                });
        return all.stream().filter(candidate -> chosen.contains(candidate.provider())).toList();
    }
}
