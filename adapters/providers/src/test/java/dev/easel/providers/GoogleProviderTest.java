package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.image.MediaType;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.provider.Submission;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// What goes to Google. What comes back is recorded: see [ProviderContractTest].
class GoogleProviderTest {

    private static final Try FLASH = flash("2026-02");
    private static final Try PRO = new Try(GoogleProvider.ID, "gemini-3-pro-image", "2026-02");
    private static final String PHOTO = letters("/photo.png");
    private static final String OTHER = letters("/other.png");

    private final Stub stub = new Stub().answers(200, "google/done.json");

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void wordsGoAloneAndTheShapeIsTheModelsOwn() {
        submit(Jobs.words(FLASH));

        assertThat(stub.only().line())
                .isEqualTo("POST /v1beta/models/gemini-3.1-flash-image:generateContent");
        assertThat(stub.only().body())
                .isEqualTo(
                        "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"a red"
                            + " bicycle\"}]}],"
                            + "\"generationConfig\":{\"responseModalities\":[\"TEXT\",\"IMAGE\"],"
                            + "\"imageConfig\":{\"imageSize\":\"1K\"}}}");
    }

    @Test
    void thePhotoGoesBeforeTheReferences() {
        submit(Jobs.edit(PRO, Tier.TWO_K, "8:10"));

        var body = stub.only().json();
        var parts = body.path("contents").path(0).path("parts");
        assertThat(parts.findValuesAsText("data")).containsExactly(PHOTO, OTHER, PHOTO);
        assertThat(parts.findValuesAsText("mimeType")).containsOnly("image/png");
        assertThat(body.path("generationConfig").path("imageConfig").toString())
                .isEqualTo("{\"imageSize\":\"2K\",\"aspectRatio\":\"4:5\"}");
    }

    @Test
    void anInteractionSaysTheSameInItsOwnWords() {
        submit(Jobs.edit(flash("2026-08"), Tier.FOUR_K, "16:9"));

        var body = stub.only().json();
        assertThat(stub.only().line()).isEqualTo("POST /v1beta/interactions");
        assertThat(body.path("model").asText()).isEqualTo("gemini-3.1-flash-image");
        assertThat(body.path("store").asBoolean(true)).as("nothing is left there").isFalse();
        assertThat(body.path("input").findValuesAsText("type"))
                .containsExactly("text", "image", "image", "image");
        assertThat(body.path("input").findValuesAsText("data"))
                .containsExactly(PHOTO, OTHER, PHOTO);
        assertThat(body.path("response_format").toString())
                .isEqualTo(
                        "{\"type\":\"image\",\"image_size\":\"4K\",\"delivery\":\"inline\",\"aspect_ratio\":\"16:9\"}");
    }

    @Test
    void aProjectOfVertexHasItsOwnAddressAndOneContract() {
        var project = URI.create(stub.uri() + "/v1beta1/projects/p/locations/eu");
        var vertex = new GoogleProvider(RotatingKey.access(new RotatingKey(), project));

        assertThat(Told.of(vertex.submit(Jobs.words(FLASH)))).startsWith("done");
        assertThat(stub.only().line())
                .isEqualTo(
                        "POST /v1beta1/projects/p/locations/eu/publishers/google/models/"
                                + "gemini-3.1-flash-image:generateContent");
        assertThat(vertex.contracts("gemini-3.1-flash-image")).containsExactly("2026-02");
        assertThat(google().contracts("gemini-3.1-flash-image"))
                .containsExactly("2026-08", "2026-02");
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3.1-flash-image, 1:8, 1:8, 0",
        "gemini-3-pro-image, 1:8, 9:16, 1",
        "gemini-3-pro-image, 32:18, 16:9, 0",
        "gemini-3-pro-image, wide, '', 1"
    })
    void aShapeThatIsNotThereIsToldAndTheNearestTaken(
            String model, String asked, String sent, int warnings) {
        var job = Jobs.edit(new Try(GoogleProvider.ID, model, "2026-02"), Tier.ONE_K, asked);

        submit(job);

        assertThat(google().warnings(job)).hasSize(warnings);
        assertThat(config(stub.only().json()).path("aspectRatio").asText("")).isEqualTo(sent);
    }

    /// Without its mask the picture would be changed where nobody asked for it, and paid.
    @Test
    void aMaskIsRefusedBeforeAnythingIsSent() {
        var job = Jobs.everything(FLASH, Tier.ONE_K, "1:1");

        assertThat(Told.of(google().submit(job))).isEqualTo("refused invalid_request no");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void picturesThatAreTooLargeForOneRequestAreRefusedBeforeAnythingIsSent() {
        var huge = new Loan(Jobs.PHOTO, MediaType.PNG, Jobs.SIZE, () -> new byte[14_500_000]);
        var edit = Jobs.edit(FLASH, Tier.ONE_K, "1:1");
        var job =
                new Job(
                        edit.reference(),
                        FLASH,
                        edit.tier(),
                        edit.task(),
                        huge,
                        null,
                        List.of(),
                        edit.prompt(),
                        null,
                        null,
                        edit.bundler());

        assertThat(google().submit(job).toString()).contains("too large for one request");
        assertThat(stub.requests()).isEmpty();
    }

    /// By its own rule the reader of JSON would stop at twenty million letters.
    @Test
    void aPictureOfTheLargestSizeIsRead() {
        var letters = "AAAA".repeat(7_000_000);
        var patience = Duration.ofSeconds(30);
        try (var large = new Stub()) {
            large.says(
                    200,
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"inlineData\":{\"data\":\""
                            + letters
                            + "\"}}]}}]}");
            var access =
                    new Access(
                            ProviderHttp.client(),
                            new RotatingKey(),
                            RotatingKey.NAME,
                            large.uri(),
                            patience,
                            patience);

            var submission = new GoogleProvider(access).submit(Jobs.words(FLASH));

            assertThat(submission).isInstanceOf(Submission.Done.class);
            assertThat(submission.toString()).contains("21000000 bytes");
        }
    }

    private void submit(Job job) {
        assertThat(Told.of(google().submit(job))).matches("done .*|refused substituted_model yes");
    }

    private GoogleProvider google() {
        return new GoogleProvider(RotatingKey.access(new RotatingKey(), stub.uri()));
    }

    private static JsonNode config(JsonNode body) {
        return body.path("generationConfig").path("imageConfig");
    }

    private static Try flash(String contract) {
        return new Try(GoogleProvider.ID, "gemini-3.1-flash-image", contract);
    }

    private static String letters(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8));
    }
}
