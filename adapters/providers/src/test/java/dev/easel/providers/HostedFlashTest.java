package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Warning;
import dev.easel.http.Reply;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.provider.Submission;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// What is sent to the hosts of Gemini 3.1 Flash Image: the same model, and three ways to ask it.
class HostedFlashTest {

    private static final Try REPLICATE =
            new Try(ReplicateProvider.ID, "google/nano-banana-2", "2026-08");
    private static final Try WORDS =
            new Try(ProdiaProvider.ID, "inference.gemini-3-1-flash.txt2img.v1", "2026-08");
    private static final Try EDIT =
            new Try(ProdiaProvider.ID, "inference.gemini-3-1-flash.img2img.v1", "2026-08");
    private static final Try RUNWARE = new Try(RunwareProvider.ID, "google:4@3", "2026-08");
    static final List<Try> ALL = List.of(REPLICATE, EDIT, RUNWARE);

    private final Stub stub = new Stub();
    private final RotatingKey key = new RotatingKey();

    @AfterEach
    void stop() {
        stub.close();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aMaskIsRefusedBeforeAnythingIsSent(Try tried) {
        assertThat(Told.of(submit(Jobs.everything(tried, Tier.ONE_K, "1:1"))))
                .isEqualTo("refused invalid_request no");
        assertThat(stub.requests()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatFitsIsHonouredWithoutAWord(Try tried) {
        assertThat(
                        entry(tried)
                                .maker()
                                .apply(RotatingKey.access(key, stub.uri()))
                                .warnings(Jobs.edit(tried, Tier.FOUR_K, "42:18")))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void moreThanFourteenPicturesAndAnOddShapeAreTold(Try tried) {
        var job = crowded(tried);

        var warnings =
                entry(tried).maker().apply(RotatingKey.access(key, stub.uri())).warnings(job);

        assertThat(warnings)
                .containsExactly(
                        new Warning(
                                "aspect-ratio-not-honoured",
                                "The aspect ratio 17:9 is not available; 16:9 is the nearest."),
                        new Warning(
                                "references-not-honoured",
                                "Only the first 13 references are used."));
    }

    @Test
    void replicateIsGivenLinksAndWaitsNoLongerThanASecond() {
        submitted(Jobs.edit(REPLICATE, Tier.TWO_K, "32:18"));

        assertThat(stub.only().line())
                .isEqualTo("POST /v1/models/google/nano-banana-2/predictions");
        assertThat(stub.only().header("Prefer")).isEqualTo("wait=1");
        assertThat(stub.only().json().toString())
                .isEqualTo(
                        """
                        {"input":{"prompt":"a red bicycle","resolution":"2K","output_format":"png",\
                        "image_input":["%s","%s","%s"],"aspect_ratio":"16:9"}}\
                        """
                                .formatted(Jobs.PHOTO, Jobs.OTHER, Jobs.PHOTO));
    }

    @Test
    void replicateIsLeftThePhotosShapeWhereNoneIsAskedFor() {
        submitted(Jobs.words(REPLICATE));

        assertThat(stub.only().json().toString())
                .isEqualTo(
                        """
                        {"input":{"prompt":"a red bicycle","resolution":"1K","output_format":"png"}}\
                        """);
    }

    @Test
    void aPredictionIsCancelledByAPost() {
        stub.says(200, "{}");

        ReplicateProvider.ENTRY.maker().apply(RotatingKey.access(key, stub.uri())).cancel("r1");

        assertThat(stub.only().line()).isEqualTo("POST /v1/predictions/r1/cancel");
        assertThat(stub.only().authorization()).isEqualTo("Bearer " + RotatingKey.CANARY);
    }

    @Test
    void prodiaIsGivenWordsAsJson() {
        submitted(Jobs.words(WORDS));

        assertThat(stub.only().line()).isEqualTo("POST /v2/job/async");
        assertThat(stub.only().json().toString())
                .isEqualTo(
                        """
                        {"type":"inference.gemini-3-1-flash.txt2img.v1",\
                        "config":{"prompt":"a red bicycle","resolution":"1K"}}\
                        """);
    }

    @Test
    void prodiaIsGivenPicturesAsFilesInTheOrderThatTheConfigNames() {
        submitted(Jobs.edit(EDIT, Tier.TWO_K, "16:9"));

        var request = stub.only();
        var parts =
                Multipart.read(
                        new Reply.Content(
                                request.header("Content-Type"),
                                request.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(parts)
                .extracting(Multipart.Part::name)
                .containsExactly("job", "input", "input", "input");
        assertThat(parts.getFirst().text())
                .isEqualTo(
                        """
                        {"type":"inference.gemini-3-1-flash.img2img.v1",\
                        "config":{"prompt":"a red bicycle","resolution":"2K","aspect_ratio":"16:9",\
                        "images":["image-1.png","image-2.png","image-3.png"]}}\
                        """);
        assertThat(parts.get(1).text()).isEqualTo("/photo.png");
        assertThat(parts.get(2).text()).isEqualTo("/other.png");
        assertThat(parts.get(2).type()).isEqualTo("image/png");
        assertThat(request.body()).contains("name=\"input\"; filename=\"image-2.png\"");
    }

    @Test
    void prodiaWordsTakeNoPictures() {
        var provider = ProdiaProvider.ENTRY.maker().apply(RotatingKey.access(key, stub.uri()));

        assertThat(provider.warnings(Jobs.edit(WORDS, Tier.ONE_K, "1:1")))
                .extracting(Warning::code)
                .containsExactly("photo-not-honoured", "references-not-honoured");
    }

    @Test
    void aFileIsCollectedByItsOwnNameAndUnderTheKey() {
        stub.says(200, "processed").says(200, "[\"out 1.png\"]");
        var provider = ProdiaProvider.ENTRY.maker().apply(RotatingKey.access(key, stub.uri()));

        assertThat(Told.of(provider.poll("r1"))).isEqualTo("broken contract_drift yes");

        try (var other = new Stub()) {
            other.says(200, "processed").says(200, "[\"x/out-1.png\"]").says(503, "");
            ProdiaProvider.ENTRY.maker().apply(RotatingKey.access(key, other.uri())).poll("r1");
            assertThat(other.requests())
                    .extracting(Stub.Request::line)
                    .containsExactly(
                            "GET /v2/job/async/r1/job.state.current",
                            "GET /v2/job/async/r1/output",
                            "GET /v2/job/async/r1/output/out-1.png");
            assertThat(other.requests())
                    .allMatch(request ->
                            request.authorization().equals("Bearer " + RotatingKey.CANARY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1:1, ONE_K, 1024, 1024",
        "16:9, ONE_K, 1376, 768",
        "9:16, TWO_K, 1536, 2752",
        "3:2, TWO_K, 2528, 1696",
        "21:9, ONE_K, 1584, 672",
        "8:1, FOUR_K, 12288, 1536",
        "42:18, ONE_K, 1584, 672"
    })
    void runwareIsGivenPixelsForAShape(String shape, Tier tier, int width, int height) {
        submitted(Jobs.edit(RUNWARE, tier, shape));

        var task = stub.only().json().path(0);
        assertThat(task.path("width").asInt()).isEqualTo(width);
        assertThat(task.path("height").asInt()).isEqualTo(height);
        assertThat(task.has("resolution")).as("excludes width and height").isFalse();
        assertThat(task.path("inputs").path("referenceImages")).hasSize(3);
    }

    @Test
    void everyShapeHasPixels() {
        for (var shape : Generalist.FLASH_SHAPES.spellings()) {
            try (var other = new Stub().says(200, "{}")) {
                RunwareProvider.ENTRY
                        .maker()
                        .apply(RotatingKey.access(key, other.uri()))
                        .submit(Jobs.edit(RUNWARE, Tier.ONE_K, shape));

                var task = other.only().json().path(0);
                var sides = shape.split(":", -1);
                assertThat(task.path("width").asDouble() / task.path("height").asDouble())
                        .as(shape)
                        .isCloseTo(
                                Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]),
                                Percentage.withPercentage(3));
            }
        }
    }

    @Test
    void runwareIsLeftThePhotosShapeWhereNoneIsAskedFor() {
        var edit = Jobs.edit(RUNWARE, Tier.TWO_K, "1:1");
        submitted(shaped(edit, null));

        var task = stub.only().json().path(0);
        assertThat(task.path("resolution").asText()).isEqualTo("2K");
        assertThat(task.has("width")).isFalse();
    }

    @Test
    void wordsAloneMakeASquareAtRunware() {
        submitted(Jobs.words(RUNWARE));

        var uuid = RunwareProvider.uuid(Jobs.REFERENCE);
        assertThat(stub.only().line()).isEqualTo("POST /v1");
        assertThat(stub.only().json().toString())
                .isEqualTo(
                        """
                        [{"taskType":"imageInference","taskUUID":"%s","model":"google:4@3",\
                        "positivePrompt":"a red bicycle","numberResults":1,"outputType":"URL",\
                        "outputFormat":"PNG","includeCost":true,"deliveryMethod":"async",\
                        "width":1024,"height":1024}]\
                        """
                                .formatted(uuid));
    }

    @Test
    void theTasksNameFollowsFromTheAttemptAndSaysThatItIsOfVersionFour() {
        var uuid = UUID.fromString(RunwareProvider.uuid(Jobs.REFERENCE));

        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(RunwareProvider.uuid(Jobs.REFERENCE)).isEqualTo(uuid.toString());
    }

    @Test
    void runwareIsAskedForATaskByItsName() {
        stub.says(200, "{\"data\": []}");
        var provider = RunwareProvider.ENTRY.maker().apply(RotatingKey.access(key, stub.uri()));

        provider.lookUp(Jobs.REFERENCE);
        provider.poll("r1");

        assertThat(stub.requests())
                .extracting(request -> request.json().toString())
                .containsExactly(
                        "[{\"taskType\":\"getResponse\",\"taskUUID\":\"%s\"}]"
                                .formatted(RunwareProvider.uuid(Jobs.REFERENCE)),
                        "[{\"taskType\":\"getResponse\",\"taskUUID\":\"r1\"}]");
    }

    /// Accepted or not, it was sent.
    private void submitted(Job job) {
        stub.says(200, "{}");
        submit(job);
    }

    private Submission submit(Job job) {
        return entry(job.tried()).maker().apply(RotatingKey.access(key, stub.uri())).submit(job);
    }

    private static ProviderShelf.Entry entry(Try tried) {
        return Known.ALL.stream()
                .map(Known::entry)
                .filter(entry -> entry.id().equals(tried.provider()))
                .findFirst()
                .orElseThrow();
    }

    private static Job crowded(Try tried) {
        var edit = Jobs.edit(tried, Tier.ONE_K, "17:9");
        return with(edit, Collections.nCopies(20, edit.references().getFirst()), "17:9");
    }

    private static Job shaped(Job job, @Nullable String shape) {
        return with(job, job.references(), shape);
    }

    private static Job with(Job job, List<Loan> references, @Nullable String shape) {
        return new Job(
                job.reference(),
                job.tried(),
                job.tier(),
                Task.EDIT,
                job.image(),
                null,
                references,
                job.prompt(),
                null,
                shape,
                job.bundler());
    }
}
