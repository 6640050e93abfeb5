package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/// `images/generations` over HTTP.
@Timeout(60)
class TogetherTest {

    private static final String SUBMIT = "/together/v1/images/generations";

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
    void wordsBecomePicturesOfTheSizeBehindUrlsAndAreBilledOnce() throws Exception {
        var told = caller.post(SUBMIT, body(1344, 768).put("n", 2));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("object").asText()).isEqualTo("list");
        assertThat(told.body().path("data")).hasSize(2);
        var answer = caller.fetch(told.body().at("/data/1/url").asText());
        var image = Caller.image(answer.body());
        assertThat(image.getWidth()).isEqualTo(1344);
        assertThat(image.getHeight()).isEqualTo(768);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(caller.journal("together", "submit")).hasSize(1);
        assertThat(caller.journal("together", "run").at("/0/cost").asText()).isEqualTo("0.10");
    }

    @Test
    void aPictureComesInTheAnswerIfAsked() throws Exception {
        var told = caller.post(SUBMIT, body(1024, 1024).put("response_format", "base64"));

        var bytes = Base64.getDecoder().decode(told.body().at("/data/0/b64_json").asText());
        assertThat(Caller.image(bytes).getWidth()).isEqualTo(1024);
    }

    @Test
    void onlyTheModelsThatTakeReferencesTakeThem() throws Exception {
        var body = body(1024, 1024);
        body.putArray("reference_images").add(Caller.PHOTO);

        assertThat(param(caller.post(SUBMIT, body))).isEqualTo("reference_images");
        body.put("model", "google/gemini-3-pro-image");
        assertThat(caller.post(SUBMIT, body).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotKnownIsRefusedByName() throws Exception {
        assertThat(param(caller.post(SUBMIT, body(1000, 1000)))).isEqualTo("width");
        assertThat(param(caller.post(SUBMIT, body(1024, 1024).put("aspect_ratio", "1:1"))))
                .isEqualTo("aspect_ratio");
        assertThat(param(caller.post(SUBMIT, body(1024, 1024).put("n", 5)))).isEqualTo("n");
        assertThat(param(caller.post(SUBMIT, body(1024, 1024).put("model", "x"))))
                .isEqualTo("model");
        assertThat(caller.post(SUBMIT, body(1024, 1024), "Authorization", "Key k").status())
                .isEqualTo(401);
        assertThat(caller.journal("together", "submit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, rate_limit",
        "no-credit, 402, credit_limit_exceeded",
        "no-credits, 403, third_party_data_sharing_blocked",
        "unavailable, 503, model_overloaded",
        "invalid, 400, invalid_parameter",
        "unauthorized, 401, invalid_api_key",
        "moderated, 422, content_policy_violation",
        "failed, 500, inference_failed"
    })
    void aRefusalHasItsStatusAndItsCode(String scenario, int status, String code) throws Exception {
        caller.play("together", scenario);

        var told = caller.post(SUBMIT, body(1024, 1024));

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.body().at("/error/code").asText()).isEqualTo(code);
        assertThat(caller.journal("together", "run")).isEmpty();
    }

    @Test
    void outputsAreSpoiltAsTheScenarioSays() throws Exception {
        caller.play("together", "empty-output");
        assertThat(caller.post(SUBMIT, body(1024, 1024)).body().path("data")).isEmpty();
        caller.play("together", "other-shape");
        assertThat(caller.post(SUBMIT, body(1024, 1024)).body().at("/data/0").has("b64_json"))
                .isTrue();
        caller.play("together", "expired-output");
        var url = caller.post(SUBMIT, body(1024, 1024)).body().at("/data/0/url").asText();
        assertThat(caller.fetch(url).statusCode()).isEqualTo(403);
    }

    @Test
    void anAnswerThatIsCutWasCarriedOut() throws Exception {
        caller.play("together", "bad-json");

        assertThatThrownBy(() -> caller.post(SUBMIT, body(1024, 1024)))
                .isInstanceOf(IOException.class);
        assertThat(caller.journal("together", "run")).hasSize(1);
    }

    private static String param(Told told) {
        assertThat(told.status()).isEqualTo(400);
        return told.body().at("/error/param").asText();
    }

    private static ObjectNode body(int width, int height) {
        return Caller.JSON
                .createObjectNode()
                .put("model", "google/flash-image-3.1")
                .put("prompt", "a red bicycle")
                .put("width", width)
                .put("height", height);
    }
}
