package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Warning;
import dev.easel.provider.Job;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes to Together. What comes back is recorded: see [ProviderContractTest].
class TogetherProviderTest {

    private static final Try SMALL = tried("google/flash-image-3.1");
    private static final Try LARGE = tried("google/gemini-3-pro-image");

    private final Stub stub = new Stub().answers(200, "together/done-letters.json");
    private final TogetherProvider together =
            new TogetherProvider(RotatingKey.access(new RotatingKey(), stub.uri()));

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void wordsMakeASquareWhereNoShapeIsAskedFor() {
        together.submit(Jobs.words(SMALL));

        assertThat(stub.only().line()).isEqualTo("POST /v1/images/generations");
        assertThat(stub.only().body())
                .isEqualTo(
                        "{\"model\":\"google/flash-image-3.1\",\"prompt\":\"a red bicycle\","
                            + "\"width\":1024,\"height\":1024,\"n\":1,\"response_format\":\"base64\"}");
    }

    @Test
    void thePhotoGoesBeforeTheReferences() {
        together.submit(Jobs.edit(LARGE, Tier.ONE_K, "1:1"));

        assertThat(stub.only().json().path("reference_images").toString())
                .isEqualTo("[\"%s\",\"%s\",\"%s\"]".formatted(Jobs.PHOTO, Jobs.OTHER, Jobs.PHOTO));
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_K, 16:9, 1344, 768, 0",
        "TWO_K, 16:9, 2688, 1536, 0",
        "FOUR_K, 9:16, 3072, 5376, 0",
        "ONE_K, 42:18, 1536, 672, 0",
        "ONE_K, 8:1, 1536, 672, 1",
        "ONE_K, wide, 1024, 1024, 1",
        // The photo is 3:2.
        "TWO_K, , 2496, 1664, 0"
    })
    void onlyTheSizesThatAreTakenAreSent(
            Tier tier, @Nullable String shape, int width, int height, int warnings) {
        var job = Jobs.edit(LARGE, tier, shape);

        together.submit(job);

        assertThat(stub.only().json().path("width").asInt()).isEqualTo(width);
        assertThat(stub.only().json().path("height").asInt()).isEqualTo(height);
        assertThat(together.warnings(job)).hasSize(warnings);
    }

    @Test
    void theSmallerModelMakesOneSizeAndSaysSo() {
        var words = Jobs.words(SMALL);
        var job =
                new Job(
                        words.reference(),
                        SMALL,
                        Tier.FOUR_K,
                        words.task(),
                        null,
                        null,
                        words.references(),
                        words.prompt(),
                        null,
                        "1:1",
                        words.bundler());

        together.submit(job);

        assertThat(stub.only().json().path("width").asInt()).isEqualTo(1024);
        assertThat(together.warnings(job))
                .containsExactly(
                        new Warning(
                                "tier-not-honoured",
                                "The result has about a thousand pixels on its long side; the"
                                        + " chosen size does not change it."));
    }

    /// Without them another picture would be made, and paid.
    @Test
    void aMaskAndAPhotoThatCannotBeGivenAreRefusedBeforeAnythingIsSent() {
        var masked = Jobs.everything(LARGE, Tier.ONE_K, "1:1");
        var photo = Jobs.edit(SMALL, Tier.ONE_K, "1:1");

        assertThat(Told.of(together.submit(masked))).isEqualTo("refused invalid_request no");
        assertThat(Told.of(together.submit(photo))).isEqualTo("refused invalid_request no");
        assertThat(stub.requests()).isEmpty();
    }

    private static Try tried(String model) {
        return new Try(TogetherProvider.ID, model, "2026-10");
    }
}
