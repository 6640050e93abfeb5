package dev.easel.sentinelpoll;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.aws.Aws;
import dev.easel.aws.Books;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.Planting;
import dev.easel.aws.S3Assets;
import dev.easel.aws.Ticking;
import dev.easel.door.Log;
import dev.easel.event.Event;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.id.Ids;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Judge;
import dev.easel.judging.Rubric;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Series;
import dev.easel.reliability.Sittings;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A panel in simulated time over real tables: every message that it sends arrives when it says, twice
/// if a test wants.
abstract class Sitting {

    static final Log LOG = new Log("test", Clock.systemUTC(), _ -> {});
    static final Duration BUDGET = Duration.ofMinutes(5);

    final Map<String, String> env = LiveStack.get().environment("SentinelPollFunction");
    final Aws aws = new Aws(env);
    final DynamoDbClient dynamo = aws.dynamo();
    final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    final Ticking clock = new Ticking(start);
    final DynamoGenerations generations = new DynamoGenerations(dynamo, name("GENERATIONS_TABLE"));
    final DynamoEvaluations evaluations = new DynamoEvaluations(dynamo, name("EVALUATIONS_TABLE"));
    final S3Assets assets = new S3Assets(aws, name("BUCKET"), clock);
    final Books books = new Books(dynamo, name("RUNS_TABLE"));
    final Ids ids = new Ids(RandomGenerator.getDefault());
    final PriorityQueue<Message> queue = new PriorityQueue<>(Comparator.comparing(Message::at));
    final List<Event> published = new ArrayList<>();

    /// Whether the statistics cannot be reached.
    boolean countsNothing;

    /// Delivers every message `times` times, in the order of time, until there is none before the
    /// verdict.
    void play(Evaluator evaluator, Generation generation, int times) {
        play(panel(evaluator), generation, times);
    }

    void play(SentinelPoll panel, Generation generation, int times) {
        var evaluation = evaluation(generation);
        queue.add(new Message(start, evaluation.step(Kind.START, 0)));
        queue.add(new Message(start.plus(BUDGET), evaluation.step(Kind.DEADLINE, 0)));
        for (var next = queue.poll();
                next != null && verdict(generation) == null;
                next = queue.poll()) {
            if (clock.instant().isBefore(next.at)) {
                clock.advance(Duration.between(clock.instant(), next.at));
            }
            for (int i = 0; i < times; i++) {
                panel.take(next.step);
            }
        }
    }

    SentinelPoll panel(Evaluator evaluator) {
        return panel(evaluator, List.of());
    }

    SentinelPoll panel(Evaluator evaluator, List<? extends Evaluator> viewers) {
        EvaluationSteps steps =
                (step, delay) -> queue.add(new Message(clock.instant().plus(delay), step));
        var questioner = new Questioner(assets);
        var backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15));
        return new SentinelPoll(
                generations,
                evaluations,
                steps,
                new PixelPanel(new Gallery(assets)),
                new Asker(evaluator, evaluations, questioner, clock, LOG),
                new Viewers(
                        viewers.stream().collect(Collectors.toMap(Evaluator::judge, one -> one)),
                        evaluations,
                        steps,
                        questioner,
                        backoff,
                        clock,
                        LOG),
                new Conclusion(
                        generations,
                        evaluations,
                        new CircuitBreaker(
                                new DynamoParking(dynamo, name("GUARDS_TABLE")), published::add, 0),
                        new Sittings(this::record, Set.of(Judge.SENTINEL)),
                        published::add,
                        clock,
                        LOG),
                backoff,
                Duration.ofSeconds(60),
                clock);
    }

    private void record(Series series, String id, Observation observation) {
        if (countsNothing) {
            throw new IllegalStateException("no statistics today");
        }
        books.record(series, id, observation);
    }

    /// A generation whose output waits for the panel.
    Generation succeeded() {
        return succeeded(Rubrics.of(Task.TEXT_TO_IMAGE));
    }

    Generation succeeded(Rubric rubric) {
        return succeeded(rubric, LiveStack.PROJECT.resolve("photos").resolve("coffee.png"));
    }

    /// One whose output is no picture.
    Generation broken(Rubric rubric) {
        return succeeded(rubric, LiveStack.PROJECT.resolve("pom.xml"));
    }

    private Generation succeeded(Rubric rubric, Path file) {
        var id = ids.generation();
        var output = stored(AssetKeys.output(id, 0, MediaType.PNG), new Size(600, 400), file);
        return planted(id, order("create", null, null), output, rubric);
    }

    /// One that took something out of a photo. All are PNG files of one size.
    Generation removed(Rubric rubric, Size size, Path photo, Path mask, Path file) {
        var id = ids.generation();
        var order =
                order(
                        "remove-object",
                        stored(AssetKeys.input(ids.upload(UploadId.Kind.IMAGE)), size, photo),
                        stored(AssetKeys.input(ids.upload(UploadId.Kind.MASK)), size, mask));
        return planted(
                id, order, stored(AssetKeys.output(id, 0, MediaType.PNG), size, file), rubric);
    }

    private StoredPicture stored(String key, Size size, Path file) {
        assets.write(key, MediaType.PNG, file);
        return new StoredPicture(key, MediaType.PNG, size, 466_706);
    }

    private static Order order(
            String workflow, @Nullable StoredPicture photo, @Nullable StoredPicture mask) {
        return new Order(
                workflow,
                Tier.ONE_K,
                photo,
                mask,
                List.of(),
                photo == null ? "a cup of coffee" : null,
                null,
                null,
                Map.of());
    }

    private Generation planted(GenerationId id, Order order, StoredPicture output, Rubric rubric) {
        var first = EvaluationId.first(id);
        var generation =
                Generation.admit(id, order, "req-1", start, Duration.ofMinutes(15))
                        .judgedBy(first)
                        .to(new State.Succeeded(List.of(output)), start, start);
        Planting.plant(dynamo, name("GENERATIONS_TABLE"), generation);
        evaluations.start(Evaluation.open(id, first, "req-1", rubric, start, BUDGET));
        return generation;
    }

    @Nullable Verdict verdict(Generation generation) {
        return generations.find(generation.id()).orElseThrow().verdict();
    }

    Evaluation evaluation(Generation generation) {
        return evaluations.of(generation.id()).getFirst();
    }

    String name(String variable) {
        return env.getOrDefault(variable, "");
    }

    record Message(Instant at, EvaluationStep step) {}
}
