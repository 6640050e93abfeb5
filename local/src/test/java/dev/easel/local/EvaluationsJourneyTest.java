package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.emulator.Eventually;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An output is judged, judged again, and people say what they think: over HTTP.
class EvaluationsJourneyTest {

    private final Stack stack = Impatient.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
        api.close();
    }

    @Test
    void anOutputIsJudgedAgainBesideTheOldVerdict() throws Exception {
        var generation = api.generate(create());
        var path = "/v1/generations/" + generation.path("id").asText();
        var first = evaluation(path, generation.at("/evaluations/0/id").asText());

        var again = api.post(path + "/evaluations", "");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("retry-after")).contains("1");
        var location = again.headers().firstValue("location").orElseThrow();
        var second = ended(location);
        assertThat(second.path("verdict").asText()).isEqualTo("green");
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(evaluation(path, first.path("id").asText()))
                .as("the old one never changes")
                .isEqualTo(first);
        var read = Api.json(api.get(path));
        assertThat(read.path("evaluations")).hasSize(2);
        assertThat(read.at("/evaluation/id")).isEqualTo(second.path("id"));
    }

    @Test
    void anEvaluationTellsHowItWasReached() {
        var generation = api.generate(create());
        var whole =
                evaluation(
                        "/v1/generations/" + generation.path("id").asText(),
                        generation.at("/evaluation/id").asText());

        assertThat(whole.at("/rubric/task").asText()).isEqualTo("text-to-image");
        assertThat(whole.at("/rubric/hash").asText()).matches("[0-9a-f]{64}");
        assertThat(whole.at("/rubric/criteria")).isNotEmpty();
        assertThat(whole.path("started_at").asText()).isLessThan(whole.path("ended_at").asText());
        assertThat(whole.path("panel")).hasSameSizeAs(whole.path("findings"));
    }

    @Test
    void whoAsksTwiceAtOnceIsAnsweredTheSameOne() throws Exception {
        simulate(Scenario.EVALUATION_SLOW);
        var accepted = api.post("/v1/generations", create().toString());
        var path = accepted.headers().firstValue("location").orElseThrow();
        awaitSucceeded(path);

        var one = api.post(path + "/evaluations", "{}");
        var other = api.post(path + "/evaluations", "");

        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(Api.json(one).path("id")).isEqualTo(Api.json(other).path("id"));
        assertThat(Api.json(api.get(path)).path("evaluations")).hasSize(1);
    }

    @Test
    void aSixthOpinionIsOneTooMany() throws Exception {
        var path = "/v1/generations/" + api.generate(create()).path("id").asText();
        for (int i = 1; i < 5; i++) {
            ended(
                    api.post(path + "/evaluations", "")
                            .headers()
                            .firstValue("location")
                            .orElseThrow());
        }

        var sixth = api.post(path + "/evaluations", "");

        assertThat(sixth.statusCode()).isEqualTo(409);
        assertThat(Api.json(sixth).path("code").asText()).isEqualTo("exhausted");
        assertThat(Api.json(api.get(path)).path("evaluations")).hasSize(5);
    }

    @Test
    void whatHasNoOutputIsNotJudged() {
        simulate(Scenario.FAILED);
        var path = "/v1/generations/" + api.generate(create()).path("id").asText();

        var answer = api.post(path + "/evaluations", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Api.json(answer).path("code").asText()).isEqualTo("nothing-to-judge");
        assertThat(
                        api.post("/v1/generations/gen_" + "0".repeat(26) + "/evaluations", "")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAPersonThinksIsKeptAndChangesNoVerdict() {
        var generation = api.generate(create());
        var path =
                "/v1/generations/%s/evaluations/%s"
                        .formatted(
                                generation.path("id").asText(),
                                generation.at("/evaluation/id").asText());

        var told =
                api.post(
                        path + "/feedback",
                        "{\"judge\":\"technical\",\"agrees\":false,\"comment\":\" too dark \"}");
        api.post(path + "/feedback", "{\"judge\":\"sentinel\",\"agrees\":true}");

        assertThat(told.statusCode()).isEqualTo(201);
        var whole = Api.json(api.get(path));
        assertThat(whole.path("verdict").asText()).isEqualTo("green");
        assertThat(whole.at("/feedback/0/judge").asText()).isEqualTo("technical");
        assertThat(whole.at("/feedback/0/agrees").asBoolean()).isFalse();
        assertThat(whole.at("/feedback/0/comment").asText()).isEqualTo("too dark");
        assertThat(whole.at("/feedback/1/comment").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; /judge",
                "{\"judge\":\"sentinel\"}; /agrees",
                "{\"judge\":\"sentinel\",\"agrees\":\"yes\"}; /agrees",
                "{\"judge\":\"nobody\",\"agrees\":true}; /judge",
                "{\"judge\":\"preservation\",\"agrees\":true}; /judge",
                "{\"judge\":\"sentinel\",\"agrees\":true,\"verdict\":\"green\"}; /verdict",
                "{\"judge\":\"sentinel\",\"agrees\":true,\"comment\":7}; /comment"
            })
    void aWrongAnswerIsToldWhichField(String body, String pointer) {
        var generation = api.generate(create());
        var path =
                "/v1/generations/%s/evaluations/%s/feedback"
                        .formatted(
                                generation.path("id").asText(),
                                generation.at("/evaluation/id").asText());

        var answer = api.post(path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).path("violations"))
                .anyMatch(violation -> violation.path("pointer").asText().equals(pointer));
    }

    @Test
    void whatIsNotGreenWaitsForAPersonWhoDecidesOnce() {
        simulate(Scenario.BLANK);
        var red = api.generate(create()).path("id").asText();
        simulate(Scenario.NORMAL);
        var green = api.generate(create()).path("id").asText();

        assertThat(review())
                .contains(red + "  create  red", "technical fail:")
                .doesNotContain(green);
        assertThat(review("--reject", red, "--note", "empty")).contains(red + " is rejected.");
        assertThat(review()).doesNotContain(red);
        assertThat(review("--accept", red)).contains("Nothing about " + red + " waits");
        assertThat(review("--accept", green)).contains("Nothing about " + green + " waits");
        assertThat(review("--accept", "gen_x")).contains("is not the id of a generation");

        var read = Api.json(api.get("/v1/generations/" + red));
        var whole = evaluation("/v1/generations/" + red, read.at("/evaluation/id").asText());
        assertThat(whole.path("verdict").asText()).isEqualTo("red");
        assertThat(whole.path("decision").asText()).isEqualTo("rejected");
    }

    private String review(String... options) {
        var console = new StringWriter();
        var line =
                new ArrayList<>(
                        List.of(
                                "review",
                                "--template",
                                Impatient.TEMPLATE.toString(),
                                "--data",
                                Impatient.DATA.toString()));
        line.addAll(Arrays.asList(options));
        var out = new PrintWriter(console, true);
        Main.run(out, out, line.toArray(String[]::new));
        return console.toString();
    }

    private JsonNode evaluation(String path, String id) {
        var answer = api.get(path + "/evaluations/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Api.json(answer);
    }

    private JsonNode ended(String location) throws Exception {
        Eventually.until(
                "it is judged",
                () -> Api.json(api.get(location)).path("status").asText().equals("completed"));
        return Api.json(api.get(location));
    }

    private void awaitSucceeded(String path) throws Exception {
        Eventually.until(
                "it has an output",
                () -> Api.json(api.get(path)).path("status").asText().equals("succeeded"));
    }

    private static ObjectNode create() {
        return Api.JSON.createObjectNode().put("workflow", "create").put("prompt", "a red boat");
    }

    private void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var put =
                HttpRequest.newBuilder(URI.create(stack.simulator() + "/simulator/scenario"))
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        assertThat(api.send(put).statusCode()).isEqualTo(200);
    }
}
