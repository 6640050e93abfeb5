package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/// Bad input gets a clear problem that names the field, and nothing is written.
class BadRequestTest {

    private static final String NOBODY = "0".repeat(26);

    private final Api api = new Api(LiveStack.get().api());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{};                                                                     400;"
                        + " /workflow; is required",
                "{\"workflow\":\"paint\"};                                               400;"
                        + " /workflow; is not a workflow",
                "{\"workflow\":7};                                                       400;"
                        + " /workflow; must be a string",
                "{\"workflow\":\"create\"};                                              400;"
                        + " /prompt; is required by create",
                "{\"workflow\":\"create\",\"prompt\":\"  \"};                            400;"
                        + " /prompt; has fewer than 3",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"tier\":\"1k\"};             400;"
                        + " /tier; must be 1K, 2K or 4K",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"aspect_ratio\":\"4/3\"};    400;"
                        + " /aspect_ratio; must be W:H",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"pin\":{\"x\":1}};           400;"
                        + " /pin/y; is required",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"pin\":{\"x\":1,\"y\":1}};   400;"
                        + " /pin; is not used by create",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"colour\":\"red\"};          400;"
                        + " /colour; is not a field",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"a/b~c\":1};                 400;"
                        + " /a~1b~0c; is not a field",
                "{\"workflow\":\"create\",\"prompt\":\"x y\",\"metadata\":{\"a\":1}};      400;"
                        + " /metadata/a; must be a string",
                "{\"workflow\":\"create\",\"prompt\":\"x"
                    + " y\",\"inputs\":{\"image\":{\"upload\":\"x\"}}}; 400; /inputs/image/upload;"
                    + " is not the id of an upload",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{}}};                   400;"
                        + " /inputs/image; names either an upload or a generation",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":[]}};                   400;"
                        + " /inputs/image; must be an object",
                "[1];                                                                    400; ``;"
                        + " must be a JSON object",
                "{\"workflow\":\"create\",\"workflow\":\"edit\"};                        400; ``;"
                        + " is not JSON",
                "not json;                                                               400; ``;"
                        + " is not JSON",
            })
    void aWrongOrderIsToldWhichFieldAndWhy(String body, int status, String pointer, String reason) {
        var response = api.post("/v1/generations", body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(Api.json(response).path("violations"))
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .anyMatch(violation ->
                        violation.path("pointer").asText().equals(pointer)
                                && violation.path("reason").asText().startsWith(reason));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var response =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"remove-object\",\"tier\":\"8K\",\"prompt\":\"x\",\"z\":1}");

        assertThat(Api.json(response).path("violations")).hasSize(5);
    }

    @Test
    void aPictureThatNobodyUploadedIsNamed() {
        var body =
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":\"img_%s\"}}}"
                        .formatted(NOBODY.replace('0', '1'));

        assertThat(Api.json(api.post("/v1/generations", body)).at("/violations/0/pointer").asText())
                .isEqualTo("/inputs/image");
    }

    @Test
    void aMaskIsNoPhoto() {
        var body =
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":\"msk_%s\"}}}"
                        .formatted(NOBODY);

        assertThat(Api.json(api.post("/v1/generations", body)).at("/violations/0/reason").asText())
                .isEqualTo("was uploaded as mask, not as image");
    }

    @Test
    void aWorkflowThatIsComingSoonSaysSo() {
        var body =
                "{\"workflow\":\"remove-tag\",\"inputs\":{\"image\":{\"upload\":\"img_%s\"}}}"
                        .formatted(NOBODY);
        var response = api.post("/v1/generations", body);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Api.json(response).path("code").asText()).isEqualTo("coming-soon");
        assertThat(Api.json(response).path("detail").asText()).contains("Remove an object");
    }

    @Test
    void aTierThatIsNotOfferedSaysSo() {
        var body =
                "{\"workflow\":\"cut-out\",\"tier\":\"4K\",\"inputs\":{\"image\":{\"upload\":\"img_%s\"}}}"
                        .formatted(NOBODY);

        assertThat(Api.json(api.post("/v1/generations", body)).at("/violations/0/pointer").asText())
                .isEqualTo("/tier");
    }

    @Test
    void webhooksAreNotThereYet() {
        var response =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"x"
                                + " y\",\"callback_url\":\"https://example.com\"}");

        assertThat(Api.json(response).path("code").asText()).isEqualTo("not-available-yet");
    }

    @Test
    void aKeyThatWasUsedForAnotherOrderIsRefused() {
        var key = "key-" + System.nanoTime();
        var first =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"one\"}",
                        "Idempotency-Key",
                        key);
        var same =
                api.post(
                        "/v1/generations",
                        "{ \"prompt\":\"one\", \"workflow\":\"create\" }",
                        "Idempotency-Key",
                        key);
        var other =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"two\"}",
                        "Idempotency-Key",
                        key);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(same.headers().firstValue("location"))
                .isEqualTo(first.headers().firstValue("location"));
        assertThat(same.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Api.json(other).path("code").asText()).isEqualTo("key-reused");
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        var response =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"one\"}",
                        "Idempotency-Key",
                        "two words");

        assertThat(Api.json(response).at("/violations/0/pointer").asText())
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void aBodyOver64KilobytesIsTooLarge() {
        var response =
                api.post(
                        "/v1/generations",
                        "{\"workflow\":\"create\",\"prompt\":\"" + "x".repeat(65_536) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void aPromptOf4000CharactersIsTakenAndOneMoreIsNot() {
        assertThat(
                        api.post(
                                        "/v1/generations",
                                        "{\"workflow\":\"create\",\"prompt\":\""
                                                + "é".repeat(4000)
                                                + "\"}")
                                .statusCode())
                .isEqualTo(202);
        assertThat(
                        api.post(
                                        "/v1/generations",
                                        "{\"workflow\":\"create\",\"prompt\":\""
                                                + "é".repeat(4001)
                                                + "\"}")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void deepJsonIsRefused() {
        var response =
                api.post(
                        "/v1/generations",
                        "{\"metadata\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/generations/nobody, 404",
        "/v1/generations/gen_11111111111111111111111111, 404",
        "/v1/generations/img_00000000000000000000000000, 404",
        "/v1/images/gen_11111111111111111111111111/0, 404",
        "/v1/images/gen_00000000000000000000000000/-1, 404",
        "/v1/images/gen_00000000000000000000000000/00, 404",
    })
    void whatIsNotThereIsNotFound(String path, int status) {
        assertThat(api.get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{};                                                                               "
                        + "                    /kind",
                "{\"kind\":\"video\",\"content_type\":\"image/png\",\"bytes\":1,\"sha256\":\"x\"}; "
                        + "                     /kind",
                "{\"kind\":\"image\",\"content_type\":\"image/gif\",\"bytes\":1,\"sha256\":\"x\"}; "
                        + "                     /content_type",
                "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":0,\"sha256\":\"x\"}; "
                        + "                     /bytes",
                "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":25000001,\"sha256\":\"x\"};"
                    + "               /bytes",
                "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":1.5,\"sha256\":\"x\"};"
                    + "                    /bytes",
                "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":1,\"sha256\":\"abc=\"};"
                    + "                   /sha256",
                "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":1,\"sha256\":\"x\",\"name\":\"a.png\"};"
                    + "   /name",
            })
    void aWrongUploadIsToldWhichField(String body, String pointer) {
        var response = api.post("/v1/uploads", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.json(response).path("violations"))
                .anyMatch(violation -> violation.path("pointer").asText().equals(pointer));
    }
}
