package dev.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What a package comes to.
class OutcomeTest {

    private static final State GOOD = new State.Succeeded(List.of());
    private static final State BAD =
            new State.Failed(new ProviderFailure(FailureClass.LOST, Billed.NO, "lost"));
    private static final State STOPPED = new State.Cancelled(Billed.NO);

    @Test
    void whatItsChildrenCameToDecides() {
        assertThat(Outcome.of(List.of(GOOD, GOOD))).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Outcome.of(List.of(GOOD, BAD))).isEqualTo(Outcome.PARTIAL);
        assertThat(Outcome.of(List.of(GOOD, STOPPED))).isEqualTo(Outcome.PARTIAL);
        assertThat(Outcome.of(List.of(BAD, STOPPED))).isEqualTo(Outcome.FAILED);
        assertThat(Outcome.of(List.of(STOPPED, STOPPED))).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void itsVerdictIsTheWorst() {
        assertThat(Verdict.worst(List.of(Verdict.GREEN, Verdict.AMBER))).contains(Verdict.AMBER);
        assertThat(Verdict.worst(List.of(Verdict.AMBER, Verdict.INCOMPLETE)))
                .contains(Verdict.INCOMPLETE);
        assertThat(Verdict.worst(List.of(Verdict.INCOMPLETE, Verdict.RED))).contains(Verdict.RED);
        assertThat(Verdict.worst(List.of())).isEmpty();
    }
}
