package dev.easel.sentinelpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.StoredPicture;
import dev.easel.aws.Aws;
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
import dev.easel.id.Ids;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationStep.Kind;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Lent;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The panel's five minutes in simulated time: every message that it sends arrives when it says,
/// twice if a test wants.
class SentinelPollTest {

    private static final Log LOG = new Log("test", Clock.systemUTC(), _ -> {});
    private static final Duration BUDGET = Duration.ofMinutes(5);

    private final Map<String, String> env = LiveStack.get().environment("SentinelPollFunction");
    private final Aws aws = new Aws(env);
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Ticking clock = new Ticking(start);
    private final DynamoGenerations generations =
            new DynamoGenerations(aws.dynamo(), name("GENERATIONS_TABLE"));
    private final DynamoEvaluations evaluations =
            new DynamoEvaluations(aws.dynamo(), name("EVALUATIONS_TABLE"));
    private final S3Assets assets = new S3Assets(aws, name("BUCKET"), clock);
    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final PriorityQueue<Message> queue =
            new PriorityQueue<>(Comparator.comparing(Message::at));
    private final List<Event> published = new ArrayList<>();

    @Test
    void anEvaluatorThatNeedsFourMinutesIsWaitedFor() {
        var slow = new Slow(Duration.ofMinutes(4));
        var generation = succeeded();

        play(slow, generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(Duration.between(start, clock.instant()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(published).extracting(Event::type).containsExactly("evaluation.completed");
    }

    @Test
    void anEvaluatorThatNeverAnswersIsMissingWhenTheBudgetIsSpent() {
        var generation = succeeded();

        play(new Slow(Duration.ofDays(1)), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(clock.instant()).isEqualTo(start.plus(BUDGET));
        assertThat(evaluation(generation).findings())
                .filteredOn(finding -> finding.judge() == Judge.SENTINEL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.ABSTAIN))
                .satisfies(finding ->
                        assertThat(finding.reasoning()).isEqualTo("No answer came in time."));
    }

    @Test
    void messagesThatComeTwiceAskNobodyTwiceAndGiveOneVerdict() {
        var slow = new Slow(Duration.ofSeconds(20));
        var generation = succeeded();

        play(slow, generation, 2);

        assertThat(slow.asked).isEqualTo(1);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
        assertThat(published).hasSize(1);
    }

    @Test
    void anEvaluatorThatCannotBeReachedAtFirstIsAskedAgain() {
        var busy = new Busy(3);
        var generation = succeeded();

        play(busy, generation, 2);

        assertThat(busy.asked).isEqualTo(4);
        assertThat(busy.questions).as("under one key, byte for byte").hasSize(1);
        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void aStartThatWasCutOffBetweenTwoAnswersIsFinishedByTheNext() {
        var generation = succeeded();
        var evaluation = evaluation(generation);
        var lent = new Lent(URI.create("https://example.com/o"), null, null);
        evaluations.begin(evaluation, Judge.SENTINEL, lent, start);

        play(new Slow(Duration.ZERO), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.GREEN);
    }

    @Test
    void pollsNeverForkHoweverOftenTheirMessagesCome() {
        var slow = new Slow(Duration.ofMinutes(1));

        play(slow, succeeded(), 3);

        assertThat(slow.heard).isLessThan(15);
    }

    @Test
    void anEvaluatorThatDeclinesIsMissing() {
        var generation = succeeded();

        play(new Declining(), generation, 1);

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(clock.instant())
                .as("nobody waits for who was never going to answer")
                .isEqualTo(start);
    }

    @Test
    void aVerdictThatWasNotPassedOnIsPassedOnByTheNextMessage() {
        var generation = succeeded();
        var evaluation = evaluation(generation);
        evaluations.conclude(evaluation, Verdict.AMBER, start);

        panel(new Declining()).take(evaluation.step(Kind.DEADLINE, 0));

        assertThat(verdict(generation)).isEqualTo(Verdict.AMBER);
        assertThat(published).hasSize(1);
    }

    @Test
    void aJudgeWhoseStartWasLostAbstainsAndSaysSo() {
        var generation = succeeded();
        var evaluation = evaluation(generation);

        panel(new Declining()).take(evaluation.step(Kind.DEADLINE, 0));

        assertThat(verdict(generation)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(evaluation(generation).findings())
                .allMatch(finding -> finding.reasoning().contains("start_lost"));
    }

    /// Delivers every message `times` times, in the order of time, until there is none before the
    /// verdict.
    private void play(Evaluator evaluator, Generation generation, int times) {
        var panel = panel(evaluator);
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

    private SentinelPoll panel(Evaluator evaluator) {
        return new SentinelPoll(
                generations,
                evaluations,
                (step, delay) -> queue.add(new Message(clock.instant().plus(delay), step)),
                new PixelPanel(assets),
                new Asker(evaluator, evaluations, assets, LOG),
                new Conclusion(
                        generations,
                        evaluations,
                        new CircuitBreaker(
                                new DynamoParking(new Aws(env).dynamo(), name("GUARDS_TABLE")),
                                published::add,
                                0),
                        published::add,
                        clock,
                        LOG),
                new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(15)),
                Duration.ofSeconds(60),
                clock);
    }

    /// A generation whose output waits for the panel.
    private Generation succeeded() {
        var id = ids.generation();
        var output =
                new StoredPicture(
                        AssetKeys.output(id, 0, MediaType.PNG),
                        MediaType.PNG,
                        new Size(600, 400),
                        466_706);
        assets.write(
                output.key(),
                MediaType.PNG,
                LiveStack.PROJECT.resolve("photos").resolve("coffee.png"));
        var order =
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
        var first = EvaluationId.first(id);
        var generation =
                Generation.admit(id, order, "req-1", start, Duration.ofMinutes(15))
                        .judgedBy(first)
                        .to(new State.Succeeded(List.of(output)), start, start);
        Planting.plant(aws, name("GENERATIONS_TABLE"), generation);
        evaluations.start(
                Evaluation.open(id, first, "req-1", Rubrics.of(Task.TEXT_TO_IMAGE), start, BUDGET));
        return generation;
    }

    private @Nullable Verdict verdict(Generation generation) {
        return generations.find(generation.id()).orElseThrow().verdict();
    }

    private Evaluation evaluation(Generation generation) {
        return evaluations.of(generation.id()).getFirst();
    }

    private String name(String variable) {
        return env.getOrDefault(variable, "");
    }

    private record Message(Instant at, EvaluationStep step) {}

    /// Answers after its time, and counts how often it was asked.
    private final class Slow implements Evaluator {
        private final Duration time;
        private int asked;
        private int heard;

        Slow(Duration time) {
            this.time = time;
        }

        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            asked++;
            return new Asking.Taken("ticket");
        }

        @Override
        public Opinion hear(String ticket) {
            heard++;
            return clock.instant().isBefore(start.plus(time))
                    ? new Opinion.Pending()
                    : new Opinion.Given(
                            new Finding(
                                    Judge.SENTINEL,
                                    Result.PASS,
                                    null,
                                    "Fine.",
                                    List.of(),
                                    Map.of()));
        }
    }

    /// Has no time at first.
    private static final class Busy implements Evaluator {
        private final int refusals;
        private final Set<Question> questions = new HashSet<>();
        private int asked;

        Busy(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            questions.add(question);
            return ++asked <= refusals ? new Asking.Later("HTTP 503") : new Asking.Taken("ticket");
        }

        @Override
        public Opinion hear(String ticket) {
            return new Opinion.Given(
                    new Finding(Judge.SENTINEL, Result.PASS, null, "Fine.", List.of(), Map.of()));
        }
    }

    /// Will not look.
    private static final class Declining implements Evaluator {
        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            return new Asking.Declined("402");
        }

        @Override
        public Opinion hear(String ticket) {
            return new Opinion.Pending();
        }
    }
}
