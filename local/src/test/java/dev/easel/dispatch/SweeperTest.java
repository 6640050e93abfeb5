package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.aws.Planting;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.event.Event;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.generation.Steps;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.EvaluationSteps;
import dev.easel.judging.Judge;
import dev.easel.judging.Rubrics;
import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.parking.CircuitBreaker;
import dev.easel.provider.Backoff;
import dev.easel.reliability.Traffic;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What happens to work whose messages were lost.
class SweeperTest {

    private static final byte[] TICK =
            "{\"source\":\"aws.scheduler\"}".getBytes(StandardCharsets.UTF_8);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofMinutes(15);

    private final Map<String, String> env = LiveStack.get().environment("SweeperFunction");
    private final Aws aws = new Aws(env);
    private final DynamoGenerations generations =
            new DynamoGenerations(aws.dynamo(), name("GENERATIONS_TABLE"));
    private final DynamoEvaluations evaluations =
            new DynamoEvaluations(aws.dynamo(), name("EVALUATIONS_TABLE"));
    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final Instant now = Instant.now();

    /// Out of the reach of the stack's own sweeper, which runs by the real clock.
    private final Instant tomorrow = now.plus(Duration.ofDays(1));

    private final List<Step> sent = new ArrayList<>();
    private final List<EvaluationStep> sentToPanel = new ArrayList<>();
    private final List<Event> published = new ArrayList<>();

    @Test
    void whatIsAMinuteOverdueIsSentAgain() {
        var lost = admit(fresh(tomorrow.minusSeconds(61)));
        var inTime = admit(fresh(tomorrow.minusSeconds(59)));

        sweepAt(tomorrow);

        assertThat(sent).contains(lost.nextStep()).doesNotContain(inTime.nextStep());
    }

    @Test
    void anEvaluationPastItsDeadlineIsSentItsDeadline() {
        var late = evaluation(tomorrow.minusSeconds(301));
        var inTime = evaluation(tomorrow.minusSeconds(30));

        sweepAt(tomorrow);

        assertThat(sentToPanel)
                .contains(late.step(EvaluationStep.Kind.DEADLINE, 0))
                .noneMatch(step -> step.evaluation().equals(inTime.id()));
    }

    @Test
    void anEvaluationWhoseStartOrPollWasLostIsSentItAgain() {
        var unstarted = evaluation(tomorrow.minusSeconds(61));
        var polled = evaluation(tomorrow.minusSeconds(120));
        evaluations.takePoll(polled, 0, tomorrow.minusSeconds(61));

        sweepAt(tomorrow);

        assertThat(sentToPanel)
                .contains(
                        unstarted.step(EvaluationStep.Kind.START, 0),
                        polled.step(EvaluationStep.Kind.POLL, 1));
    }

    @Test
    void oneThatCannotBeReadHidesNoOther() {
        var lost = admit(fresh(tomorrow.minusSeconds(61)));
        var unreadable = admit(fresh(tomorrow.minusSeconds(62)));
        aws.dynamo()
                .updateItem(request ->
                        request.tableName(name("GENERATIONS_TABLE"))
                                .key(Map.of("id", AttributeValue.fromS(unreadable.id().value())))
                                .updateExpression("SET #state.#at = :tomorrows")
                                .expressionAttributeNames(Map.of("#state", "state", "#at", "at"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":tomorrows",
                                                AttributeValue.fromS("of another version"))));

        var swept = sweepAt(tomorrow);

        assertThat(swept.failed()).isEqualTo(1);
        assertThat(sent).contains(lost.nextStep());
        aws.dynamo()
                .deleteItem(request ->
                        request.tableName(name("GENERATIONS_TABLE"))
                                .key(Map.of("id", AttributeValue.fromS(unreadable.id().value()))));
    }

    @Test
    void aGenerationWhoseFirstMessageWasLostComesToRest() {
        var lost = admit(fresh(now.minusSeconds(61)));

        LiveStack.get().invoke("SweeperFunction", TICK);

        var rested = new Api(LiveStack.get().api()).rest("/v1/generations/" + lost.id());
        assertThat(rested.at("/evaluation/verdict").asText()).isEqualTo("green");
    }

    /// The worker itself may be what is broken.
    @Test
    void whatIsPastItsDeadlineIsBroughtToRestWithoutTheWorker() {
        var old = tomorrow.minus(DEADLINE).minusSeconds(61);
        var expired = Generation.admit(ids.generation(), order(), "req-1", old, DEADLINE);
        admit(expired);

        sweepAt(tomorrow);

        var rested = generations.find(expired.id()).orElseThrow();
        assertThat(rested.state())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> {
                            assertThat(failed.failure().kind()).isEqualTo(FailureClass.TIMEOUT);
                            assertThat(failed.failure().billed()).isEqualTo(Billed.NO);
                        });
        assertThat(generations.overdue(tomorrow, 1000)).doesNotContain(expired.id());
        assertThat(published).extracting(Event::type).contains("generation.failed");
        assertThat(sent).noneMatch(step -> step.generation().equals(expired.id()));
    }

    @Test
    void whatSomebodyStillWorksOnIsNotBroughtToRestUnderIt() {
        var old = tomorrow.minus(DEADLINE).minusSeconds(61);
        var atWork = Generation.admit(ids.generation(), order(), "req-1", old, DEADLINE);
        admit(atWork);
        assertThat(generations.take(atWork.nextStep(), old, tomorrow.plusSeconds(1))).isPresent();

        sweepAt(tomorrow);

        assertThat(generations.find(atWork.id()).orElseThrow().state())
                .isEqualTo(new State.Queued());
    }

    private Sweeper.Swept sweepAt(Instant time) {
        var clock = Clock.fixed(time, ZoneOffset.UTC);
        var log = new Log("test", clock, _ -> {});
        Steps steps = (step, _) -> sent.add(step);
        EvaluationSteps evaluationSteps = (step, _) -> sentToPanel.add(step);
        var handOver =
                new HandOver(
                        evaluations,
                        evaluationSteps,
                        Catalog.STANDARD,
                        List.of(Judge.SENTINEL),
                        Duration.ofMinutes(5));
        var backoff = Backoff.settling(Duration.ofSeconds(2));
        return new Sweeper(
                        generations,
                        steps,
                        new Ending(
                                generations,
                                steps,
                                handOver,
                                new CircuitBreaker(
                                        new DynamoParking(aws.dynamo(), name("GUARDS_TABLE")),
                                        published::add,
                                        0),
                                new Traffic((_, _, _) -> {}, Set.of()),
                                published::add,
                                backoff,
                                log),
                        evaluations,
                        evaluationSteps,
                        MINUTE,
                        MINUTE,
                        clock,
                        log)
                .sweep();
    }

    private Generation fresh(Instant due) {
        return Generation.admit(ids.generation(), order(), "req-1", due, DEADLINE);
    }

    private Generation admit(Generation generation) {
        Planting.plant(aws, name("GENERATIONS_TABLE"), generation);
        return generation;
    }

    private Evaluation evaluation(Instant startedAt) {
        var generation = ids.generation();
        var evaluation =
                Evaluation.open(
                        generation,
                        EvaluationId.first(generation),
                        "req-1",
                        Rubrics.of(Task.EDIT),
                        startedAt,
                        Duration.ofMinutes(5));
        evaluations.start(evaluation);
        return evaluation;
    }

    private static Order order() {
        return new Order(
                "create", Tier.ONE_K, null, null, List.of(), "a lost boat", null, null, Map.of());
    }

    private String name(String variable) {
        return env.getOrDefault(variable, "");
    }
}
