package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.id.EvaluationId;
import dev.easel.judging.Asking;
import dev.easel.judging.Exhibits;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class RunflowEvaluatorTest {

    private static final Question QUESTION =
            new Question(
                    new EvaluationId("evl_00000000000000000000000001"),
                    Task.OBJECT_REMOVAL,
                    List.of(),
                    Jobs.OTHER,
                    Jobs.PHOTO,
                    Jobs.MASK,
                    "a red bicycle",
                    Exhibits.NONE);

    private final Stub stub = new Stub();
    private final RunflowEvaluator evaluator =
            new RunflowEvaluator(RotatingKey.access(new RotatingKey(), stub.uri()));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void theQuestionShowsWhatWentInBesideWhatCameOut() {
        stub.answers(202, "runflow/evaluation-taken.json");

        var asking = evaluator.ask(QUESTION);

        assertThat(asking).isEqualTo(new Asking.Taken("0196f3c1-7d2a-7b11-9c55-2f7b7a1d0e01"));
        assertThat(stub.only().line()).isEqualTo("POST /v1/evaluations");
        assertThat(stub.only().idempotencyKey()).isEqualTo(QUESTION.reference().value());
        assertThat(stub.only().body())
                .isEqualTo(
                        ("{\"generated_image_url\":\"%s\",\"task_type\":\"object-removal\",\"client_ref\":\"%s\",\"generation_prompt\":\"a"
                             + " red bicycle\",\"reference_images\":["
                             + "{\"url\":\"%s\",\"kind\":\"input\"},{\"url\":\"%s\",\"kind\":\"mask\"}]}")
                                .formatted(
                                        Jobs.OTHER,
                                        QUESTION.reference().value(),
                                        Jobs.PHOTO,
                                        Jobs.MASK));
    }

    @Test
    void whatThereIsNotIsNotSent() {
        stub.answers(202, "runflow/evaluation-taken.json");

        evaluator.ask(
                new Question(
                        QUESTION.reference(),
                        Task.TEXT_TO_IMAGE,
                        List.of(),
                        Jobs.OTHER,
                        null,
                        null,
                        null,
                        Exhibits.NONE));

        assertThat(stub.only().json().has("generation_prompt")).isFalse();
        assertThat(stub.only().json().path("reference_images").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 409, 422})
    void aRefusalIsTellingToOperatorsAndHoldsNoSecret(int status) {
        stub.answers(status, "runflow/error-telltale.json");

        assertThat(evaluator.ask(QUESTION))
                .isEqualTo(new Asking.Declined("HTTP " + status + " UNAUTHORIZED"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void whatMayPassIsAskedAgainLater(int status) {
        stub.answers(status, "runflow/error-telltale.json");

        assertThat(evaluator.ask(QUESTION))
                .isEqualTo(new Asking.Later("HTTP " + status + " UNAUTHORIZED"));
    }

    @Test
    void aSilenceIsNoAnswerAndTheQuestionIsNotRepeatedAtOnce() {
        stub.hangsUp();

        assertThat(evaluator.ask(QUESTION)).isInstanceOf(Asking.Later.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void itIsHeardWithItsJudges() {
        stub.answers(200, "runflow/evaluation-running.json");

        evaluator.hear("e/1");

        assertThat(stub.only().line())
                .isEqualTo("GET /v1/evaluations/e%2F1?embed=judges,action,gate_failures");
    }

    @ParameterizedTest
    @CsvSource({
        "200, evaluation-taken.json",
        "200, evaluation-running.json",
        "200, evaluation-unknown.json",
        "200, error-edge.html",
        "429, error-new.json",
        "502, error-edge.html"
    })
    void untilItIsDoneItIsPending(int status, String recorded) {
        stub.answers(status, "runflow/" + recorded);

        assertThat(evaluator.hear("e1")).isEqualTo(new Opinion.Pending());
    }

    @Test
    void aSilenceIsPending() {
        stub.staysMute();

        assertThat(evaluator.hear("e1")).isEqualTo(new Opinion.Pending());
    }

    @Test
    void aPassIsAPass() {
        var finding = heard("evaluation-passed.json");

        assertThat(finding.judge()).isEqualTo(Judge.SENTINEL);
        assertThat(finding.result()).isEqualTo(Result.PASS);
        assertThat(finding.reasoning()).isEqualTo("Nothing wrong was seen.");
        assertThat(finding.measured()).isEqualTo(Map.of("weighted_pass_rate", 0.94));
    }

    @Test
    void aFailSaysWhyInPlainWords() {
        var finding = heard("evaluation-fail.json");

        assertThat(finding.result()).isEqualTo(Result.FAIL);
        assertThat(finding.hard()).isFalse();
        assertThat(finding.reasoning())
                .isEqualTo(
                        "The service left a smear, see (link) for it. The label reads differently."
                                + " The shadow stayed. The bottle was redrawn.");
    }

    @Test
    void aFailWithoutAReasonSaysSo() {
        var finding = heard("evaluation-bare-fail.json");

        assertThat(finding.result()).isEqualTo(Result.FAIL);
        assertThat(finding.reasoning()).isEqualTo("It is not good enough; no reason was given.");
        assertThat(finding.measured()).isEmpty();
    }

    @Test
    void aNullVerdictIsNeitherAPassNorAFail() {
        assertThat(heard("evaluation-null.json"))
                .isEqualTo(Finding.abstain(Judge.SENTINEL, "The judge gave no verdict."));
    }

    @Test
    void aFailedEvaluationAbstains() {
        assertThat(heard("evaluation-failed.json").result()).isEqualTo(Result.ABSTAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void anEvaluationThatMayNotBeAskedAfterIsWaitedFor(int status) {
        stub.answers(status, "runflow/error-new.json");

        assertThat(evaluator.hear("e1")).isEqualTo(new Opinion.Pending());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void anEvaluationThatIsGoneAbstains(int status) {
        stub.answers(status, "runflow/error-new.json");

        var opinion = evaluator.hear("e1");

        assertThat(((Opinion.Given) opinion).finding().result()).isEqualTo(Result.ABSTAIN);
    }

    @Test
    void aLongReasonIsCutBetweenWords() {
        stub.says(
                200,
                "{\"status_code\":\"completed\",\"overall_passed\":false,\"top_issues\":[\"%s\"]}"
                        .formatted("smear ".repeat(500)));

        var finding = ((Opinion.Given) evaluator.hear("e1")).finding();

        assertThat(finding.reasoning()).hasSizeLessThanOrEqualTo(600).endsWith("smear…");
    }

    private Finding heard(String recorded) {
        stub.answers(200, "runflow/" + recorded);
        return ((Opinion.Given) evaluator.hear("e1")).finding();
    }
}
