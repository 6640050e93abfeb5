package dev.easel.aws;

import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.guard.Admission;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;
import dev.easel.guard.RunLimits;
import dev.easel.id.Ids;
import dev.easel.local.LiveStack;
import dev.easel.quota.Quota;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// Admissions into the tables of the live stack, on a day of their own and by a clock that the test
/// moves.
final class AdmissionScene {

    static final Quota TWENTY = Quota.runsPerAddress(20);
    static final Quota MANY = Quota.runsPerDay(1_000_000);
    static final RunLimits LIMITS = new RunLimits(TWENTY, MANY, Duration.ZERO);

    private static final Ids IDS = new Ids(RandomGenerator.getDefault());

    /// Long after today, so that the stack's own sweeper finds nothing of this overdue.
    private static final AtomicLong DAY =
            new AtomicLong(Instant.parse("2096-01-01T00:00:00Z").getEpochSecond() / 86_400);

    private final Map<String, String> env = LiveStack.get().environment("DispatchFunction");
    final DynamoDbClient dynamo = new Aws(env).dynamo();
    final DynamoGenerations generations =
            new DynamoGenerations(dynamo, env.getOrDefault("GENERATIONS_TABLE", ""));
    final String guards = env.getOrDefault("GUARDS_TABLE", "");
    final Ticking clock = new Ticking(freshDay());

    /// Noon of a day on which nobody was admitted yet.
    static Instant freshDay() {
        return Instant.ofEpochSecond(DAY.getAndIncrement() * 86_400 + 43_200);
    }

    static Caller caller() {
        return new Caller("caller-" + IDS.attempt());
    }

    static Claim claim() {
        return new Claim("claim-" + IDS.attempt(), "fingerprint");
    }

    Generation generation() {
        var order =
                new Order(
                        "create", Tier.ONE_K, null, null, List.of(), "words", null, null, Map.of());
        return Generation.admit(
                IDS.generation(), order, "req-1", clock.instant(), Duration.ofMinutes(15));
    }

    DynamoAdmissions admissions() {
        return admissions(LIMITS);
    }

    DynamoAdmissions admissions(RunLimits limits) {
        return admissions(dynamo, limits, clock, clock::advance);
    }

    DynamoAdmissions admissions(DynamoDbClient client) {
        return admissions(client, LIMITS, clock, clock::advance);
    }

    DynamoAdmissions admissions(
            DynamoDbClient client, RunLimits limits, InstantSource time, Pause pause) {
        return new DynamoAdmissions(
                client,
                new DynamoGenerations(client, env.getOrDefault("GENERATIONS_TABLE", "")),
                env.getOrDefault("GENERATIONS_TABLE", ""),
                guards,
                limits,
                new Retries(time, RandomGenerator.getDefault(), pause));
    }

    /// Between the tries real time passes, but the five seconds never end.
    DynamoAdmissions patiently(TroubledDynamo.Trouble trouble) {
        var now = clock.instant();
        return admissions(TroubledDynamo.of(dynamo, trouble), LIMITS, () -> now, Thread::sleep);
    }

    /// As the API does it: what can be answered early is.
    static Admission ask(
            DynamoAdmissions admissions,
            Generation generation,
            Caller caller,
            @Nullable Claim claim) {
        var early = admissions.look(caller, claim).admission();
        return early == null ? admissions.admit(generation, caller, claim) : early;
    }

    /// Lets so many in, one after another.
    void fill(DynamoAdmissions admissions, Caller caller, int runs) {
        for (int i = 0; i < runs; i++) {
            admissions.admit(generation(), caller, null);
        }
    }

    Map<String, AttributeValue> guard(Map<String, AttributeValue> key) {
        return new GuardsReader(dynamo, guards).read(key);
    }

    /// How many were counted on the clock's day.
    long today() {
        var item = guard(new DayCounter(MANY).key(clock.instant()));
        return item.isEmpty() ? 0 : new Row(item).number("n");
    }

    /// Sets how many were counted on the clock's day.
    void today(int runs) {
        var item = new RowBuilder().number("n", runs).build();
        item.putAll(new DayCounter(MANY).key(clock.instant()));
        dynamo.putItem(request -> request.tableName(guards).item(item));
    }

    /// Starts all of them at the same moment.
    static <T> List<T> together(int count, IntFunction<Callable<T>> work)
            throws ExecutionException, InterruptedException {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                var one = work.apply(i);
                running.add(
                        executor.submit(() -> {
                            start.await();
                            return one.call();
                        }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
