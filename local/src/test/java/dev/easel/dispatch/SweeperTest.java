package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.Planting;
import dev.easel.door.Log;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.judging.Evaluation;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.Rubrics;
import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What happens to work whose messages were lost.
class SweeperTest {

    private static final byte[] TICK =
            "{\"source\":\"aws.scheduler\"}".getBytes(StandardCharsets.UTF_8);
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
    private final List<EvaluationStep> deadlines = new ArrayList<>();

    @Test
    void onlyWhatIsOverdueIsSentAgain() {
        var lost = admit(fresh(tomorrow.minusSeconds(1)));
        var inTime = admit(fresh(tomorrow.plusSeconds(30)));

        sweepAt(tomorrow);

        assertThat(sent).contains(new Step(lost.id(), 0)).doesNotContain(new Step(inTime.id(), 0));
    }

    @Test
    void anEvaluationPastItsDeadlineIsSentItsDeadline() {
        var late = evaluation(tomorrow.minusSeconds(1));
        var inTime = evaluation(tomorrow.plusSeconds(30));

        sweepAt(tomorrow);

        assertThat(deadlines)
                .contains(
                        new EvaluationStep(
                                late.generation(), late.id(), EvaluationStep.Kind.DEADLINE, 0))
                .noneMatch(step -> step.evaluation().equals(inTime.id()));
    }

    @Test
    void aGenerationWhoseFirstMessageWasLostComesToRest() {
        var lost = admit(fresh(now.minusSeconds(1)));

        LiveStack.get().invoke("SweeperFunction", TICK);

        var rested = new Api(LiveStack.get().api()).rest("/v1/generations/" + lost.id());
        assertThat(rested.at("/evaluation/verdict").asText()).isEqualTo("green");
    }

    @Test
    void aSubmitThatWasCutOffIsNeverRepeated() {
        var attempt =
                Attempt.start(
                        ids.attempt(), new Try("runflow", "google/nano-banana-2", "2026-10"), now);
        var cutOff =
                admit(
                        fresh(now)
                                .with(attempt)
                                .to(new State.Submitting(), now, now.minusSeconds(1)));

        LiveStack.get().invoke("SweeperFunction", TICK);

        var rested = new Api(LiveStack.get().api()).rest("/v1/generations/" + cutOff.id());
        assertThat(rested.at("/failure/class").asText()).isEqualTo("unknown_outcome");
        assertThat(rested.at("/failure/billed").asText()).isEqualTo("unknown");
        assertThat(rested.at("/failure/retryable").asBoolean()).isFalse();
        assertThat(generations.find(cutOff.id()).orElseThrow().attempts()).hasSize(1);
    }

    @Test
    void whatIsPastItsDeadlineIsBroughtToRest() {
        var old = now.minus(DEADLINE).minusSeconds(1);
        var expired =
                admit(
                        Generation.admit(ids.generation(), order(), old, DEADLINE)
                                .to(new State.Queued(), old, old));

        LiveStack.get().invoke("SweeperFunction", TICK);

        var rested = new Api(LiveStack.get().api()).rest("/v1/generations/" + expired.id());
        assertThat(rested.at("/failure/class").asText()).isEqualTo("timeout");
        assertThat(rested.at("/failure/billed").asText()).isEqualTo("no");
    }

    private void sweepAt(Instant time) {
        var clock = Clock.fixed(time, ZoneOffset.UTC);
        new Sweeper(
                        generations,
                        (step, _) -> sent.add(step),
                        evaluations,
                        (step, _) -> deadlines.add(step),
                        clock,
                        new Log("test", clock, _ -> {}))
                .sweep();
    }

    private Generation fresh(Instant due) {
        return Generation.admit(ids.generation(), order(), now, DEADLINE)
                .to(new State.Queued(), now, due);
    }

    private Generation admit(Generation generation) {
        Planting.plant(aws, name("GENERATIONS_TABLE"), generation);
        return generation;
    }

    private Evaluation evaluation(Instant deadline) {
        var generation = ids.generation();
        var evaluation =
                new Evaluation(
                        generation,
                        EvaluationId.first(generation),
                        Rubrics.of(Task.EDIT),
                        now,
                        deadline,
                        List.of(),
                        null);
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
