package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.id.GenerationId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// The provider changes overnight how it wants to be asked, in the middle of a load: nobody but the
/// operator notices.
class DriftDrillTest {

    private static final int LOAD = 8;
    private static final Path FOLDER = LiveStack.folder();

    private static Stack stack;
    private static Generations generations;

    @BeforeAll
    static void start() {
        stack = Stack.start(LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), FOLDER));
        var env = stack.environment("WorkerFunction");
        generations =
                new DynamoGenerations(
                        new Aws(env).dynamo(), env.getOrDefault("GENERATIONS_TABLE", ""));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @AfterEach
    void normalAgain() {
        control("scenario", "{\"scenario\":\"normal\"}");
        control("shape", "{\"shape\":null}");
    }

    @Test
    void whenOneZipBecomesThreeUrlsAndBackNothingFailsAndOneLearnsForAll() throws Exception {
        assertThat(ended(1)).allSatisfy(one -> assertThat(one.attempts()).hasSize(1));

        int before = drifts().size();
        assertDrill("zip-contract", "2026-10", "2026-04", before);
        assertDrill("normal", "2026-04", "2026-10", before + 1);
    }

    /// Flips in the middle of a load of which nobody has heard yet.
    private void assertDrill(String scenario, String from, String to, int before) throws Exception {
        int submitsBefore = submits();
        var load = new ArrayList<Future<Generation>>();
        try (var api = new Api(stack.api());
                var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            var order = removal(api);
            for (int i = 0; i < LOAD; i++) {
                if (i == LOAD / 2) {
                    control("scenario", "{\"scenario\":\"" + scenario + "\"}");
                }
                load.add(customers.submit(() -> play(api, order)));
            }
            for (var one : load) {
                assertThat(one.get().state()).isInstanceOf(State.Succeeded.class);
            }
        }

        assertThat(drifts()).hasSize(before + 1);
        var told = drifts().getLast().path("detail");
        assertThat(told.path("from").asText()).isEqualTo(from);
        assertThat(told.path("to").asText()).isEqualTo(to);
        assertThat(told.path("field").asText()).isNotEmpty();
        assertThat(ended(3))
                .as("what starts after that wastes no call")
                .allSatisfy(one ->
                        assertThat(one.attempts())
                                .singleElement()
                                .extracting(attempt -> attempt.tried().contract())
                                .isEqualTo(to));
        assertThat(submits() - submitsBefore)
                .as("one submit was carried out for each generation")
                .isEqualTo(LOAD + 3);
    }

    @Test
    void everyShapeOfAnAnswerIsReadAndAChangeIsToldOnce() throws Exception {
        ended(1);
        for (var shape : List.of("image-urls", "image", "images", "image-list", "string", "list")) {
            int before = drifts().size();
            control("shape", "{\"shape\":\"" + shape + "\"}");

            assertThat(ended(2))
                    .as(shape)
                    .allSatisfy(one -> {
                        assertThat(one.state()).isInstanceOf(State.Succeeded.class);
                        assertThat(one.attempts()).extracting(Attempt::sends).containsExactly(1);
                    });
            assertThat(drifts()).as(shape).hasSize(before + 1);
            assertThat(drifts().getLast().at("/detail/field").asText()).isEqualTo("output");
        }
    }

    /// So many generations, one after the other.
    private List<Generation> ended(int count) {
        try (var api = new Api(stack.api())) {
            var order = removal(api);
            return IntStream.range(0, count).mapToObj(_ -> play(api, order)).toList();
        }
    }

    private static Generation play(Api api, ObjectNode order) {
        var admitted = api.post("/v1/generations", order.toString());
        assertThat(admitted.statusCode()).as("the order").isEqualTo(202);
        var id = new GenerationId(Api.json(admitted).path("id").asText());
        for (int i = 0; i < 3000; i++) {
            var now = generations.find(id).orElseThrow();
            if (now.state().isTerminal()) {
                return now;
            }
            Pause.briefly();
        }
        throw new AssertionError(id + " did not end");
    }

    private static ObjectNode removal(Api api) {
        var photo = api.photo(Scene.photo("coffee.png"));
        var order = Api.JSON.createObjectNode().put("workflow", "remove-object");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", api.mask(Scene.photo("coffee-mask.png"), photo));
        return order;
    }

    private static List<JsonNode> drifts() throws IOException {
        var found = new ArrayList<JsonNode>();
        var file = FOLDER.resolve("events.jsonl");
        for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            var event = Api.JSON.readTree(line);
            if (event.path("detail-type").asText().equals("contract.drifted")) {
                found.add(event);
            }
        }
        return found;
    }

    private static int submits() {
        try (var api = new Api(stack.api())) {
            var journal = stack.simulator().resolve("/simulator/journal?kind=submit");
            return Api.json(api.send(HttpRequest.newBuilder(journal).build())).size();
        }
    }

    private static void control(String what, String body) {
        try (var api = new Api(stack.api())) {
            var put =
                    HttpRequest.newBuilder(stack.simulator().resolve("/simulator/" + what))
                            .PUT(BodyPublishers.ofString(body))
                            .build();
            assertThat(api.send(put).statusCode()).isEqualTo(200);
        }
    }
}
