package dev.easel.judging;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.SENTINEL;
import static dev.easel.judging.Judge.TECHNICAL;
import static dev.easel.judging.Judge.USABILITY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PanelTest {

    /// Four judges, the last of whom is not required.
    private static final Rubric RUBRIC =
            new Rubric(
                    Task.OBJECT_REMOVAL,
                    1,
                    List.of(TECHNICAL, CHANGE, PRESERVATION, SENTINEL),
                    Set.of(TECHNICAL, CHANGE, PRESERVATION),
                    0,
                    List.of());

    /// One letter a judge, in the panel's order: p passes, f fails, h fails hard, a abstains, - has
    /// not answered.
    @ParameterizedTest
    @CsvSource({
        "pppp, GREEN",
        "ppp-, GREEN",
        "pppa, GREEN",
        "pppf, AMBER",
        "fppp, AMBER",
        "pfp-, AMBER",
        "ffpp, RED",
        "ffff, RED",
        "ffa-, RED",
        "h---, RED",
        "haaa, RED",
        "hppp, RED",
        "phpp, RED",
        "appp, INCOMPLETE",
        "ppa-, INCOMPLETE",
        "fpap, INCOMPLETE",
        "pp-p, INCOMPLETE",
        "aaaa, INCOMPLETE",
        "----, INCOMPLETE",
        "aaap, INCOMPLETE"
    })
    void aVerdictFollowsFromTheFindings(String answers, Verdict verdict) {
        assertThat(Panel.verdict(RUBRIC, findings(answers))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"pppp, true", "aaaa, true", "ppp-, false", "----, false", "h---, false"})
    void aPanelIsCompleteWhenEverybodyAnsweredOrAbstained(String answers, boolean complete) {
        assertThat(Panel.isComplete(RUBRIC, findings(answers))).isEqualTo(complete);
    }

    @ParameterizedTest
    @CsvSource({"h---, true", "ffff, false", "pppp, false"})
    void onlyAHardFaultSettlesAVerdictAtOnce(String answers, boolean settled) {
        assertThat(Panel.isSettled(findings(answers))).isEqualTo(settled);
    }

    @Test
    void aFindingThatIsHardButNoFailureSettlesNothing() {
        var odd = new Finding(TECHNICAL, Result.PASS, Fault.BLANK, "", List.of(), Map.of());

        assertThat(Panel.isSettled(List.of(odd))).isFalse();
    }

    @Test
    void noVerdictIsGreenWithARequiredJudgeMissing() {
        for (char a : "pfha-".toCharArray()) {
            for (char b : "pfha-".toCharArray()) {
                for (char c : "a-".toCharArray()) {
                    var answers = "" + a + b + c + 'p';
                    assertThat(Panel.verdict(RUBRIC, findings(answers)))
                            .as(answers)
                            .isNotIn(Verdict.GREEN, Verdict.AMBER);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Task.class, names = "CHILDREN", mode = EnumSource.Mode.EXCLUDE)
    void everyTaskHasATechnicalJudgeAndAnEye(Task task) {
        assertThat(Rubrics.of(task).panel()).startsWith(TECHNICAL).endsWith(SENTINEL);
        assertThat(Rubrics.of(task).required()).isNotEmpty();
    }

    @Test
    void whatIsPaintedIsJudgedByWhatStayed() {
        assertThat(Rubrics.of(Task.OBJECT_REMOVAL).panel()).contains(CHANGE, PRESERVATION);
        assertThat(Rubrics.of(Task.REFERENCE_INPAINT).panel()).contains(CHANGE, PRESERVATION);
        assertThat(Rubrics.of(Task.CUT_OUT).panel()).contains(CHANGE, USABILITY);
        assertThat(Rubrics.of(Task.TEXT_TO_IMAGE).panel()).doesNotContain(CHANGE);
    }

    @Test
    void aPackageHasNoRubric() {
        assertThatThrownBy(() -> Rubrics.of(Task.CHILDREN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequiredJudgeSitsOnThePanel() {
        assertThatThrownBy(() ->
                        new Rubric(Task.EDIT, 1, List.of(CHANGE), Set.of(SENTINEL), 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Finding> findings(String answers) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < answers.length(); i++) {
            char answer = answers.charAt(i);
            if (answer != '-') {
                findings.add(finding(RUBRIC.panel().get(i), answer));
            }
        }
        return findings;
    }

    private static Finding finding(Judge judge, char answer) {
        var result =
                switch (answer) {
                    case 'p' -> Result.PASS;
                    case 'a' -> Result.ABSTAIN;
                    default -> Result.FAIL;
                };
        return new Finding(
                judge, result, answer == 'h' ? Fault.BLANK : null, "", List.of(), Map.of());
    }
}
