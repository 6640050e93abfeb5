package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.failure.Warning;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.provider.Job;
import dev.easel.routing.TierTable;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class RunflowInputsTest {

    private static final String PHOTO = "\"image_url\":\"" + Jobs.PHOTO + "\"";
    private static final String MASK = "\"mask_url\":\"" + Jobs.MASK + "\"";

    @Test
    void everyLineOfTheTierTableIsDescribed() {
        for (var workflow : Workflows.ALL) {
            for (var tier : Tier.values()) {
                TierTable.STANDARD
                        .route(workflow.id(), tier)
                        .ifPresent(route ->
                                assertThat(
                                                RunflowInputs.of(
                                                        Jobs.everything(
                                                                route.first().model(),
                                                                tier,
                                                                "1:1")))
                                        .as("%s at %s", workflow.id(), tier)
                                        .isPresent());
            }
        }
    }

    @Test
    void removalsTakeAPhotoAndAMask() {
        assertThat(json(Jobs.everything("runflow/object-removal", Tier.ONE_K, "1:1")))
                .isEqualTo("{" + PHOTO + "," + MASK + "}");
        assertThat(json(Jobs.photo("runflow/tag-removal", Tier.ONE_K)))
                .isEqualTo("{" + PHOTO + "}");
    }

    @Test
    void repairsTakeAReferenceAndWords() {
        assertThat(json(Jobs.everything("runflow/reference-inpaint", Tier.ONE_K, "1:1")))
                .isEqualTo(
                        "{%s,%s,\"reference_url\":\"%s\",\"prompt\":\"a red bicycle\"}"
                                .formatted(PHOTO, MASK, Jobs.OTHER));
    }

    @Test
    void theOldContractWantsOneZipAndTheNamesInIt() {
        var removal = zipped(Jobs.everything("runflow/object-removal", Tier.ONE_K, "1:1"));
        var repair = zipped(Jobs.everything("runflow/reference-inpaint", Tier.ONE_K, "1:1"));
        var edit = zipped(Jobs.everything("google/nano-banana-2/edit", Tier.ONE_K, "1:1"));

        assertThat(RunflowInputs.contracts("runflow/object-removal"))
                .containsExactly("2026-10", "2026-04");
        assertThat(json(removal))
                .isEqualTo(
                        "{\"zip_url\":\"%s\",\"file_input\":\"photo.png\",\"file_mask\":\"mask.png\"}"
                                .formatted(Jobs.ZIP));
        assertThat(json(repair))
                .isEqualTo(
                        "{\"prompt\":\"a red bicycle\",\"zip_url\":\"%s\",\"file_input\":\"photo.png\","
                                        .formatted(Jobs.ZIP)
                                + "\"file_mask\":\"mask.png\",\"file_reference\":\"one.png\"}");
        assertThat(json(edit)).contains("\"file_reference_2\":\"two.png\"").doesNotContain("mask");
    }

    @Test
    void underTheOldContractASinglePictureStillGoesByItsUrl() {
        var edit = zipped(Jobs.photo("google/nano-banana-2/edit", Tier.ONE_K));

        assertThat(json(edit)).contains("\"image_urls\":[\"" + Jobs.PHOTO + "\"]");
        assertThat(json(edit)).doesNotContain("zip_url");
    }

    /// Nothing of a zip is promised where nothing but a photo goes in.
    @Test
    void aModelOfOnePictureHasOneContract() {
        assertThat(RunflowInputs.contracts("runflow/tag-removal")).containsExactly("2026-10");
        assertThat(RunflowInputs.of(zipped(Jobs.photo("runflow/tag-removal", Tier.ONE_K))))
                .isEmpty();
    }

    @Test
    void backgroundsTakeAPhoto() {
        assertThat(json(Jobs.photo("bria/background/remove", Tier.ONE_K)))
                .isEqualTo("{" + PHOTO + "}");
        assertThat(json(Jobs.photo("runflow/background-color", Tier.ONE_K)))
                .isEqualTo(
                        "{" + PHOTO + ",\"color_red\":255,\"color_green\":255,\"color_blue\":255}");
    }

    @Test
    void wordsTakeATierAndAShape() {
        assertThat(json(Jobs.words("google/nano-banana-2")))
                .isEqualTo(
                        "{\"prompt\":\"a red"
                            + " bicycle\",\"resolution\":\"1K\",\"aspect_ratio\":\"auto\","
                            + "\"num_images\":1,\"output_format\":\"png\",\"limit_generations\":true}");
    }

    @Test
    void editsTakeThePhotoFirstAndThenTheReferences() {
        var input =
                RunflowInputs.of(Jobs.everything("google/nano-banana-pro/edit", Tier.TWO_K, "4:5"))
                        .orElseThrow();

        assertThat(input.json().path("image_urls").toString())
                .isEqualTo("[\"%s\",\"%s\",\"%s\"]".formatted(Jobs.PHOTO, Jobs.OTHER, Jobs.PHOTO));
        assertThat(input.json().path("resolution").asText()).isEqualTo("2K");
        assertThat(input.json().path("aspect_ratio").asText()).isEqualTo("4:5");
        assertThat(codes(input.warnings())).containsExactly("mask-not-honoured");
    }

    @Test
    void whatAModelDoesNotTakeIsTold() {
        assertThat(codes(warnings(Jobs.everything("bria/background/remove", Tier.TWO_K, "1:1"))))
                .containsExactly(
                        "mask-not-honoured",
                        "references-not-honoured",
                        "prompt-not-honoured",
                        "aspect-ratio-not-honoured",
                        "tier-not-honoured");
        assertThat(codes(warnings(Jobs.everything("google/nano-banana-2", Tier.TWO_K, "1:1"))))
                .containsExactly(
                        "photo-not-honoured", "mask-not-honoured", "references-not-honoured");
        assertThat(codes(warnings(pinned()))).containsExactly("pin-not-honoured");
        assertThat(warnings(Jobs.everything("runflow/reference-inpaint", Tier.ONE_K, "1:1")))
                .contains(
                        new Warning(
                                "references-not-honoured", "Only the first reference is used."));
    }

    @Test
    void theSmallestTierIsNothingToWarnAbout() {
        assertThat(warnings(Jobs.photo("runflow/background-color", Tier.ONE_K))).isEmpty();
    }

    @Test
    void aPhotoThatKeepsItsSizeSaysSo() {
        assertThat(warnings(Jobs.photo("runflow/background-color", Tier.TWO_K)))
                .containsExactly(
                        new Warning(
                                "tier-not-honoured",
                                "The result keeps the photo's own size, 600 x 400; the chosen size"
                                        + " does not change it."));
    }

    @ParameterizedTest
    @CsvSource({
        "600, 400, TWO_K, 3.41, false",
        "400, 1024, FOUR_K, 4.0, false",
        "600, 400, FOUR_K, 4.0, true",
        "2048, 2048, TWO_K, 1.0, false",
        "3000, 2000, TWO_K, 1.0, true",
        "3000, 2000, FOUR_K, 1.37, false"
    })
    void theFactorBringsTheLongSideToTheBucket(
            int width, int height, Tier tier, double factor, boolean warned) {
        var photo = Jobs.photo("topaz/upscale/image", tier, new Size(width, height));
        var input = RunflowInputs.of(photo).orElseThrow();

        assertThat(input.json().path("upscale_factor").asDouble()).isEqualTo(factor);
        assertThat(input.json().path("output_format").asText()).isEqualTo("png");
        assertThat(codes(input.warnings()))
                .isEqualTo(warned ? List.of("tier-not-honoured") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "google/nano-banana-2, 16:9, 16:9, false",
        "google/nano-banana-2, 32:18, 16:9, false",
        "google/nano-banana-2, 7:3, 21:9, false",
        "google/nano-banana-2, 1:8, 1:8, false",
        "google/nano-banana-pro, 1:8, 9:16, true",
        "google/nano-banana-2, 1:2, 9:16, true",
        "google/nano-banana-2, wide, auto, true"
    })
    void aShapeIsTheSameHoweverItIsWrittenAndElseTheNearest(
            String model, String asked, String sent, boolean warned) {
        var everything = Jobs.everything(model + "/edit", Tier.ONE_K, asked);
        var input = RunflowInputs.of(everything).orElseThrow();

        assertThat(input.json().path("aspect_ratio").asText()).isEqualTo(sent);
        assertThat(codes(input.warnings()).contains("aspect-ratio-not-honoured")).isEqualTo(warned);
    }

    @Test
    void noWarningNamesAModelOrACompany() {
        for (var model :
                List.of(
                        "runflow/object-removal",
                        "bria/background/remove",
                        "topaz/upscale/image",
                        "google/nano-banana-2")) {
            for (var warning : warnings(Jobs.everything(model, Tier.FOUR_K, "1:3"))) {
                assertThat(Words.unnamed(warning.detail())).isEqualTo(warning.detail());
            }
        }
    }

    @Test
    void aJobThatLacksWhatItsModelNeedsIsABug() {
        var job = Jobs.words("runflow/object-removal");

        assertThatThrownBy(() -> RunflowInputs.of(job)).hasMessage("a photo");
    }

    private static Job pinned() {
        var photo = Jobs.photo("bria/background/remove", Tier.ONE_K);
        return new Job(
                photo.reference(),
                photo.tried(),
                photo.tier(),
                Task.POINT_EDIT,
                photo.image(),
                null,
                List.of(),
                null,
                new Point(1, 2),
                null,
                photo.bundler());
    }

    private static Job zipped(Job job) {
        var tried = job.tried();
        return Jobs.tried(job, new Try(tried.provider(), tried.model(), "2026-04"));
    }

    private static String json(Job job) {
        return RunflowInputs.of(job).orElseThrow().json().toString();
    }

    private static List<Warning> warnings(Job job) {
        return RunflowInputs.of(job).orElseThrow().warnings();
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }
}
