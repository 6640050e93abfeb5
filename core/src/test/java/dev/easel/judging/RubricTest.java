package dev.easel.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class RubricTest {

    private static final List<Judge> TWO = List.of(Judge.SENTINEL, Judge.FIRST_VIEWER);

    @ParameterizedTest
    @EnumSource(value = Task.class, names = "CHILDREN", mode = EnumSource.Mode.EXCLUDE)
    void everyTaskAsksAFewQuestionsOfWhichTheFirstIsWhetherItWasDone(Task task) {
        var criteria = Rubrics.of(task).criteria();

        assertThat(criteria).hasSizeBetween(2, 6).doesNotHaveDuplicates();
        assertThat(criteria.stream().map(Criterion::id))
                .isSubsetOf("C1", "C2", "C3", "C4", "C5", "C6")
                .doesNotHaveDuplicates();
        assertThat(criteria.stream().filter(Criterion::gate)).containsExactly(criteria.getFirst());
        assertThat(criteria)
                .allSatisfy(criterion -> assertThat(criterion.question()).endsWith("?"));
    }

    @Test
    void oneRubricHasOneHash() {
        assertThat(Rubrics.of(Task.EDIT, TWO).hash())
                .isEqualTo(Rubrics.of(Task.EDIT, TWO).hash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whateverChangesChangesTheHash() {
        var rubric = Rubrics.of(Task.EDIT, TWO);
        var first = rubric.criteria().getFirst();
        var reworded =
                new Criterion(
                        first.id(),
                        first.question(),
                        first.passWhen() + "!",
                        first.failWhen(),
                        first.notApplicableWhen(),
                        first.gate());
        var hashes =
                Stream.of(
                        rubric,
                        Rubrics.of(Task.SCENE, TWO),
                        Rubrics.of(Task.EDIT),
                        changed(rubric, 99, rubric.required(), rubric.quorum(), rubric.criteria()),
                        changed(rubric, rubric.version(), Set.of(), 2, rubric.criteria()),
                        changed(rubric, rubric.version(), rubric.required(), 1, rubric.criteria()),
                        changed(rubric, rubric.version(), rubric.required(), 2, List.of(reworded)));

        assertThat(hashes.map(Rubric::hash)).doesNotHaveDuplicates();
    }

    @Test
    void enoughOfThoseWhoLookHaveToAnswer() {
        assertThat(Rubrics.of(Task.EDIT).quorum()).isEqualTo(1);
        assertThat(Rubrics.of(Task.EDIT, TWO).quorum()).isEqualTo(2);
        assertThat(Rubrics.of(Task.EDIT, List.of()).quorum()).isZero();

        var three = List.of(Judge.SENTINEL, Judge.FIRST_VIEWER, Judge.SECOND_VIEWER);
        var rubric = Rubrics.of(Task.TEXT_TO_IMAGE, three);
        var technical = finding(Judge.TECHNICAL, Result.PASS);
        var one = finding(Judge.FIRST_VIEWER, Result.PASS);
        var refusal = finding(Judge.SECOND_VIEWER, Result.ABSTAIN);
        var another = finding(Judge.SENTINEL, Result.PASS);

        assertThat(Panel.verdict(rubric, List.of(technical, one, refusal)))
                .isEqualTo(Verdict.INCOMPLETE);
        assertThat(Panel.verdict(rubric, List.of(technical, one, refusal, another)))
                .isEqualTo(Verdict.GREEN);
        assertThat(Panel.verdict(rubric, List.of(one, refusal, another)))
                .as("no number of them stands in for the pixels")
                .isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void aLyingMajorityCannotMakeAProvenDefectGreen() {
        var rubric = Rubrics.of(Task.OBJECT_REMOVAL, TWO);
        var findings =
                List.of(
                        finding(Judge.TECHNICAL, Result.PASS),
                        finding(Judge.CHANGE, Result.FAIL),
                        finding(Judge.PRESERVATION, Result.PASS),
                        finding(Judge.SENTINEL, Result.PASS),
                        finding(Judge.FIRST_VIEWER, Result.PASS));

        assertThat(Panel.verdict(rubric, findings)).isEqualTo(Verdict.AMBER);
    }

    @Test
    void howFarTheyContradictOneAnotherIsTheShareOfPairsThatDo() {
        var pass = finding(Judge.FIRST_VIEWER, Result.PASS);
        var fail = finding(Judge.SECOND_VIEWER, Result.FAIL);
        var other = finding(Judge.SENTINEL, Result.PASS);
        var silent = finding(Judge.THIRD_VIEWER, Result.ABSTAIN);
        var pixels = finding(Judge.CHANGE, Result.FAIL);

        assertThat(Panel.disagreement(List.of(pass, pixels, silent))).isEmpty();
        assertThat(Panel.disagreement(List.of(pass, other, pixels))).hasValue(0);
        assertThat(Panel.disagreement(List.of(pass, fail))).hasValue(1);
        assertThat(Panel.disagreement(List.of(pass, fail, other, silent))).hasValue(2.0 / 3);
    }

    @Test
    void aDeploymentSaysWhomItHas() {
        assertThat(Invitation.parse("sentinel, bedrock:some.model-v1:0 ,gemini:another"))
                .containsExactly(
                        new Invitation(Judge.SENTINEL, "sentinel", ""),
                        new Invitation(Judge.FIRST_VIEWER, "bedrock", "some.model-v1:0"),
                        new Invitation(Judge.SECOND_VIEWER, "gemini", "another"));
        assertThat(Invitation.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sentinel,sentinel",
                "gemini:a,gemini:a",
                "a:1,b:2,c:3,d:4",
                "gemini",
                ":a",
                "gemini:"
            })
    void aPanelThatCannotSitIsRefused(String list) {
        assertThatThrownBy(() -> Invitation.parse(list))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rubric changed(
            Rubric rubric, int version, Set<Judge> required, int quorum, List<Criterion> criteria) {
        return new Rubric(rubric.task(), version, rubric.panel(), required, quorum, criteria);
    }

    private static Finding finding(Judge judge, Result result) {
        return new Finding(judge, result, null, "", List.of(), Map.of());
    }
}
