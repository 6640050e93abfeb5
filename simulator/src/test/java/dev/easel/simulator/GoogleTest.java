package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;

/// `generateContent` over HTTP.
@Timeout(60)
class GoogleTest {

    private static final String FLASH = "gemini-3.1-flash-image";

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
    void wordsBecomeAPictureOfTheRatioThatIsBilledOnce() throws Exception {
        var told = generate(FLASH, words("a red bicycle", "16:9", "512"));

        assertThat(told.status()).isEqualTo(200);
        var candidate = told.body().at("/candidates/0");
        assertThat(candidate.path("finishReason").asText()).isEqualTo("STOP");
        var image = Caller.image(picture(told.body()));
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
        assertThat(told.body().at("/usageMetadata/candidatesTokenCount").asInt()).isEqualTo(747);
        assertThat(told.body().path("modelVersion").asText()).isEqualTo(FLASH);
        assertThat(caller.journal("google", "submit")).hasSize(1);
        assertThat(caller.journal("google", "run").at("/0/cost").asText()).isEqualTo("0.045");
        assertThat(caller.journal("runflow", "run")).isEmpty();
    }

    @Test
    void aPhotoInTheRequestIsChangedAndKeepsItsShape() throws Exception {
        var body = words("make it snow", "", "512");
        inline(body, "image/png", Caller.PHOTO);

        var image = Caller.image(picture(generate(FLASH, body).body()));

        assertThat(image.getWidth() * 3)
                .isBetween(image.getHeight() * 4 - 64, image.getHeight() * 4 + 64);
    }

    @Test
    void aModelThatThinksShowsItsDraftFirst() throws Exception {
        var parts =
                generate("gemini-3-pro-image", words("a boat", "1:1", "1K"))
                        .body()
                        .at("/candidates/0/content/parts");

        assertThat(parts.findValues("inlineData")).hasSize(2);
        assertThat(parts.get(1).path("thought").asBoolean()).isTrue();
        assertThat(parts.get(parts.size() - 1).has("thought")).isFalse();
    }

    @Test
    void vertexTakesABearerAndTheGeminiApiAKey() throws Exception {
        var vertex =
                "/google/v1beta1/projects/p/locations/global/publishers/google/models/" + FLASH;
        var body = words("a boat", "1:1", "512");

        assertThat(caller.post(vertex + ":generateContent", body).status()).isEqualTo(200);
        assertThat(caller.post(path(FLASH), body).status()).isEqualTo(401);
        assertThat(caller.post(path(FLASH), body, "x-goog-api-key", "k").status()).isEqualTo(200);
        assertThat(caller.post(vertex + ":generateContent", body, "Authorization", "k").status())
                .isEqualTo(401);
    }

    @Test
    void whatIsNotKnownIsRefusedByName() throws Exception {
        var field = words("a boat", "1:1", "512").put("colour", "red");
        var ratio = words("a boat", "5:1", "512");
        var size = words("a boat", "1:1", "1k");
        var nested = words("a boat", "1:1", "512");
        ((ObjectNode) nested.at("/generationConfig/imageConfig"))
                .put("outputMimeType", "image/png");
        var type = words("a boat", "1:1", "512");
        inline(type, "image/gif", Caller.PHOTO);

        assertThat(violation(generate(FLASH, field))).isEmpty();
        assertThat(violation(generate(FLASH, ratio)))
                .isEqualTo("generation_config.image_config.aspect_ratio");
        assertThat(violation(generate(FLASH, size)))
                .isEqualTo("generation_config.image_config.image_size");
        assertThat(violation(generate(FLASH, nested))).isEqualTo("generation_config.image_config");
        assertThat(violation(generate(FLASH, type)))
                .isEqualTo("contents[0].parts[1].inline_data.mime_type");
        assertThat(generate("gemini-9", words("a boat", "1:1", "512")).status()).isEqualTo(404);
        assertThat(caller.journal("google", "submit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, RESOURCE_EXHAUSTED",
        "no-credits, 429, RESOURCE_EXHAUSTED",
        "no-credit, 400, FAILED_PRECONDITION",
        "unavailable, 503, UNAVAILABLE",
        "invalid, 400, INVALID_ARGUMENT",
        "unauthorized, 400, INVALID_ARGUMENT",
        "permission-denied, 403, PERMISSION_DENIED",
        "new-contract, 400, INVALID_ARGUMENT"
    })
    void aRefusalHasItsStatus(String scenario, int status, String code) throws Exception {
        caller.play("google", scenario);

        var told = generate(FLASH, words("a boat", "1:1", "512"));

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.body().at("/error/status").asText()).isEqualTo(code);
        assertThat(caller.journal("google", "submit")).isEmpty();
    }

    @Test
    void theHintStandsInTheBodyAndVertexHasNone() throws Exception {
        caller.play("google", "rate-limited");
        var vertex = "/google/v1beta1/projects/p/locations/l/publishers/google/models/";
        var body = words("a boat", "1:1", "512");

        var gemini = generate(FLASH, body).body().at("/error/details");
        var other = caller.post(vertex + FLASH + ":generateContent", body).body();

        assertThat(gemini.get(1).path("retryDelay").asText()).isEqualTo("3s");
        assertThat(other.at("/error/details").isMissingNode()).isTrue();
    }

    @Test
    void aRefusalOfTheModelIsA200AndNotBilled() throws Exception {
        caller.play("google", "moderated");
        var words = generate(FLASH, words("a boat", "1:1", "512"));
        var edit = words("a boat", "1:1", "512");
        inline(edit, "image/png", Caller.PHOTO);
        var photo = generate(FLASH, edit);

        assertThat(words.status()).isEqualTo(200);
        assertThat(words.body().at("/promptFeedback/blockReason").asText())
                .isEqualTo("PROHIBITED_CONTENT");
        assertThat(photo.body().at("/candidates/0/finishReason").asText())
                .isEqualTo("IMAGE_SAFETY");
        assertThat(caller.journal("google", "submit")).hasSize(2);
        assertThat(caller.journal("google", "run")).isEmpty();
    }

    @Test
    void picturesAreSpoiltAsTheScenarioSays() throws Exception {
        var body = words("a boat", "1:1", "512");

        caller.play("google", "empty-output");
        assertThat(generate(FLASH, body).body().at("/candidates/0/finishReason").asText())
                .isEqualTo("NO_IMAGE");
        caller.play("google", "jpeg-for-png");
        assertThat(picture(generate(FLASH, body).body())).startsWith(0xFF, 0xD8);
        caller.play("google", "substituted-model");
        assertThat(generate(FLASH, body).body().path("modelVersion").asText())
                .isEqualTo("gemini-2.5-flash-image");
        caller.play("google", "blank");
        var grey = Caller.image(picture(generate(FLASH, body).body()));
        assertThat(grey.getRGB(3, 3)).isEqualTo(grey.getRGB(200, 200));
    }

    @Test
    void anAnswerThatIsLostWasCarriedOutAndBilled() throws Exception {
        caller.play("google", "reset");
        assertThatThrownBy(() -> generate(FLASH, words("a boat", "1:1", "512")))
                .isInstanceOf(IOException.class);
        assertThat(caller.journal("google", "run")).hasSize(1);

        caller.play("google", "reset-before");
        assertThatThrownBy(() -> generate(FLASH, words("a boat", "1:1", "512")))
                .isInstanceOf(IOException.class);
        assertThat(caller.journal("google", "submit")).hasSize(1);
    }

    @Test
    void theNewerFormIsTakenWhereTheOlderIsRefusedAndTheOtherWayRound() throws Exception {
        caller.play("google", "new-contract");
        var old = generate(FLASH, words("a boat", "1:1", "512"));
        var told = interact("1:1");
        caller.play("google", "old-contract");
        var refused = interact("1:1");

        assertThat(violation(old)).isEqualTo("generation_config");
        assertThat(told.body().path("status").asText()).isEqualTo("completed");
        var data = told.body().at("/steps/0/content/1/data").asText();
        assertThat(Caller.image(Base64.getDecoder().decode(data)).getWidth()).isEqualTo(512);
        assertThat(violation(refused)).isEqualTo("response_format");
        assertThat(generate(FLASH, words("a boat", "1:1", "512")).status()).isEqualTo(200);
    }

    @Test
    void anInteractionNamesWhatIsWrongAndSaysWhyItMadeNothing() throws Exception {
        assertThat(violation(interact("5:1"))).isEqualTo("response_format.aspect_ratio");
        caller.play("google", "invalid");
        assertThat(violation(interact("1:1"))).isEqualTo("response_format.image_size");
        caller.play("google", "moderated");
        assertThat(interact("1:1").body().at("/error/code").asText()).isEqualTo("image_safety");
        caller.play("google", "other-shape");
        assertThat(interact("1:1").body().at("/outputs/1/type").asText()).isEqualTo("image");
        caller.play("google", "substituted-model");
        assertThat(interact("1:1").body().path("model").asText())
                .isEqualTo("gemini-2.5-flash-image");
    }

    private Told interact(String ratio) throws Exception {
        var body = Caller.JSON.createObjectNode().put("model", FLASH).put("store", false);
        body.putArray("input").addObject().put("type", "text").put("text", "a boat");
        body.putObject("response_format")
                .put("type", "image")
                .put("delivery", "inline")
                .put("aspect_ratio", ratio)
                .put("image_size", "512");
        return caller.post("/google/v1beta/interactions", body, "x-goog-api-key", "k");
    }

    private Told generate(String model, JsonNode body) throws Exception {
        return caller.post(path(model), body, "x-goog-api-key", "k");
    }

    private static String path(String model) {
        return "/google/v1beta/models/" + model + ":generateContent";
    }

    private static ObjectNode words(String prompt, String ratio, String size) {
        var body = Caller.JSON.createObjectNode();
        body.putArray("contents")
                .addObject()
                .put("role", "user")
                .putArray("parts")
                .addObject()
                .put("text", prompt);
        var config = body.putObject("generationConfig");
        config.putArray("responseModalities").add("TEXT").add("IMAGE");
        var image = config.putObject("imageConfig").put("imageSize", size);
        if (!ratio.isEmpty()) {
            image.put("aspectRatio", ratio);
        }
        return body;
    }

    private static void inline(ObjectNode body, String type, String dataUrl) {
        body.withArray("/contents/0/parts")
                .addObject()
                .putObject("inlineData")
                .put("mimeType", type)
                .put("data", dataUrl.substring(dataUrl.indexOf(',') + 1));
    }

    private static byte[] picture(JsonNode answer) {
        var parts = answer.at("/candidates/0/content/parts");
        return Base64.getDecoder()
                .decode(parts.get(parts.size() - 1).at("/inlineData/data").asText());
    }

    private static String violation(Told told) {
        assertThat(told.status()).isEqualTo(400);
        return told.body().at("/error/details/0/fieldViolations/0/field").asText();
    }
}
