package dev.easel.judging;

import static dev.easel.judging.Heard.assertHard;
import static dev.easel.judging.Heard.assertNear;
import static dev.easel.judging.Heard.assertPass;
import static dev.easel.judging.Heard.judge;
import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.TECHNICAL;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Objects;

class PixelJudgesTest {

    private static final int WHITE = 0xffffffff;
    private static final int CLEAR = 0;

    @Test
    void aBrokenFileFailsHardAndNobodyElseSaysAnything() {
        var evidence = new Evidence(Drawn.photo(), Drawn.mask(), new Output.Broken("It is cut."));

        var found = new Heard(PixelJudges.judge(Rubrics.of(Task.OBJECT_REMOVAL), evidence));

        assertHard(found.of(TECHNICAL)).isEqualTo("It is cut.");
        assertThat(found.of(CHANGE).result()).isEqualTo(Result.ABSTAIN);
        assertThat(found.of(PRESERVATION).result()).isEqualTo(Result.ABSTAIN);
    }

    @ParameterizedTest
    @EnumSource(value = Task.class, names = "CHILDREN", mode = EnumSource.Mode.EXCLUDE)
    void exactlyThePixelJudgesOfThePanelAnswer(Task task) {
        var rubric = Rubrics.of(task);

        var findings =
                PixelJudges.judge(
                        rubric, new Evidence(null, null, new Output.Decoded(Drawn.photo())));

        assertThat(findings)
                .extracting(Finding::judge)
                .containsExactlyElementsOf(
                        rubric.panel().stream().filter(Judge::looksAtPixels).toList());
    }

    @Test
    void aPictureFromWordsPassesUnlessItIsBlank() {
        assertPass(judge(Task.TEXT_TO_IMAGE, null, null, Drawn.photo()).of(TECHNICAL));
        assertPass(judge(Task.TEXT_TO_IMAGE, null, null, tinyProduct()).of(TECHNICAL));

        for (var blank : List.of(Drawn.plain(WHITE), Drawn.plain(CLEAR), noise(), gradient())) {
            assertHard(judge(Task.TEXT_TO_IMAGE, null, null, blank).of(TECHNICAL))
                    .contains("blank");
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1,0,4,0", "-3,2,-4,2.5", "2,3,4,2.5", "3,-3,0,1", "-2,-2,-3,2.5"})
    void aGoodRemovalPassesWhateverTheModelDidToTheWhole(int dx, int dy, int tone, double noise) {
        var output = Drawn.nuisance(Drawn.untagged(), dx, dy, tone, noise, 1);

        var found = judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output);

        assertThat(found.all()).allSatisfy(Heard::assertPass);
        assertThat(found.of(CHANGE).measured().get("changed_inside")).isGreaterThan(0.23);
        assertThat(found.of(PRESERVATION).measured().get("worst_outside")).isLessThan(0.0022);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1,0,4,0", "-3,2,-4,2.5", "2,3,4,2.5", "3,-3,0,1", "-2,-2,-3,2.5"})
    void aPictureThatCameBackUnchangedFailsHard(int dx, int dy, int tone, double noise) {
        var output = Drawn.nuisance(Drawn.photo(), dx, dy, tone, noise, 2);

        for (var task : List.of(Task.OBJECT_REMOVAL, Task.REFERENCE_INPAINT)) {
            assertHard(judge(task, Drawn.photo(), Drawn.mask(), output).of(CHANGE))
                    .isEqualTo(
                            "The picture came back unchanged: nothing inside the painted area is"
                                    + " different.");
        }
        for (var task :
                List.of(
                        Task.TAG_REMOVAL,
                        Task.EDIT,
                        Task.SCENE,
                        Task.WHITE_BACKGROUND,
                        Task.CUT_OUT)) {
            assertHard(judge(task, Drawn.photo(), null, output).of(CHANGE))
                    .isEqualTo("The picture came back unchanged.");
        }
    }

    @Test
    void aSmallerPictureThatIsOtherwiseUnchangedFailsHard() {
        var small = Drawn.scaled(Drawn.photo(), 300, 200);

        assertHard(judge(Task.TAG_REMOVAL, Drawn.photo(), null, small).of(CHANGE))
                .isEqualTo("The picture came back unchanged.");
    }

    @Test
    void aGenerousBrushAroundASmallThingIsNoReasonToCallItUnchanged() {
        var found = judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(110), Drawn.untagged());

        assertPass(found.of(CHANGE));
    }

    @Test
    void halfAnObjectThatIsLeftFails() {
        var tag = Drawn.TAG;
        var half = new Box(tag.x(), tag.y(), tag.width() / 2, tag.height());
        var output = Drawn.with(Drawn.untagged(), half, Drawn.photo());

        var found = judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output).of(CHANGE);

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.hard()).isFalse();
        assertThat(found.reasoning()).contains("can still be seen");
        assertNear(found.boxes().getFirst(), Drawn.grown(Drawn.TAG, 8));
        assertThat(
                        judge(Task.REFERENCE_INPAINT, Drawn.photo(), Drawn.mask(), output)
                                .of(CHANGE)
                                .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void whatAppearsOutsideTheMaskIsFoundWhereItIs() {
        var extra = new Box(60, 300, 40, 36);
        var output = Drawn.with(Drawn.untagged(), extra, 0xff2040c0);
        var shifted = Drawn.nuisance(output, 2, -1, 3, 1, 3);

        var found =
                judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), shifted).of(PRESERVATION);

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.hard()).isFalse();
        assertThat(found.boxes()).hasSize(1);
        assertNear(found.boxes().getFirst(), new Box(62, 299, 40, 36));
    }

    @Test
    void boxesAreInPixelsOfTheOutput() {
        var output =
                Drawn.scaled(
                        Drawn.with(Drawn.untagged(), new Box(60, 300, 40, 36), 0xff2040c0),
                        1200,
                        800);

        var found =
                judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output).of(PRESERVATION);

        assertNear(found.boxes().getFirst(), new Box(120, 600, 80, 72));
    }

    @Test
    void aRecolouredBagFailsPreservation() {
        var clean = Drawn.untagged();
        var output =
                Drawn.picture(
                        Drawn.WIDTH,
                        Drawn.HEIGHT,
                        (x, y) -> Drawn.isBag(x, y) ? 0xff3a5f8b : clean.argb(x, y));

        var found =
                judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output).of(PRESERVATION);

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.reasoning()).startsWith("Much changed");
    }

    @Test
    void aColourCastFailsPreservation() {
        var output = Drawn.nuisance(Drawn.untagged(), 0, 0, 12, 0, 4);

        var found =
                judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output).of(PRESERVATION);

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.reasoning()).contains("colours");
        assertThat(found.measured().get("colour_shift")).isGreaterThan(8);
    }

    @Test
    void withoutPhotoOrMaskNobodyGuesses() {
        var noPhoto = judge(Task.OBJECT_REMOVAL, null, null, Drawn.untagged());
        var noMask = judge(Task.OBJECT_REMOVAL, Drawn.photo(), null, Drawn.untagged());

        assertThat(noPhoto.all()).extracting(Finding::result).containsOnly(Result.ABSTAIN);
        assertThat(noMask.of(PRESERVATION).result()).isEqualTo(Result.ABSTAIN);
        assertPass(noMask.of(CHANGE));
    }

    @Test
    void aMaskOverNearlyEverythingLeavesNothingToCompare() {
        var mask = Drawn.plain(WHITE);

        var found = judge(Task.OBJECT_REMOVAL, Drawn.photo(), mask, Drawn.untagged());

        assertThat(found.of(PRESERVATION).result()).isEqualTo(Result.ABSTAIN);
    }

    @Test
    void anotherShapeFails() {
        var stretched = Drawn.scaled(Drawn.untagged(), 640, 400);
        var rounded = Drawn.scaled(Drawn.untagged(), 301, 200);

        assertThat(technical(Task.OBJECT_REMOVAL, stretched).result()).isEqualTo(Result.FAIL);
        assertThat(technical(Task.OBJECT_REMOVAL, stretched).hard()).isFalse();
        assertPass(technical(Task.OBJECT_REMOVAL, rounded));
        assertPass(technical(Task.EXTEND, stretched));
    }

    @Test
    void anUpscaleMustBeLarger() {
        assertPass(technical(Task.UPSCALE, Drawn.scaled(Drawn.photo(), 1200, 800)));
        assertThat(technical(Task.UPSCALE, Drawn.photo()).reasoning()).contains("no larger");
        assertThat(technical(Task.UPSCALE, Drawn.scaled(Drawn.photo(), 1200, 900)).result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void aGreyLowerEndIsAPartThatWasNeverSent() {
        var cut = Drawn.with(Drawn.photo(), new Box(0, 304, 600, 96), 0xff808080);
        var shot = Drawn.with(Drawn.photo(), new Box(0, 301, 600, 99), 0xff808080);

        var found = judge(Task.TEXT_TO_IMAGE, null, null, cut).of(TECHNICAL);

        assertThat(found.result()).isEqualTo(Result.FAIL);
        assertThat(found.boxes()).containsExactly(new Box(0, 304, 600, 96));
        assertPass(judge(Task.TEXT_TO_IMAGE, null, null, shot).of(TECHNICAL));
        assertPass(judge(Task.UPSCALE, cut, null, Drawn.scaled(cut, 1200, 800)).of(TECHNICAL));
    }

    @Test
    void whatIsMeasuredStandsBesideItsLimit() {
        var found = judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), Drawn.untagged());

        assertThat(found.of(CHANGE).limits().get("changed_inside"))
                .isEqualTo(new Limit(Limit.Bound.AT_LEAST, 0.12));
        assertThat(found.all())
                .allSatisfy(finding ->
                        assertThat(finding.limits())
                                .allSatisfy((name, limit) -> assertHeld(finding, name, limit)));
    }

    private static void assertHeld(Finding finding, String name, Limit limit) {
        var measured = Objects.requireNonNull(finding.measured().get(name), name);
        assertThat(limit.holds(measured)).as(name).isTrue();
    }

    @Test
    void aSmallTagThatIsGoneIsAChange() {
        var photo = Drawn.with(Drawn.untagged(), new Box(450, 60, 26, 20), 0xffffffff);

        assertPass(judge(Task.TAG_REMOVAL, photo, null, Drawn.untagged()).of(CHANGE));
    }

    @Test
    void aPictureThatOnlyGotWarmerIsAChange() {
        var warmer = Drawn.nuisance(Drawn.photo(), 0, 0, 9, 0, 6);

        assertPass(judge(Task.EDIT, Drawn.photo(), null, warmer).of(CHANGE));
    }

    @Test
    void theSamePixelsAlwaysGetTheSameFindings() {
        var output = Drawn.nuisance(Drawn.untagged(), 2, 1, 3, 2, 9);

        assertThat(judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output))
                .isEqualTo(judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output));
    }

    private static Finding technical(Task task, Pixels output) {
        return judge(task, Drawn.photo(), null, output).of(TECHNICAL);
    }

    private static Pixels tinyProduct() {
        return Drawn.with(Drawn.plain(WHITE), new Box(300, 200, 24, 24), 0xff303030);
    }

    private static Pixels noise() {
        return Drawn.nuisance(Drawn.plain(0xff808080), 0, 0, 0, 2.5, 5);
    }

    private static Pixels gradient() {
        return Drawn.picture(
                Drawn.WIDTH,
                Drawn.HEIGHT,
                (x, y) -> 0xff000000 | (90 + x * 60 / Drawn.WIDTH) * 0x010101);
    }
}
