package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.Caller.Told;
import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Base64;

/// Tasks over HTTP.
@Timeout(60)
class RunwareTest {

    private static final String FIRST = "11111111-1111-4111-8111-111111111111";
    private static final String THIRD = "33333333-3333-4333-8333-333333333333";
    private static final String SECOND = "22222222-2222-4222-8222-222222222222";

    @TempDir Path folder;
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = Simulator.start(new SimulatorOptions(0, folder, Pace.INSTANT, 1));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void aTaskThatIsWaitedForAnswersItsPictureAndIsBilledOnce() throws Exception {
        var told = post(task(FIRST).put("includeCost", true));

        assertThat(told.status()).isEqualTo(200);
        var data = told.body().at("/data/0");
        assertThat(data.path("taskUUID").asText()).isEqualTo(FIRST);
        assertThat(data.path("cost").asText()).isEqualTo("0.06895");
        var image = Caller.image(caller.fetch(data.path("imageURL").asText()).body());
        assertThat(image.getWidth()).isEqualTo(1376);
        assertThat(caller.journal("runware", "submit")).hasSize(1);
        assertThat(caller.journal("runware", "run").at("/0/client_ref").asText()).isEqualTo(FIRST);
    }

    @Test
    void aTaskThatIsNotWaitedForIsFoundByItsName() throws Exception {
        var told = post(task(FIRST).put("deliveryMethod", "async"));
        var first = response(FIRST);
        var ended = await(FIRST);

        assertThat(told.body().at("/data/0").size()).isEqualTo(2);
        assertThat(first.body().at("/data/0/status").asText()).isEqualTo("processing");
        assertThat(ended.at("/data/0/status").asText()).isEqualTo("success");
        assertThat(caller.fetch(ended.at("/data/0/imageURL").asText()).statusCode()).isEqualTo(200);
        assertThat(response(SECOND).status()).isEqualTo(404);
    }

    @Test
    void aReferenceIsTakenInPlaceOfASize() throws Exception {
        var task = task(FIRST).put("outputType", "base64Data").put("outputFormat", "PNG");
        task.remove("width");
        task.remove("height");
        task.putObject("inputs").putArray("referenceImages").add(Caller.PHOTO);

        var data = post(task).body().at("/data/0/imageBase64Data").asText();

        var image = Caller.image(Base64.getDecoder().decode(data));
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    }

    @Test
    void whatSucceedsAndWhatFailsStandSideBySide() throws Exception {
        var told = post(task(FIRST), task(SECOND).put("width", 1000));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("data")).hasSize(1);
        assertThat(told.body().at("/errors/0/taskUUID").asText()).isEqualTo(SECOND);
        assertThat(told.body().at("/errors/0/parameter").asText()).isEqualTo("width");
    }

    @Test
    void aNameThatComesAgainIsRefusedWhileKeysAreHonoured() throws Exception {
        post(task(FIRST));
        var again = post(task(FIRST));
        caller.put("/simulator/keys", "{\"honoured\":false}");
        var third = post(task(FIRST));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().at("/errors/0/parameter").asText()).isEqualTo("taskUUID");
        assertThat(third.status()).isEqualTo(200);
        assertThat(caller.journal("runware", "run")).hasSize(2);
    }

    @Test
    void whatIsNotKnownIsRefusedByName() throws Exception {
        assertThat(parameter(task(FIRST).put("aspectRatio", "1:1"))).isEqualTo("aspectRatio");
        assertThat(parameter(task(FIRST).put("resolution", "1K"))).isEqualTo("resolution");
        assertThat(parameter(task("x"))).isEqualTo("taskUUID");
        assertThat(parameter(task(FIRST).put("model", "google:9@9"))).isEqualTo("model");
        assertThat(parameter(task(FIRST).put("outputFormat", "png"))).isEqualTo("outputFormat");
        var denied = caller.post("/runware/v1", array(task(FIRST)), "Authorization", "Key k");
        assertThat(denied.status()).isEqualTo(401);
        assertThat(denied.body().at("/errors/0/code").asText()).isEqualTo("invalidApiKey");
        assertThat(caller.journal("runware", "submit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, rateLimitExceeded",
        "no-credit, 402, insufficientCredits",
        "unavailable, 503, providerUnavailable",
        "invalid, 400, invalidParameter",
        "unauthorized, 401, invalidApiKey",
        "new-contract, 400, unsupportedParameter"
    })
    void aRefusalHasItsStatusAndItsCode(String scenario, int status, String code) throws Exception {
        caller.play("runware", scenario);

        var told = post(task(FIRST));

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.body().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(caller.journal("runware", "submit")).isEmpty();
    }

    @Test
    void theNewerFormIsTakenWhereTheOlderIsRefused() throws Exception {
        caller.play("runware", "new-contract");
        var task = task(FIRST).put("resolution", "1K");
        task.remove("width");
        task.remove("height");

        assertThat(post(task).status()).isEqualTo(200);
        caller.play("runware", "old-contract");
        task.put("taskUUID", SECOND);
        assertThat(parameter(task)).isEqualTo("resolution");
    }

    @Test
    void aTaskThatFailsIsToldOfAsAnError() throws Exception {
        caller.play("runware", "moderated");
        post(task(FIRST).put("deliveryMethod", "async"));

        var ended = await(FIRST);

        assertThat(ended.at("/errors/0/status").asText()).isEqualTo("error");
        assertThat(ended.at("/errors/0/code").asText()).isEqualTo("contentModeration");
        assertThat(post(task(SECOND)).status()).isEqualTo(400);
        assertThat(caller.journal("runware", "run")).isEmpty();
    }

    @Test
    void outputsAndReadsAreSpoiltAsTheScenarioSays() throws Exception {
        caller.play("runware", "partial");
        var partial = post(task(FIRST)).body();
        assertThat(partial.path("data")).hasSize(1);
        assertThat(partial.path("errors")).hasSize(1);

        caller.play("runware", "empty-output");
        var empty = post(task(THIRD)).body();
        assertThat(empty.at("/data/0").has("imageURL")).isFalse();

        caller.play("runware", "run-lost");
        post(task(SECOND).put("deliveryMethod", "async"));
        assertThat(response(SECOND).status()).isEqualTo(404);
        while (caller.journal("runware", "run").size() < 3) {
            Thread.sleep(20);
        }
    }

    private JsonNode await(String name) throws Exception {
        while (true) {
            var body = response(name).body();
            if (!body.at("/data/0/status").asText().equals("processing")) {
                return body;
            }
            Thread.sleep(20);
        }
    }

    private Told response(String name) throws Exception {
        return post(
                Caller.JSON
                        .createObjectNode()
                        .put("taskType", "getResponse")
                        .put("taskUUID", name));
    }

    private Told post(ObjectNode... tasks) throws Exception {
        return caller.post("/runware/v1", array(tasks));
    }

    private String parameter(ObjectNode task) throws Exception {
        var told = post(task);
        assertThat(told.status()).isEqualTo(400);
        return told.body().at("/errors/0/parameter").asText();
    }

    private static JsonNode array(ObjectNode... tasks) {
        var array = Caller.JSON.createArrayNode();
        for (var task : tasks) {
            array.add(task);
        }
        return array;
    }

    private static ObjectNode task(String name) {
        return Caller.JSON
                .createObjectNode()
                .put("taskType", "imageInference")
                .put("taskUUID", name)
                .put("model", "google:4@3")
                .put("positivePrompt", "a red bicycle")
                .put("width", 1376)
                .put("height", 768);
    }
}
