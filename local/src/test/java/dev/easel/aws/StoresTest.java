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
import dev.easel.image.MediaType;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.judging.Verdict;
import dev.easel.local.AlsoElsewhere;
import dev.easel.local.LiveStack;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the tables keep, and who wins, against DynamoDB Local with the tables of the template.
@AlsoElsewhere
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

    static Stream<State> states() {
        return Stream.of(
                new State.Queued(),
                new State.Submitting(),
                new State.Reconciling(
                        new ProviderFailure(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "reset"),
                        true,
                        NOW,
                        2),
                new State.Running("run-1", 3),
                new State.Storing("run-1", List.of(URI.create("https://example.com/1.png?a=b")), 1),
                new State.Succeeded(List.of(PICTURE)),
                new State.Failed(
                        new ProviderFailure(
                                FailureClass.QUOTA, Billed.NO, "402 INSUFFICIENT_CREDIT")),
                new State.Cancelled(Billed.UNKNOWN));
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
                        .failed(
                                new ProviderFailure(FailureClass.TIMEOUT, Billed.UNKNOWN, "late"),
                                "run-2",
                                NOW)
                        .to(state, NOW, NOW.plusSeconds(5));

        plant(generation);

        assertThat(generations.find(generation.id())).contains(generation);
    }

    @Test
    void aStepIsTakenOnceHoweverOftenItsMessageComes() throws Exception {
        var generation = fresh();
        plant(generation);
        var step = new Step(generation.id(), 0, "req-1");

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
        var first = taken(generation);
        var second =
                generations
                        .take(first.nextStep(), NOW.plusSeconds(60), NOW.plusSeconds(120))
                        .orElseThrow();

        assertThat(generations.save(first.to(new State.Running("late", 0), NOW, NOW))).isFalse();
        assertThat(generations.save(second.to(new State.Running("in time", 0), NOW, NOW))).isTrue();
    }

    @Test
    void aTerminalStateNeverChangesAgain() {
        var generation = fresh();
        plant(generation);
        var taken = taken(generation);
        var succeeded = taken.to(new State.Succeeded(List.of(PICTURE)), NOW, NOW);
        assertThat(generations.save(succeeded)).isTrue();

        assertThat(
                        generations.save(
                                taken.to(
                                        new State.Failed(
                                                new ProviderFailure(
                                                        FailureClass.LOST, Billed.NO, "")),
                                        NOW,
                                        NOW)))
                .isFalse();
        assertThat(generations.cancelQueued(taken.cancelled(Billed.NO, null, NOW))).isFalse();
        assertThat(generations.requestCancel(generation.id())).isFalse();
        assertThat(generations.find(generation.id())).contains(succeeded);
    }

    @Test
    void whoHoldsTheLeaseIsAloneUntilItEndsOrIsGivenBack() {
        var generation = fresh();
        plant(generation);
        var first = taken(generation);
        generations.mark(first.to(new State.Submitting(), NOW, NOW));
        var later = NOW.plusSeconds(60);

        assertThat(generations.take(first.nextStep(), later.minusMillis(1), later)).isEmpty();
        var second = generations.take(first.nextStep(), later, later.plusSeconds(60)).orElseThrow();
        generations.save(second.to(new State.Running("run-1", 0), later, later));
        assertThat(generations.take(second.nextStep(), later, later.plusSeconds(60))).isPresent();
    }

    @Test
    void anEndIsFoundUntilItIsClosedAndTakenByNobodyAfterwards() {
        var generation = fresh();
        plant(generation);
        var ended = taken(generation).to(new State.Succeeded(List.of(PICTURE)), NOW, NOW);
        generations.save(ended);

        assertThat(generations.overdue(NOW.plusSeconds(1), 1000)).contains(generation.id());
        assertThat(generations.close(ended)).isTrue();
        assertThat(generations.overdue(NOW.plusSeconds(1), 1000)).doesNotContain(generation.id());
        assertThat(generations.take(ended.nextStep(), NOW, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aQueuedGenerationIsCancelledUnlessItsStepWasTakenFirst() {
        var waiting = fresh();
        var taken = fresh();
        plant(waiting);
        plant(taken);
        var submitting = taken(taken).to(new State.Submitting(), NOW, NOW);
        generations.mark(submitting);

        assertThat(generations.cancelQueued(waiting.cancelled(Billed.NO, null, NOW))).isTrue();
        assertThat(generations.cancelQueued(taken.cancelled(Billed.NO, null, NOW))).isFalse();
        assertThat(generations.cancelQueued(submitting.cancelled(Billed.NO, null, NOW))).isFalse();
        assertThat(generations.requestCancel(taken.id())).isTrue();
        assertThat(generations.find(taken.id()).orElseThrow().cancelRequested()).isTrue();
    }

    /// Between the read and the write of a cancel, the worker may take the step.
    @Test
    void aWorkerWhoseGenerationWasCancelledUnderItSubmitsNothing() {
        var generation = fresh();
        plant(generation);
        var taken = taken(generation);

        assertThat(generations.cancelQueued(taken.cancelled(Billed.NO, null, NOW))).isTrue();
        assertThat(generations.mark(taken.to(new State.Submitting(), NOW, NOW))).isFalse();
    }

    @Test
    void retriesOfOneProviderAreCountedByTheMinute() {
        var budget = new DynamoRetryBudget(aws.dynamo(), name("GUARDS_TABLE"), 2);
        var provider = "provider-" + IDS.attempt();

        assertThat(budget.spend(provider, NOW)).isTrue();
        assertThat(budget.spend(provider, NOW.plusSeconds(59))).isTrue();
        assertThat(budget.spend(provider, NOW.plusSeconds(59))).isFalse();
        assertThat(budget.spend("another", NOW)).isTrue();
        assertThat(budget.spend(provider, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void onlyWhatIsOpenAndOverdueIsFoundInTheIndex() {
        var overdue = fresh();
        var later = fresh().to(new State.Queued(), NOW, NOW.plusSeconds(600));
        var done = fresh();
        Stream.of(overdue, later, done).forEach(this::plant);
        var cancelled = taken(done).cancelled(Billed.NO, null, NOW);
        generations.save(cancelled);
        generations.close(cancelled);

        var found = generations.overdue(NOW.plusSeconds(60), 1000);

        assertThat(found).contains(overdue.id()).doesNotContain(later.id(), done.id());
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
    void aSecretIsReadAgainAfterFiveMinutesOrWhenItWasRefused() {
        var clock = new Ticking(NOW);
        var secrets = new SsmSecrets(aws.ssm(), clock);

        var key =
                LiveStack.get()
                        .environment("SentinelPollFunction")
                        .getOrDefault("RUNFLOW_KEY_PARAMETER", "");
        assertThat(secrets.secret(key)).isEqualTo("local_runflow");
        secrets.forget(key);
        clock.advance(Duration.ofMinutes(6));
        assertThat(secrets.secret(key)).isEqualTo("local_runflow");
    }

    private Generation taken(Generation generation) {
        return generations.take(generation.nextStep(), NOW, NOW.plusSeconds(60)).orElseThrow();
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
        return Generation.admit(IDS.generation(), order, "req-1", NOW, Duration.ofMinutes(15));
    }

    private String name(String variable) {
        return env.getOrDefault(variable, "");
    }
}
