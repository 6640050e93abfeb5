package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class GenerateCommandTest {

    private static final String QUEUED = "{\"id\": \"gen_1\", \"status\": \"queued\"}";
    private static final String RUNNING = "{\"id\": \"gen_1\", \"status\": \"running\"}";
    private static final String STORED =
            """
            {"id": "gen_1", "status": "succeeded", "outputs": [{"href": "/v1/images/gen_1/0"}],
             "evaluation": {"status": "running"}}\
            """;
    private static final String FAILED =
            """
            {"id": "gen_1", "status": "failed", "failure": {"class": "content_policy",
             "title": "The provider declined", "detail": "Try other words.", "retryable": false}}\
            """;
    private static final String FINDING =
            """
            {"judge": "change", "family": "change", "result": "fail",
             "reasoning": "The spoon is \\u001b[31m still there."}\
            """;

    @TempDir private Path folder;

    private final FakeEasel easel = new FakeEasel();
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private Path photo = Path.of("");
    private Path mask = Path.of("");

    @BeforeEach
    void drawThePhotoAndItsMask() throws IOException {
        photo = Files.write(folder.resolve("photo.png"), TestPictures.png(60, 40));
        mask = Files.write(folder.resolve("mask.png"), TestPictures.png(60, 40));
    }

    @AfterEach
    void stop() {
        easel.close();
    }

    @Test
    void aJudgedGenerationLeavesItsThreeFilesAndEndsWithZero() throws IOException {
        easel.readings.addAll(List.of(QUEUED, RUNNING, STORED, FakeEasel.judged("green", FINDING)));

        assertThat(runWithMask()).isZero();

        assertThat(results()).contains("result.png", "before-after.png", "record.json");
        assertThat(said.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("photo.png, 60 x 40,"))
                .anySatisfy(
                        line -> assertThat(line).contains("img_1 stored, mask img_2 covers 4.2 %"))
                .anySatisfy(
                        line -> assertThat(line).contains("accepted  gen_1  remove-object at 1K"))
                .anySatisfy(line -> assertThat(line).startsWith("  2.00 s  running"))
                .anySatisfy(line -> assertThat(line).startsWith("  3.00 s  succeeded"))
                .anySatisfy(line -> assertThat(line).startsWith("  4.00 s  verdict   green"))
                .noneSatisfy(line -> assertThat(line).contains("queued"));
    }

    @Test
    void theOrderNamesTheUploadsAndCarriesAKey() throws IOException {
        easel.readings.add(FakeEasel.judged("green", ""));

        run("--mask", mask.toString(), "--prompt", "gone", "--pin", "3,4", photo.toString());

        assertThat(easel.orders)
                .containsExactly(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"workflow": "remove-object", "tier": "1K",
                                         "inputs": {"image": {"upload": "img_1"}, "mask": {"upload": "img_2"}},
                                         "prompt": "gone", "pin": {"x": 3, "y": 4}}\
                                        """));
        assertThat(easel.keys).singleElement().asString().hasSize(36);
    }

    @Test
    void theComparisonShowsBothPicturesAtOneHeight() throws IOException {
        easel.result = TestPictures.png(120, 80);
        easel.readings.add(FakeEasel.judged("green", ""));

        runWithMask();

        var sheet = ImageIO.read(folder.resolve("results/gen_1/before-after.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(120 + 4 + 120);
        assertThat(sheet.getHeight()).isBetween(80, 112);
    }

    @Test
    void aRedVerdictIsAVerdictAndItsFindingsAreTold() {
        easel.readings.add(FakeEasel.judged("red", FINDING));

        assertThat(runWithMask()).isZero();

        assertThat(said.toString())
                .contains("red, 1 issue\n")
                .contains("FAIL      change: The spoon is  [31m still there.");
    }

    @Test
    void theRecordHoldsTheStepsAndNoSignedLink() throws IOException {
        easel.readings.add(FakeEasel.judged("green", FINDING));

        runWithMask();

        var record = Files.readString(folder.resolve("results/gen_1/record.json"));
        assertThat(record).doesNotContain("X-Amz-").doesNotContain("\"url");
        var tree = new ObjectMapper().readTree(record);
        assertThat(tree.at("/generation/outputs/0/href").asText()).isEqualTo("/v1/images/gen_1/0");
        assertThat(tree.at("/steps/0/step").asText()).isEqualTo("photo");
        assertThat(tree.at("/uploads/1/mask_coverage").asDouble()).isEqualTo(0.042);
    }

    @Test
    void aFailedGenerationTellsWhyAndEndsWithOne() {
        easel.readings.add(FAILED);

        assertThat(runWithMask()).isEqualTo(1);

        assertThat(said.toString())
                .contains("failed    The provider declined (content_policy)")
                .contains("Try other words.");
        assertThat(results()).containsExactly("record.json");
    }

    @Test
    void aProblemIsToldInWordsAndEndsWithOne() {
        easel.refusal =
                """
                {"title": "The request is not valid", "detail": "/prompt is too long.", "code": "invalid-request",
                 "violations": [{"pointer": "/prompt", "reason": "is too long"},
                                {"pointer": "/pin/x", "reason": "lies outside"}], "request_id": "req-7"}\
                """;

        assertThat(runWithMask()).isEqualTo(1);

        assertThat(complained.toString().lines())
                .containsExactly(
                        "The request is not valid",
                        "  /prompt is too long.",
                        "  - /prompt is too long",
                        "  - /pin/x lies outside",
                        "  request req-7");
    }

    @Test
    void aGenerationThatNeverRestsEndsAtTheTimeout() {
        easel.readings.add(RUNNING);

        assertThat(run("--timeout", "7", "--mask", mask.toString(), photo.toString())).isEqualTo(1);

        assertThat(said.toString())
                .contains("  7.00 s  timeout   not at rest after 7 s, still running");
    }

    @Test
    void aResultThatIsNoPictureEndsWithOne() {
        easel.result = new byte[] {1, 2, 3};
        easel.readings.add(FakeEasel.judged("green", ""));

        assertThat(runWithMask()).isEqualTo(1);

        assertThat(said.toString()).contains("is not a whole picture");
        assertThat(results()).containsExactly("record.json");
    }

    @Test
    void aTruncatedResultEndsWithOne() {
        easel.result = Arrays.copyOf(easel.result, 60);
        easel.readings.add(FakeEasel.judged("green", ""));

        assertThat(runWithMask()).isEqualTo(1);
    }

    @Test
    void aWorkflowThatIsComingSoonIsToldWithItsNotice() {
        assertThat(run("--workflow", "remove-tag", photo.toString())).isEqualTo(1);

        assertThat(complained.toString())
                .contains("Remove the price tag is coming soon", "Paint over it until then.");
        assertThat(easel.orders).isEmpty();
    }

    @Test
    void aTierThatCannotBeDispatchedIsToldWithItsReason() {
        assertThat(run("--tier", "4K", "--mask", mask.toString(), photo.toString())).isEqualTo(1);

        assertThat(complained.toString()).contains("cannot run at 4K", "Not on the list.");
    }

    @Test
    void aWrongWorkflowIsAnsweredWithTheRightOnes() {
        assertThat(run("--workflow", "remove", photo.toString())).isEqualTo(2);

        assertThat(complained.toString()).contains("remove-object", "create", "remove-tag");
    }

    @Test
    void aMissingMaskIsNamedByItsFlag() {
        assertThat(run(photo.toString())).isEqualTo(2);

        assertThat(complained.toString()).contains("remove-object also needs --mask FILE.");
    }

    @Test
    void aPhotoThatIsNoPictureIsAMisuse() throws IOException {
        var text = Files.writeString(folder.resolve("text.png"), "hello");

        assertThat(run(text.toString())).isEqualTo(2);

        assertThat(complained.toString()).contains("is not a PNG, JPEG or WebP picture");
    }

    @Test
    void wordsAloneGiveAResultWithoutAPhoto() throws IOException {
        easel.readings.add(FakeEasel.judged("amber", ""));

        assertThat(run("--workflow", "create", "--prompt", "a cup")).isZero();

        assertThat(easel.orders.getFirst().has("inputs")).isFalse();
        var sheet = ImageIO.read(folder.resolve("results/gen_1/before-after.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(60);
    }

    @Test
    void anEndpointWhereNobodyAnswersIsSaidSo() {
        easel.close();

        assertThat(runWithMask()).isEqualTo(1);

        assertThat(complained.toString()).contains("Nobody answers at http://127.0.0.1:");
    }

    private int runWithMask() {
        return run("--mask", mask.toString(), photo.toString());
    }

    private int run(String... arguments) {
        var fixed =
                Stream.of(
                        "--endpoint",
                        easel.api().toString(),
                        "--out",
                        folder.resolve("results").toString());
        return new CommandLine(new GenerateCommand(FakeStopwatch::new))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true))
                .execute(Stream.concat(fixed, Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> results() {
        var names = folder.resolve("results/gen_1").toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
