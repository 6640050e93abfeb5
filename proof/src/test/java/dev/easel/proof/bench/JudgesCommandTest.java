package dev.easel.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.PixelJudges;
import dev.easel.judging.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class JudgesCommandTest {

    private static final Jury LAZY = (_, _) -> List.of(opinion(Result.PASS));
    private static final Jury HARSH = (_, _) -> List.of(opinion(Result.FAIL));

    @TempDir private Path folder;

    /// What was printed, and what the process would have ended with.
    private record Run(int code, String printed, String complained) {

        /// The row's cells; the first row of that name.
        List<String> row(String task, String output) {
            return printed.lines()
                    .filter(line ->
                            line.matches(
                                    "\\| " + task + " +\\| " + Pattern.quote(output) + " +\\|.*"))
                    .findFirst()
                    .map(line -> List.of(line.substring(2).split(" *\\| *", -1)))
                    .orElseThrow(() -> new AssertionError(output + " in:\n" + printed));
        }
    }

    @Test
    void aSmallRunPrintsARowForEveryKindOfOutput() throws IOException {
        var run = run(LAZY, "--seeds", "5..6", "--no-speed");
        assertThat(run.code).isZero();
        for (var recipe : Recipes.all()) {
            assertThat(run.row(recipe.task().wire(), recipe.name()).get(2))
                    .as(recipe.name())
                    .isEqualTo("2");
        }
        assertThat(Files.readString(folder.resolve("report.md")))
                .contains("Missed: object-removal, ghost (seed 5)", "![](01.jpg)");
        assertThat(folder.resolve("01.jpg")).isNotEmptyFile();
    }

    @Test
    void aJuryThatPassesEverythingCatchesNothing() {
        var run = run(LAZY, "--seeds", "5..5", "--no-speed", "--only", "object-removal");
        for (var recipe : Recipes.all()) {
            if (run.printed.contains("| " + recipe.name() + " ")) {
                assertThat(run.row("object-removal", recipe.name()).get(3)).isEqualTo("0");
            }
        }
        assertThat(run.row("object-removal", "ghost")).contains("0.0", "99 MISSED");
        assertThat(run.row("object-removal", "all good")).contains("0-49");
    }

    @Test
    void aJuryThatFailsEverythingFlagsAllThatIsGood() {
        var run = run(HARSH, "--seeds", "5..5", "--no-speed", "--only", "object-removal");
        assertThat(run.row("object-removal", "ghost")).contains("1", "100.0", "99 met");
        assertThat(run.row("object-removal", "all good")).contains("4", "100.0");
    }

    @Test
    void theShippedJudgesSeeThatNothingWasDone() {
        var run =
                run(
                        PixelJudges::judge,
                        "--seeds",
                        "5..6",
                        "--no-speed",
                        "--only",
                        "object-removal no change");
        assertThat(run.row("object-removal", "no change")).contains("2", "100.0", "99 met");
    }

    @Test
    void photographsAreATableOfTheirOwn() {
        var run = run(LAZY, "--seeds", "5..5", "--no-speed", "--photos", "--only", "ghost");
        assertThat(run.printed)
                .containsSubsequence(
                        "## Painted scenes", "| ghost", "## 10 photographs", "| ghost");
    }

    @Test
    void seedsThatThresholdsWereSetOnAreWarnedOf() {
        assertThat(run(LAZY, "--seeds", "199..199", "--no-speed", "--only", "ghost").complained)
                .contains("thresholds were set on seeds 100 to 199");
        assertThat(run(LAZY, "--seeds", "200..200", "--no-speed", "--only", "ghost").complained)
                .doesNotContain("thresholds");
        assertThat(new Seeds(0, 99).warning()).isEmpty();
        assertThat(new Seeds(0, 1000).warning()).isPresent();
    }

    @Test
    void whatIsNoRangeIsRefused() {
        for (var wrong : List.of("5", "9..5", "a..b", "1..")) {
            var run = run(LAZY, "--seeds", wrong);
            assertThat(run.code).as(wrong).isEqualTo(2);
            assertThat(run.complained).contains("no range of seeds");
        }
    }

    @Test
    void everyPhotographIsThereAndAsLargeAsItsOutline() throws IOException {
        for (var photograph : Photograph.ALL) {
            var scene = photograph.scene(Photograph.folder(), 5);
            assertThat(scene.hasSubject()).as(photograph.file()).isEqualTo(photograph.cutOut());
            assertThat(new Rectangle(scene.width(), scene.height()))
                    .matches(frame -> frame.contains(photograph.body()), photograph.file());
        }
    }

    @Test
    void sixteenMegapixelsAreJudgedInHalfAGigabyte() throws Exception {
        assertThat(Memory.measure()).contains("16 megapixels judged");
    }

    private Run run(Jury jury, String... arguments) {
        var printed = new StringWriter();
        var complained = new StringWriter();
        var all = new ArrayList<>(List.of("judges", "--folder", folder.toString()));
        all.addAll(List.of(arguments));
        int code =
                BenchCommand.run(
                        jury,
                        new PrintWriter(printed, true),
                        new PrintWriter(complained, true),
                        all.toArray(String[]::new));
        return new Run(code, printed.toString(), complained.toString());
    }

    private static Finding opinion(Result result) {
        return new Finding(Judge.TECHNICAL, result, null, "", List.of(), Map.of());
    }
}
