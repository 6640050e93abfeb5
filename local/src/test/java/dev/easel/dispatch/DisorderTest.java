package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generation.State;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Random;

/// Messages that come twice or three times, late and in any order, or not at all.
class DisorderTest {

    private final World world = new World();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void copiesInAnyOrderMakeOneChainOneBillAndOneVerdict(long seed) {
        world.disorder = new Random(seed);
        world.judge.takes = Duration.ofSeconds(40);
        var generation = world.admit();

        world.play(generation, Duration.ofMinutes(30));

        var rested = world.read(generation);
        assertThat(rested.state()).isInstanceOf(State.Succeeded.class);
        assertThat(rested.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.submits).isEqualTo(1);
        assertThat(world.provider.runs).hasSize(1);
        assertThat(world.judge.asked).isEqualTo(1);
        assertThat(world.told("generation.succeeded")).isEqualTo(1);
        assertThat(world.told("evaluation.completed")).isEqualTo(1);
        assertThat(world.books.of(rested)).hasSize(1);
        assertThat(world.books.of(world.evaluation(rested))).hasSize(1);
        // Submit, polls, one of them the last, store: a second chain would poll about twice as
        // often.
        assertThat(rested.step()).isEqualTo(world.provider.polls + 2);
    }

    @Test
    void aGenerationAllOfWhoseMessagesAreLostIsCarriedOnBySweeps() {
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(3));
        world.losesMessages = true;
        world.playUntil(world.start.plusSeconds(60));
        world.losesMessages = false;

        world.play(generation, Duration.ofMinutes(30));

        assertThat(world.read(generation).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.provider.runs).hasSize(1);
    }

    @Test
    void anEvaluationOfFourMinutesGetsItsVerdict() {
        world.judge.takes = Duration.ofMinutes(4);
        var generation = world.admit();

        world.play(generation, Duration.ofMinutes(30));

        assertThat(world.read(generation).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(world.restedAt)
                .isBetween(world.start.plusSeconds(240), world.start.plusSeconds(300));
    }

    @Test
    void anEvaluationThatNeverEndsIsIncompleteAfterFiveMinutes() {
        world.judge.takes = Duration.ofDays(1);
        var generation = world.admit();

        world.play(generation, Duration.ofMinutes(30));

        var started = world.evaluation(generation).startedAt();
        assertThat(world.read(generation).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(world.restedAt).isEqualTo(started.plusSeconds(300));
    }

    @Test
    void oneWhoseDeadlineMessageIsLostTooIsIncompleteAMinuteLaterAtMost() {
        world.judge.takes = Duration.ofDays(1);
        world.losesDeadlines = true;
        var generation = world.admit();
        world.playUntil(world.start.plusSeconds(100));
        var started = world.evaluation(generation).startedAt();

        // The chain of polls breaks as well, at the worst moment: right before the deadline.
        world.playUntil(started.plusSeconds(299));
        world.losesMessages = true;
        world.playUntil(started.plusSeconds(301));
        world.losesMessages = false;
        world.play(generation, Duration.ofMinutes(30));

        assertThat(world.read(generation).verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(world.restedAt).isBetween(started.plusSeconds(300), started.plusSeconds(360));
    }
}
