package dev.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.judging.Verdict;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

class GenerationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final Order order =
            new Order("create", Tier.ONE_K, null, null, List.of(), "a boat", null, null, Map.of());
    private final Generation fresh =
            Generation.admit(ids.generation(), order, "req-1", NOW, Duration.ofMinutes(15));

    @Test
    void aFreshOneIsDueAtOnceAndDoesNotRest() {
        assertThat(fresh.dueAt()).isEqualTo(NOW);
        assertThat(fresh.rests()).isFalse();
        assertThat(fresh.state().status()).isEqualTo("queued");
    }

    @Test
    void aFailedOneRestsAtOnceBecauseThereIsNothingToJudge() {
        var failure = new ProviderFailure(FailureClass.TIMEOUT, Billed.NO, "");

        assertThat(fresh.to(new State.Failed(failure), NOW, NOW).rests()).isTrue();
    }

    @Test
    void aSucceededOneRestsOnlyWithTheVerdict() {
        var judged =
                fresh.judgedBy(EvaluationId.first(fresh.id()))
                        .to(new State.Succeeded(List.of()), NOW, NOW);
        var concluded =
                new Generation(
                        judged.id(),
                        null,
                        order,
                        "req-1",
                        judged.state(),
                        3,
                        NOW,
                        NOW,
                        NOW,
                        judged.deadlineAt(),
                        false,
                        List.of(),
                        List.of(),
                        null,
                        judged.evaluation(),
                        Verdict.RED,
                        false,
                        null);

        assertThat(judged.rests()).isFalse();
        assertThat(concluded.rests()).isTrue();
    }

    @Test
    void theDeadlineItselfIsPast() {
        assertThat(fresh.isPastDeadline(NOW.plus(Duration.ofMinutes(15)).minusMillis(1))).isFalse();
        assertThat(fresh.isPastDeadline(NOW.plus(Duration.ofMinutes(15)))).isTrue();
    }

    @Test
    void endingAnAttemptLeavesTheOthersAlone() {
        var first = Attempt.start(ids.attempt(), new Try("p", "m", "1"), NOW);
        var second = Attempt.start(ids.attempt(), new Try("q", "n", "1"), NOW);

        var ended = fresh.with(first).with(second).withAttempt(second.succeed(NOW.plusSeconds(3)));

        assertThat(ended.attempts()).containsExactly(first, second.succeed(NOW.plusSeconds(3)));
    }
}
