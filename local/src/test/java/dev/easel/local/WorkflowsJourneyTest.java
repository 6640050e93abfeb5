package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/// The workflows that take a point, references or a shape, and the package: a photo in, a verdict
/// out, over real HTTP through every part of the stack.
class WorkflowsJourneyTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");
    private static final List<String> WORST_FIRST = List.of("red", "incomplete", "amber", "green");

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
        api.close();
    }

    @Test
    void oneThingIsChangedWhereThePinIs() {
        var order = order("point-edit").put("prompt", "Make the spoon golden");
        order.putObject("pin").put("x", 300).put("y", 200);

        assertGreen(api.generate(order));
    }

    @Test
    void aSubjectComesIntoANewScene() {
        assertGreen(api.generate(order("new-scene").put("prompt", "On a beach in the evening")));
    }

    @Test
    void twoReferencesGiveAPhotoTheirStyle() {
        var order = order("restyle", api.photo(Scene.photo("astronaut.png")));
        order.put("prompt", "In the colours of the references");
        var references = order.withObject("inputs").putArray("references");
        references.addObject().put("upload", reference("image/jpeg", "rocket.jpg"));
        references.addObject().put("upload", reference("image/png", "coffee.png"));

        assertGreen(api.generate(order));
    }

    @ParameterizedTest
    @CsvSource({"1:1, 1.0", "16:9, 1.7778"})
    void aPictureIsExtendedToTheShapeThatWasAskedFor(String shape, double ratio) {
        var generation = api.generate(order("extend").put("aspect_ratio", shape));

        assertGreen(generation);
        assertShape(generation, ratio);
    }

    @Test
    void aProductIsIsolated() {
        assertGreen(api.generate(order("isolate")));
    }

    @Test
    void aProductSetIsFourRunsOfOnePhoto() {
        var accepted = api.post("/v1/generations", order("product-set").toString());

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(Api.json(accepted).path("children"))
                .extracting(child -> child.path("workflow").asText())
                .containsExactly("cut-out", "white-background", "extend", "extend");
        assertThat(runsLeft()).isEqualTo(16);
        var whole = api.rest(accepted.headers().firstValue("location").orElseThrow());
        assertThat(whole.path("status").asText()).as(whole.toPrettyString()).isEqualTo("succeeded");
        var children = whole.path("children");
        assertThat(children).hasSize(4).allSatisfy(WorkflowsJourneyTest::assertGreen);
        assertThat(verdict(whole)).isEqualTo("green");
        assertThat(output(children.get(0)).getColorModel().hasAlpha()).isTrue();
        assertShape(children.get(2), 1);
        assertShape(children.get(3), 0.8);
    }

    @Test
    void theVerdictOfAProductSetIsTheWorstOfItsParts() {
        // The cut-out loses its transparency by it, the others nothing.
        simulate(Scenario.JPEG_FOR_PNG);

        var whole = api.generate(order("product-set"));

        var verdicts =
                whole.path("children").valueStream().map(WorkflowsJourneyTest::verdict).toList();
        assertThat(verdicts).hasSize(4).contains("red", "green");
        var worst = WORST_FIRST.stream().filter(verdicts::contains).findFirst().orElseThrow();
        assertThat(verdict(whole)).as(whole.toPrettyString()).isEqualTo(worst);
    }

    @Test
    void anAddressWithThreeRunsLeftGetsNoPartOfAProductSet() {
        var quiet = LiveStack.quiet();
        try (var caller = new Api(quiet.api())) {
            var photo = caller.photo(COFFEE);
            var single = order("cut-out", photo).toString();
            for (int i = 0; i < 17; i++) {
                assertThat(caller.post("/v1/generations", single).statusCode()).isEqualTo(202);
            }
            long before = generations(quiet);

            var refused = caller.post("/v1/generations", order("product-set", photo).toString());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Api.json(refused).path("code").asText()).isEqualTo("rate-limited");
            assertThat(generations(quiet)).isEqualTo(before);
            assertThat(runsLeft(caller)).isEqualTo(3);
        }
    }

    private void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var put =
                HttpRequest.newBuilder(stack.simulator().resolve("/simulator/scenario"))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        assertThat(api.send(put).statusCode()).isEqualTo(200);
    }

    private static void assertGreen(JsonNode generation) {
        assertThat(generation.path("status").asText())
                .as(generation.toPrettyString())
                .isEqualTo("succeeded");
        assertThat(verdict(generation)).as(generation.toPrettyString()).isEqualTo("green");
    }

    private static String verdict(JsonNode generation) {
        return generation.at("/evaluation/verdict").asText();
    }

    /// The picture itself: what the API says of it could be a wish.
    private void assertShape(JsonNode generation, double ratio) {
        var picture = output(generation);
        assertThat((double) picture.getWidth() / picture.getHeight())
                .isCloseTo(ratio, within(0.02));
    }

    private BufferedImage output(JsonNode generation) {
        var url = URI.create(generation.at("/outputs/0/url").asText());
        return Scene.read(api.send(HttpRequest.newBuilder(url).build()).body());
    }

    private ObjectNode order(String workflow) {
        return order(workflow, api.photo(COFFEE));
    }

    private static ObjectNode order(String workflow, String photo) {
        var order = Api.JSON.createObjectNode().put("workflow", workflow);
        order.putObject("inputs").putObject("image").put("upload", photo);
        return order;
    }

    private String reference(String type, String name) {
        return api.upload("reference", type, Scene.photo(name), Api.JSON.createObjectNode())
                .path("upload_id")
                .asText();
    }

    private int runsLeft() {
        return runsLeft(api);
    }

    private static int runsLeft(Api caller) {
        return Api.json(caller.get("/v1/limits"))
                .path("limits")
                .valueStream()
                .filter(limit -> limit.path("name").asText().equals("runs-per-address"))
                .findFirst()
                .orElseThrow()
                .path("remaining")
                .asInt();
    }

    private static long generations(Stack stack) {
        var env = stack.environment("DispatchFunction");
        try (var dynamo = new Aws(env).dynamo()) {
            return dynamo
                    .scanPaginator(scan -> scan.tableName(env.get("GENERATIONS_TABLE")))
                    .items()
                    .stream()
                    .count();
        }
    }
}
