package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoParking;
import dev.easel.catalog.Catalog;
import dev.easel.id.Ids;
import dev.easel.parking.Parked;
import dev.easel.simulator.script.Scenario;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A workflow that fails in silence, over HTTP: it parks itself, and its canary wakes it. On a stack of
/// its own, because on the others nothing parks.
class ParkingJourneyTest {

    private static final Path DATA = LiveStack.folder();
    private static final Stack STACK =
            Stack.start(
                    LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), DATA)
                            .withParameters(
                                    Map.of(
                                            "FirstPollSeconds", "1",
                                            "Providers", "runflow",
                                            "CanaryEveryMinutes", "1440")));

    private final Api api = new Api(STACK.api());
    private final Map<String, String> env = STACK.environment("DispatchFunction");
    private final DynamoParking parking =
            new DynamoParking(new Aws(env).dynamo(), env.getOrDefault("GUARDS_TABLE", ""));
    private final StringWriter console = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterAll
    static void close() {
        STACK.close();
    }

    @Test
    void fiveUnchangedPicturesParkTheWorkflowAndTheCanaryWakesItOnceItEditsAgain()
            throws IOException {
        simulate(Scenario.UNCHANGED);
        var photo = api.photo(Scene.photo("coffee.png"));
        var key = "the-fifth";
        for (int i = 0; i < 4; i++) {
            assertThat(verdict(api.generate(removal(photo)))).isEqualTo("red");
        }
        assertThat(standing("remove-object").path("status").asText()).isEqualTo("available");
        var order = removal(photo);
        var fifth = api.post("/v1/generations", order.toString(), "Idempotency-Key", key);
        api.rest(fifth.headers().firstValue("location").orElseThrow());

        assertResting(api.post("/v1/generations", removal(photo).toString()));
        var again = api.post("/v1/generations", order.toString(), "Idempotency-Key", key);
        assertThat(again.statusCode()).as("a replay is answered all the same").isEqualTo(202);
        assertThat(standing("remove-object").path("status").asText()).isEqualTo("parked");
        assertThat(standing("edit").path("status").asText()).isEqualTo("available");
        assertThat(new String(api.get("/llms.txt").body(), StandardCharsets.UTF_8))
                .contains("1K: not dispatchable. This is resting");

        tick();
        var first = canary("remove-object");
        assertThat(verdict(api.rest("/v1/generations/" + first))).isEqualTo("red");
        assertThat(standing("remove-object").path("status").asText()).isEqualTo("parked");

        simulate(Scenario.NORMAL);
        tick();
        rest("remove-object");
        assertThat(standing("remove-object").path("status").asText()).isEqualTo("available");
        assertThat(verdict(api.generate(removal(photo)))).isEqualTo("green");
        assertThat(Files.readString(DATA.resolve("events.jsonl")))
                .contains("workflow.parked", "workflow.woken", "red:unchanged");
    }

    /// What an order of the canary asks for must be what the workflow can do.
    @Test
    void theCanaryOfEveryWorkflowPasses() {
        var ids = new Ids(new Random());
        var all =
                Catalog.STANDARD.workflows().stream()
                        .filter(ParkingJourneyTest::runsByItself)
                        .map(Workflow::id)
                        .toList();
        all.forEach(id ->
                parking.park(
                        new Parked.ByItself(id, "timeout", Instant.now(), ids.generation(), null)));

        tick();

        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
        all.forEach(this::rest);
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void anOperatorParksAWorkflowAndItsPackageRestsWithIt() throws IOException {
        assertThat(run("park", "cut-out", "--notice", "We are changing the light."))
                .as(console.toString())
                .isZero();

        assertThat(standing("cut-out").path("notice").asText())
                .isEqualTo("We are changing the light.");
        var set = Api.JSON.createObjectNode().put("workflow", "product-set");
        set.putObject("inputs")
                .putObject("image")
                .put("upload", api.photo(Scene.photo("coffee.png")));
        if (!standing("product-set").path("status").asText().equals("coming_soon")) {
            assertResting(api.post("/v1/generations", set.toString()));
        }
        tick();
        assertThat(parking.all()).containsKey("cut-out");

        assertThat(run("wake", "cut-out")).isZero();
        assertThat(run("wake", "cut-out")).isZero();

        assertThat(standing("cut-out").path("status").asText()).isEqualTo("available");
        assertThat(console.toString().lines())
                .containsExactly(
                        "cut-out is parked: We are changing the light.",
                        "cut-out is awake",
                        "cut-out was not parked");
        assertThat(Files.readAllLines(DATA.resolve("events.jsonl")))
                .filteredOn(line -> line.contains("cut-out"))
                .filteredOn(line -> line.contains("\"hand\""))
                .hasSize(2);
    }

    @Test
    void aWorkflowThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(run("park", "cutout", "--notice", "Soon.")).isEqualTo(2);
        assertThat(run("wake", "cutout")).isEqualTo(2);
        assertThat(run("park", "cut-out")).isEqualTo(2);
        assertThat(run("park", "cut-out", "--notice", " ")).isEqualTo(2);

        assertThat(errors.toString())
                .contains("There is no workflow cutout; there are: remove-object,", "--notice");
    }

    private int run(String... arguments) {
        var place =
                List.of(
                        "--data",
                        DATA.toString(),
                        "--template",
                        LiveStack.PROJECT.resolve("template.yaml").toString());
        var all = Stream.concat(Arrays.stream(arguments), place.stream()).toArray(String[]::new);
        return Main.run(new PrintWriter(console, true), new PrintWriter(errors, true), all);
    }

    private static boolean runsByItself(Workflow workflow) {
        return workflow.children().isEmpty()
                && Arrays.stream(Tier.values())
                        .anyMatch(tier -> Catalog.STANDARD.offer(workflow, tier).isDispatchable());
    }

    private String canary(String workflow) {
        return parking.all().get(workflow) instanceof Parked.ByItself own
                ? String.valueOf(own.canary())
                : "none";
    }

    /// Waits for the verdict on the newest canary, unless it has woken its workflow already.
    private void rest(String workflow) {
        var canary = canary(workflow);
        if (!canary.equals("none")) {
            var rested = api.rest("/v1/generations/" + canary);
            assertThat(verdict(rested)).as(rested.toPrettyString()).isIn("green", "amber");
        }
    }

    private static void assertResting(HttpResponse<byte[]> response) {
        var problem = Api.json(response);
        assertThat(response.statusCode()).as(problem.toPrettyString()).isEqualTo(403);
        assertThat(problem.path("code").asText()).isEqualTo("parked");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(problem.path("detail").asText()).endsWith(".");
    }

    private void tick() {
        var answer =
                STACK.invoke(
                        "CanaryFunction",
                        "{\"source\":\"aws.scheduler\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"failed\":0");
    }

    private JsonNode standing(String workflow) {
        var catalog = Api.json(api.get("/v1/catalog")).path("workflows");
        return StreamSupport.stream(catalog.spliterator(), false)
                .filter(one -> one.path("id").asText().equals(workflow))
                .findFirst()
                .orElseThrow()
                .path("availability");
    }

    private static String verdict(JsonNode generation) {
        return generation.at("/evaluation/verdict").asText();
    }

    private ObjectNode removal(String photo) {
        var order = Api.JSON.createObjectNode().put("workflow", "remove-object");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", api.mask(Scene.photo("coffee-mask.png"), photo));
        return order;
    }

    private void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var uri = URI.create(STACK.simulator() + "/simulator/scenario");
        api.send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(body)).build());
    }
}
