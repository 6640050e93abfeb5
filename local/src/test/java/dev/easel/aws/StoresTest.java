package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.image.Box;
import dev.easel.image.MediaType;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Result;
import dev.easel.judging.Rubric;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the tables keep, and who wins, against DynamoDB Local with the tables of the template.
class StoresTest {

    /// Long after today, so that the stack's own sweeper finds nothing of this overdue.
    private static final Instant NOW = Instant.parse("2096-11-23T12:00:00Z");

    private static final Ids IDS = new Ids(RandomGenerator.getDefault());
    private static final StoredPicture PICTURE =
            new StoredPicture("inputs/x", MediaType.JPEG, new Size(3, 2), 17);

    private final Map<String, String> env = LiveStack.get().environment("DispatchFunction");
    private final Aws aws = new Aws(env);
    private final DynamoGenerations generations =
            new DynamoGenerations(aws.dynamo(), name("GENERATIONS_TABLE"));
    private final DynamoEvaluations evaluations =
            new DynamoEvaluations(aws.dynamo(), name("EVALUATIONS_TABLE"));

    static Stream<State> states() {
        return Stream.of(
                new State.Queued(),
                new State.Submitting(),
                new State.Running("run-1", 3),
                new State.Storing(List.of(URI.create("https://example.com/1.png?a=b")), 1),
                new State.Succeeded(List.of(PICTURE)),
                new State.Failed(
                        new ProviderFailure(
                                FailureClass.QUOTA, Billed.NO, "402 INSUFFICIENT_CREDIT")),
                new State.Cancelled());
    }

    @ParameterizedTest
    @MethodSource("states")
    void aGenerationIsReadAsItWasWritten(State state) {
        var attempt = Attempt.start(IDS.attempt(), new Try("p", "m", "2026-10"), NOW);
        var generation =
                fresh().with(attempt)
                        .with(
                                attempt.fail(
                                        new ProviderFailure(
                                                FailureClass.CONNECT, Billed.NO, "refused"),
                                        NOW))
                        .withWarnings(List.of(new Warning("w", "A warning.")))
                        .to(state, NOW, NOW.plusSeconds(5));

        plant(generation);

        assertThat(generations.find(generation.id())).contains(generation);
    }

    @Test
    void aStepIsTakenOnceHoweverOftenItsMessageComes() throws Exception {
        var generation = fresh();
        plant(generation);
        var step = new Step(generation.id(), 0);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var takers =
                    IntStream.range(0, 20)
                            .mapToObj(_ ->
                                    executor.submit(() ->
                                            generations
                                                    .take(step, NOW, NOW.plusSeconds(60))
                                                    .isPresent()))
                            .toList();
            int winners = 0;
            for (var taker : takers) {
                winners += taker.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
        assertThat(generations.find(generation.id()).orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void whoWasOvertakenSavesNothing() {
        var generation = fresh();
        plant(generation);
        var first = generations.take(new Step(generation.id(), 0), NOW, NOW).orElseThrow();
        var second = generations.take(new Step(generation.id(), 1), NOW, NOW).orElseThrow();

        assertThat(generations.save(first.to(new State.Running("late", 0), NOW, NOW))).isFalse();
        assertThat(generations.save(second.to(new State.Running("in time", 0), NOW, NOW))).isTrue();
    }

    @Test
    void aTerminalStateNeverChangesAgain() {
        var generation = fresh();
        plant(generation);
        var taken = generations.take(new Step(generation.id(), 0), NOW, NOW).orElseThrow();
        assertThat(generations.save(taken.to(new State.Succeeded(List.of(PICTURE)), NOW, NOW)))
                .isTrue();

        assertThat(
                        generations.save(
                                taken.to(
                                        new State.Failed(
                                                new ProviderFailure(
                                                        FailureClass.LOST, Billed.NO, "")),
                                        NOW,
                                        NOW)))
                .isFalse();
        assertThat(generations.take(new Step(generation.id(), 1), NOW, NOW)).isEmpty();
    }

    @Test
    void onlyWhatIsOpenAndOverdueIsFoundInTheIndex() {
        var overdue = fresh();
        var later = fresh().to(new State.Queued(), NOW, NOW.plusSeconds(600));
        var done = fresh();
        Stream.of(overdue, later, done).forEach(this::plant);
        var taken = generations.take(new Step(done.id(), 0), NOW, NOW).orElseThrow();
        generations.save(taken.to(new State.Cancelled(), NOW, NOW));

        var found = generations.overdue(NOW.plusSeconds(60), 1000);

        assertThat(found)
                .contains(new Step(overdue.id(), 0))
                .extracting(Step::generation)
                .doesNotContain(later.id(), done.id());
    }

    @Test
    void aVerdictIsWrittenOnceAndOnlyForTheFirstEvaluation() {
        var generation = fresh();
        var evaluation = EvaluationId.first(generation.id());
        plant(generation.judgedBy(evaluation));

        assertThat(generations.conclude(generation.id(), IDS.evaluation(), Verdict.GREEN, NOW))
                .isFalse();
        assertThat(generations.conclude(generation.id(), evaluation, Verdict.RED, NOW)).isTrue();
        assertThat(generations.conclude(generation.id(), evaluation, Verdict.GREEN, NOW)).isFalse();
        assertThat(generations.find(generation.id()).orElseThrow().verdict())
                .isEqualTo(Verdict.RED);
    }

    @Test
    void aSeatIsTakenOnceAndItsFirstAnswerStays() {
        var evaluation = evaluation();
        evaluations.start(evaluation);
        evaluations.start(evaluation);
        var finding =
                new Finding(
                        Judge.CHANGE,
                        Result.FAIL,
                        true,
                        "Nothing changed.",
                        List.of(new Box(1, 2, 3, 4)),
                        Map.of("changed", 0.25));

        assertThat(evaluations.begin(evaluation, Judge.SENTINEL, NOW)).isTrue();
        assertThat(evaluations.begin(evaluation, Judge.SENTINEL, NOW)).isFalse();
        evaluations.asked(evaluation, Judge.SENTINEL, "ticket");
        evaluations.asked(evaluation, Judge.SENTINEL, "another ticket");
        assertThat(evaluations.answer(evaluation, finding)).isTrue();
        assertThat(evaluations.answer(evaluation, Finding.abstain(Judge.CHANGE, "late"))).isFalse();

        var read = evaluations.find(evaluation.generation(), evaluation.id()).orElseThrow();
        assertThat(read.seats())
                .containsExactlyInAnyOrder(
                        new Seat.Answered(finding), new Seat.Asked(Judge.SENTINEL, "ticket"));
    }

    @Test
    void anEvaluationKeepsTheRubricThatItBeganWith() {
        var rubric =
                new Rubric(
                        Task.CUT_OUT,
                        99,
                        List.of(Judge.TECHNICAL, Judge.SENTINEL),
                        Set.of(Judge.TECHNICAL));
        var id = IDS.generation();
        var evaluation = new Evaluation(id, IDS.evaluation(), rubric, NOW, NOW, List.of(), null);

        evaluations.start(evaluation);

        assertThat(evaluations.of(id)).containsExactly(evaluation);
    }

    @Test
    void aPollIsTakenOnceAndInOrder() {
        var evaluation = evaluation();
        evaluations.start(evaluation);

        assertThat(evaluations.takePoll(evaluation, Judge.SENTINEL, 0)).as("not begun").isFalse();
        evaluations.begin(evaluation, Judge.SENTINEL, NOW);
        assertThat(evaluations.takePoll(evaluation, Judge.SENTINEL, 0)).isTrue();
        assertThat(evaluations.takePoll(evaluation, Judge.SENTINEL, 0)).isFalse();
        assertThat(evaluations.takePoll(evaluation, Judge.SENTINEL, 1)).isTrue();
    }

    @Test
    void anEvaluationsVerdictNeverChanges() {
        var evaluation = evaluation();
        evaluations.start(evaluation);

        assertThat(evaluations.conclude(evaluation, Verdict.AMBER, NOW)).isTrue();
        assertThat(evaluations.conclude(evaluation, Verdict.GREEN, NOW)).isFalse();
        assertThat(evaluations.of(evaluation.generation()))
                .singleElement()
                .extracting(Evaluation::verdict)
                .isEqualTo(Verdict.AMBER);
    }

    @Test
    void aSecretIsReadAgainAfterFiveMinutesOrWhenItWasRefused() {
        var clock = new Ticking(NOW);
        var secrets = new SsmSecrets(aws.ssm(), clock);

        assertThat(secrets.secret("/easel/runflow/api-key")).isEqualTo("rf_local");
        secrets.forget("/easel/runflow/api-key");
        clock.advance(Duration.ofMinutes(6));
        assertThat(secrets.secret("/easel/runflow/api-key")).isEqualTo("rf_local");
    }

    private static Evaluation evaluation() {
        return new Evaluation(
                IDS.generation(),
                IDS.evaluation(),
                Rubrics.of(Task.OBJECT_REMOVAL),
                NOW,
                NOW.plusSeconds(300),
                List.of(),
                null);
    }

    private void plant(Generation generation) {
        Planting.plant(aws, name("GENERATIONS_TABLE"), generation);
    }

    private static Generation fresh() {
        var order =
                new Order(
                        "remove-object",
                        Tier.TWO_K,
                        PICTURE,
                        PICTURE,
                        List.of(PICTURE, PICTURE),
                        "words",
                        new Point(4, 5),
                        "4:5",
                        Map.of("a", "b"));
        return Generation.admit(IDS.generation(), order, NOW, Duration.ofMinutes(15));
    }

    private String name(String variable) {
        return env.getOrDefault(variable, "");
    }
}
