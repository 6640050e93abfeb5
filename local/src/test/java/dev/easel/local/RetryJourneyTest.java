package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.generation.Generation;
import dev.easel.id.GenerationId;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;

/// Somebody presses the button: once more, and not like that.
class RetryJourneyTest {

    private final Stack stack = Impatient.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
        api.close();
    }

    @Test
    void whatWasFoundIsToldToTheModelBesideThePersonsWords() {
        var red = red();

        var again = api.generate(retry(red));

        assertThat(again.path("status").asText()).isEqualTo("succeeded");
        assertThat(again.path("retry_of").asText()).isEqualTo(red);
        assertThat(again.at("/evaluation/verdict").asText()).isEqualTo("green");
        assertThat(again.at("/metadata/shop").asText()).isEqualTo("7");
        var order = kept(again.path("id").asText()).order();
        assertThat(order.prompt()).isEqualTo("a red boat");
        assertThat(order.instruction())
                .startsWith("a red boat\n\nAn earlier result was not accepted.")
                .contains("- The picture is blank");
    }

    @Test
    void aThirdTryIsNotToldWhatWasWrongWithTheFirst() {
        var red = red();
        simulate(Scenario.BLANK);
        var second = api.generate(retry(red)).path("id").asText();
        simulate(Scenario.NORMAL);

        var third = api.generate(retry(second)).path("id").asText();

        var notes = Objects.requireNonNull(kept(third).order().instruction());
        assertThat(notes.split("An earlier result", -1)).hasSize(2);
        assertThat(Objects.requireNonNull(kept(third).order().retry()).of().value())
                .isEqualTo(second);
    }

    @Test
    void aRetryIsARunLikeAnyOther() {
        var red = red();
        int before = remaining();

        api.generate(retry(red));

        assertThat(remaining()).isEqualTo(before - 1);
    }

    @Test
    void whatIsGoodIsNotTriedAgain() {
        var green = api.generate(create()).path("id").asText();
        int before = remaining();

        var answer = api.post("/v1/generations", retry(green).toString());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Api.json(answer).path("code").asText()).isEqualTo("nothing-to-correct");
        assertThat(remaining()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"retry_of\":\"gen_00000000000000000000000000\"}',/retry_of,is not there",
        "'{\"retry_of\":\"boat\"}',/retry_of,is not the id of a generation",
        "'{\"retry_of\":7}',/retry_of,must be a string",
        "'{\"retry_of\":null}',/retry_of,is required",
    })
    void anIdThatLeadsNowhereIsNamed(String body, String pointer, String reason) {
        var answer = api.post("/v1/generations", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        var violation = Api.json(answer).path("violations").path(0);
        assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
        assertThat(violation.path("reason").asText()).contains(reason);
    }

    @Test
    void nothingElseMayBeChangedOnTheWay() {
        var body = retry("gen_00000000000000000000000000").put("prompt", "another boat");

        var answer = api.post("/v1/generations", body.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).at("/violations/0/pointer").asText()).isEqualTo("/prompt");
    }

    private String red() {
        simulate(Scenario.BLANK);
        var red = api.generate(create());
        simulate(Scenario.NORMAL);
        assertThat(red.at("/evaluation/verdict").asText()).isEqualTo("red");
        return red.path("id").asText();
    }

    private int remaining() {
        var limits = Api.json(api.get("/v1/limits"));
        return limits.findValue("remaining").asInt();
    }

    private Generation kept(String id) {
        var env = stack.environment("WorkerFunction");
        try (var dynamo = new Aws(env).dynamo()) {
            return new DynamoGenerations(dynamo, env.getOrDefault("GENERATIONS_TABLE", ""))
                    .find(GenerationId.parse(id).orElseThrow())
                    .orElseThrow();
        }
    }

    private static ObjectNode retry(String id) {
        return Api.JSON.createObjectNode().put("retry_of", id);
    }

    private static ObjectNode create() {
        var order =
                Api.JSON.createObjectNode().put("workflow", "create").put("prompt", "a red boat");
        order.putObject("metadata").put("shop", "7");
        return order;
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
