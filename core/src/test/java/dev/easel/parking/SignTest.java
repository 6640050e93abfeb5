package dev.easel.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.FailureClass;
import dev.easel.judging.Fault;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.util.List;
import java.util.Map;

/// What an end says about its workflow.
class SignTest {

    private static final Finding UNCHANGED =
            new Finding(
                    Judge.CHANGE, Result.FAIL, Fault.UNCHANGED, "Unchanged.", List.of(), Map.of());
    private static final Finding UGLY =
            new Finding(Judge.SENTINEL, Result.FAIL, null, "Ugly.", List.of(), Map.of());

    @ParameterizedTest
    @EnumSource(
            value = FailureClass.class,
            names = {"INVALID_REQUEST", "CONTENT_POLICY", "CANCELLED"})
    void whatLiesWithTheOrderSaysNothing(FailureClass kind) {
        assertThat(Sign.of(kind)).isEqualTo(new Sign.Neither());
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureClass.class,
            names = {"INVALID_REQUEST", "CONTENT_POLICY", "CANCELLED"},
            mode = Mode.EXCLUDE)
    void everyOtherFailureCountsUnderItsClass(FailureClass kind) {
        assertThat(Sign.of(kind)).isEqualTo(new Sign.Bad(kind.wire()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"GREEN", "AMBER"})
    void aPictureThatCanBeUsedIsGood(Verdict verdict) {
        assertThat(Sign.of(verdict, List.of(UGLY))).isEqualTo(new Sign.Good());
    }

    @Test
    void aRedThatPixelsProveCountsUnderItsFault() {
        assertThat(Sign.of(Verdict.RED, List.of(UGLY, UNCHANGED)))
                .isEqualTo(new Sign.Bad("red:unchanged"));
    }

    @Test
    void aRedOfOpinionsAndAnIncompleteVerdictSayNothing() {
        assertThat(Sign.of(Verdict.RED, List.of(UGLY, UGLY))).isEqualTo(new Sign.Neither());
        assertThat(Sign.of(Verdict.INCOMPLETE, List.of())).isEqualTo(new Sign.Neither());
    }
}
