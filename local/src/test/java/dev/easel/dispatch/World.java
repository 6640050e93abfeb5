package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.aws.Aws;
import dev.easel.aws.Books;
import dev.easel.aws.DynamoContracts;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.Planting;
import dev.easel.aws.S3Assets;
import dev.easel.aws.Ticking;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.event.Event;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.guard.Caller;
import dev.easel.id.GenerationId;
import dev.easel.id.Ids;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.local.LiveStack;
import dev.easel.local.Stack;
import dev.easel.parking.Parking;
import dev.easel.provider.Provider;
import dev.easel.routing.Contracts;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.Stream;

/// Worker, panel and sweeper in simulated time: real tables, a real bucket and real downloads, but a
/// queue and a clock of its own, so that hours pass in a second and every message can be lost, doubled
/// or late.
final class World {

    static final Duration DEADLINE = Duration.ofMinutes(15);
    static final Duration BUDGET = Duration.ofMinutes(5);

    /// The one provider that passes for a simulator.
    static final String SIMULATED = "runflow";

    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Order ORDER =
            new Order(
                    "create",
                    Tier.ONE_K,
                    null,
                    null,
                    List.of(),
                    "a cup of coffee",
                    null,
                    null,
                    Map.of());

    private static final Duration VISIBILITY = Duration.ofMinutes(6);

    /// Nothing else runs on it: no schedule and no queue of its own.
    private static final Stack STACK =
            Stack.start(
                    LiveStack.options(
                                    LiveStack.PROJECT.resolve("template.yaml"), LiveStack.folder())
                            .withBackground(false));

    private static final Map<String, String> ENV = STACK.environment("WorkerFunction");

    /// Of all worlds: to build a client costs more than what a message does with it.
    static final DynamoDbClient DYNAMO = new Aws(ENV).dynamo();

    private static final Assets ASSETS =
            new S3Assets(new Aws(ENV), name("BUCKET"), Clock.systemUTC());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(STACK::close));
    }

    /// As fine as the tables keep it.
    final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    final Ticking clock = new Ticking(start);
    final ScriptedProvider provider =
            new ScriptedProvider(clock, PictureHost.PICTURE, PictureHost.PNG);
    final List<Event> published = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    final Generations generations;
    final Evaluations evaluations;
    final Contracts remembered;
    final Parking parking;
    final Books books;

    /// So many in a row park a workflow; 0: none does.
    int parkAfter;

    Crashes crashes = Crashes.never();

    /// Doubles and delays every message, if there.
    @Nullable Random disorder;

    /// Messages to the worker and to the panel are lost from then on until nobody minds any more.
    boolean losesMessages;

    boolean losesDeadlines;

    /// How often a call that is the work was handed on.
    int handedOver;

    /// Whom the worker and the panel speak to.
    Provider submitsTo = provider;

    /// Who is asked after that one.
    final List<Provider> others = new ArrayList<>();

    /// What of this machine pictures may be fetched from.
    final List<URI> serves = new ArrayList<>(List.of(PictureHost.PICTURE));

    Catalog catalog = Catalog.STANDARD;

    final Patient judge = new Patient(clock);

    Evaluator asks = judge;

    /// After every message: what goes on outside of simulated time has to be waited for.
    Runnable afterwards = () -> {};

    @Nullable Instant restedAt;
    @Nullable Instant crashedAt;

    final Ids ids = new Ids(new Random(1));

    private final PriorityQueue<Message> queue =
            new PriorityQueue<>(
                    Comparator.comparing(Message::at).thenComparingInt(Message::number));
    private int sent;

    World() {
        generations = new DynamoGenerations(DYNAMO, name("GENERATIONS_TABLE"));
        evaluations = new DynamoEvaluations(DYNAMO, name("EVALUATIONS_TABLE"));
        parking = new DynamoParking(DYNAMO, name("GUARDS_TABLE"));
        books = new Books(DYNAMO, name("RUNS_TABLE"));
        remembered = new DynamoContracts(DYNAMO, name("GUARDS_TABLE"));
        Leftovers.clear(DYNAMO, name("GENERATIONS_TABLE"), List.of("id"));
        Leftovers.clear(DYNAMO, name("EVALUATIONS_TABLE"), List.of("generation", "part"));
    }

    private record Message(Instant at, int number, Runnable work, boolean redelivered) {}

    Generation admit(Order order) {
        return admit(fresh(order));
    }

    /// Admits a generation whose first message is on its way.
    Generation admit() {
        return admit(ORDER);
    }

    /// Admits a package of so many.
    Generation admitPackage(int parts) {
        var id = new Ids(new Random()).generation();
        var children = Stream.generate(() -> fresh(ORDER)).limit(parts).toList();
        var whole =
                Generation.pack(
                        id,
                        ORDER,
                        children.stream().map(Generation::id).toList(),
                        "req-1",
                        clock.instant(),
                        DEADLINE);
        Planting.plant(DYNAMO, name("GENERATIONS_TABLE"), whole);
        children.forEach(child -> admit(child.childOf(id)));
        return whole;
    }

    /// Admits one whose output is held back until it has a verdict.
    Generation admitGuarded(Caller caller) {
        return admit(fresh(ORDER).guardedFor(caller.id()));
    }

    List<Generation> children(Generation whole) {
        return switch (read(whole).state()) {
            case State.Gathering(var children, _) -> read(children);
            case State.Gathered(var children, _) -> read(children);
            default -> List.of();
        };
    }

    private List<Generation> read(List<GenerationId> ids) {
        return ids.stream().map(id -> generations.find(id).orElseThrow()).toList();
    }

    private Generation fresh(Order order) {
        // Random for each world: they share the tables.
        var id = new Ids(new Random()).generation();
        return Generation.admit(id, order, "req-1", clock.instant(), DEADLINE);
    }

    private Generation admit(Generation fresh) {
        Planting.plant(DYNAMO, name("GENERATIONS_TABLE"), fresh);
        send(fresh.nextStep(), Duration.ZERO);
        return fresh;
    }

    Generation read(Generation generation) {
        return generations.find(generation.id()).orElseThrow();
    }

    Cancel cancel() {
        return new Cancel(generations, this::send);
    }

    /// Lets time pass until nothing is left to do for this generation, or until the limit.
    void play(Generation generation, Duration limit) {
        restedAt = null;
        var end = start.plus(limit);
        for (var sweep = start.plusSeconds(37); sweep.isBefore(end); sweep = sweep.plus(MINUTE)) {
            queue.add(new Message(sweep, sent++, this::sweep, true));
        }
        while (!queue.isEmpty() && !queue.peek().at().isAfter(end)) {
            var message = queue.remove();
            advanceTo(message.at());
            deliver(message);
            if (restedAt == null && read(generation).rests()) {
                restedAt = clock.instant();
            }
            if (restedAt != null && !isOpen(generation.id())) {
                return;
            }
        }
        advanceTo(end);
    }

    /// Lets time pass until then, and stops in the middle of things.
    void playUntil(Instant then) {
        while (!queue.isEmpty() && !queue.peek().at().isAfter(then)) {
            var message = queue.remove();
            advanceTo(message.at());
            deliver(message);
        }
        advanceTo(then);
    }

    private void deliver(Message message) {
        try {
            message.work().run();
            afterwards.run();
        } catch (Crashes.Crash _) {
            crashedAt = clock.instant();
            // The message comes back when its invisibility ends; a schedule's does not.
            if (!message.redelivered()) {
                queue.add(
                        new Message(
                                clock.instant().plus(VISIBILITY), sent++, message.work(), true));
            }
        }
    }

    private boolean isOpen(GenerationId id) {
        var found =
                DYNAMO.getItem(request ->
                        request.tableName(name("GENERATIONS_TABLE"))
                                .key(Map.of("id", AttributeValue.fromS(id.value())))
                                .consistentRead(true));
        return found.item().containsKey("open");
    }

    private void advanceTo(Instant then) {
        if (clock.instant().isBefore(then)) {
            clock.advance(Duration.between(clock.instant(), then));
        }
    }

    void send(Step step, Duration delay) {
        enqueue(delay, () -> new Works(this).worker().take(step));
    }

    /// One more provider, which is there to be asked, too.
    ScriptedProvider another(String id) {
        var provider = new ScriptedProvider(clock, PictureHost.PICTURE, PictureHost.PNG);
        provider.id = id;
        others.add(provider);
        return provider;
    }

    void sendToSubmits(Step step, Duration delay) {
        handedOver++;
        enqueue(delay, () -> new Works(this).worker(null).take(step));
    }

    void send(EvaluationStep step, Duration delay) {
        if (!losesDeadlines || step.kind() != EvaluationStep.Kind.DEADLINE) {
            enqueue(delay, () -> new Works(this).panel().take(step));
        }
    }

    private void enqueue(Duration delay, Runnable work) {
        if (losesMessages) {
            return;
        }
        var at = clock.instant().plus(delay);
        if (disorder == null) {
            queue.add(new Message(at, sent++, work, false));
            return;
        }
        int copies = 2 + disorder.nextInt(2);
        for (int i = 0; i < copies; i++) {
            queue.add(new Message(at.plusSeconds(disorder.nextInt(20)), sent++, work, false));
        }
    }

    void sweep() {
        new Works(this).sweep();
    }

    Evaluation evaluation(Generation generation) {
        return evaluations.of(generation.id()).getFirst();
    }

    long told(String type) {
        return published.stream().filter(event -> event.type().equals(type)).count();
    }

    Assets assets() {
        return ASSETS;
    }

    <T> T wrapped(Class<T> port, T real) {
        return crashes.around(port, real);
    }

    Log log() {
        return new Log("test", clock, lines::add);
    }

    static String name(String variable) {
        return ENV.getOrDefault(variable, "");
    }
}
