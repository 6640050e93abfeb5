package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;

/// A deployment that guards a workflow and has three models on its panels instead of the evaluation
/// service: over HTTP, through the queues.
class GuardedStackTest {

    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "GuardedWorkflows",
                    "create",
                    "Panel",
                    "gemini:honest-1,openai:honest-2,bedrock:easel.honest-3:0");

    private static final Path DATA = LiveStack.folder();

    private static Stack stack;
    private static Api api;

    @BeforeAll
    static void start() {
        Path template = LiveStack.PROJECT.resolve("template.yaml");
        stack = Stack.start(LiveStack.options(template, DATA).withParameters(PARAMETERS));
        api = new Api(stack.api());
    }

    @AfterAll
    static void stop() {
        api.close();
        stack.close();
    }

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
    }

    @Test
    void modelsBehindAllThreeWiresJudgeAndNobodyLearnsTheirNames() {
        var generation = api.generate(create());

        assertThat(generation.path("status").asText()).isEqualTo("succeeded");
        assertThat(generation.at("/evaluation/verdict").asText()).isEqualTo("green");
        assertThat(generation.at("/evaluation/panel").valueStream().map(JsonNode::asText))
                .containsExactly("technical", "first_viewer", "second_viewer", "third_viewer");
        assertThat(generation.at("/evaluation/findings").valueStream())
                .hasSize(4)
                .allSatisfy(
                        finding -> assertThat(finding.path("result").asText()).isEqualTo("pass"));
        assertThat(generation.path("outputs")).hasSize(1);
        assertThat(generation.has("set_aside")).isFalse();
        assertThat(generation.toString()).doesNotContain("honest", "gemini", "bedrock", "openai");
    }

    @Test
    void aRedOneIsTriedOnceMoreBeforeAnybodyGetsIt() {
        int before = remaining();
        simulate(Scenario.BLANK);

        var generation = api.generate(create());

        assertThat(generation.path("status").asText()).isEqualTo("succeeded");
        assertThat(generation.at("/evaluation/verdict").asText()).isEqualTo("red");
        assertThat(generation.path("outputs")).hasSize(1);
        assertThat(generation.path("evaluations")).hasSize(2);
        assertThat(generation.path("cost_units").asInt()).isEqualTo(2);
        assertThat(remaining()).isEqualTo(before - 2);
        assertThat(review().split(generation.path("id").asText(), -1))
                .as("only the one that was delivered waits for a decision")
                .hasSize(2);
        var aside = generation.path("set_aside");
        assertThat(aside.path("evaluation")).isEqualTo(generation.at("/evaluations/1/id"));
        var url = URI.create(aside.at("/outputs/0/url").asText());
        assertThat(api.send(HttpRequest.newBuilder(url).build()).statusCode()).isEqualTo(200);
    }

    private static String review() {
        var console = new StringWriter();
        var out = new PrintWriter(console, true);
        var template = LiveStack.PROJECT.resolve("template.yaml").toString();
        Main.run(out, out, "review", "--template", template, "--data", DATA.toString());
        return console.toString();
    }

    private static int remaining() {
        return Api.json(api.get("/v1/limits")).findValue("remaining").asInt();
    }

    private static ObjectNode create() {
        return Api.JSON.createObjectNode().put("workflow", "create").put("prompt", "a red boat");
    }

    private static void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var put =
                HttpRequest.newBuilder(URI.create(stack.simulator() + "/simulator/scenario"))
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        assertThat(api.send(put).statusCode()).isEqualTo(200);
    }
}
