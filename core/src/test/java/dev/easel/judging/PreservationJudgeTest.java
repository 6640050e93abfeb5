package dev.easel.judging;

import static dev.easel.judging.Heard.assertBeyond;
import static dev.easel.judging.Heard.assertFail;
import static dev.easel.judging.Heard.assertNear;
import static dev.easel.judging.Heard.assertPass;
import static dev.easel.judging.Heard.judge;
import static dev.easel.judging.Judge.PRESERVATION;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.AspectRatio;
import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreservationJudgeTest {

    private static final Box ALL = new Box(0, 0, Drawn.WIDTH, Drawn.HEIGHT);
    private static final Box PATCH = new Box(200, 180, 52, 52);

    @Test
    void faintPrintThatWasCoveredWithItsMeanIsFoundWhereItWas() {
        var printed =
                Drawn.with(
                        Drawn.photo(),
                        PATCH,
                        Drawn.picture(
                                Drawn.WIDTH,
                                Drawn.HEIGHT,
                                (x, y) -> (x / 3 + y / 3) % 2 == 0 ? 0xff8b3a2f : 0xff974638));
        var output = Drawn.with(Drawn.untagged(), PATCH, 0xff914034);

        var found = judge(Task.OBJECT_REMOVAL, printed, Drawn.mask(), output).of(PRESERVATION);

        assertFail(found).startsWith("Detail was painted away outside the painted area");
        assertNear(found.boxes().getFirst(), Drawn.grown(PATCH, -4));
        assertBeyond(found, "lost_structure");
    }

    @Test
    void aPatchThatIsFourLevelsOffIsFoundThroughTheNoise() {
        var tinted = Drawn.nuisance(Drawn.untagged(), 0, 0, 4, 0, 1);
        var output = Drawn.with(Drawn.untagged(), new Box(420, 260, 70, 70), tinted);

        var found = removal(Drawn.nuisance(output, 1, 1, 2, 2, 5));

        assertFail(found).startsWith("Detail was painted away");
        assertNear(found.boxes().getFirst(), new Box(421, 261, 70, 70));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 2.5"})
    void aBlurredPictureIsFoundWhateverTheNoise(int radius, double noise) {
        var blurred = Drawn.blurred(Drawn.untagged(), ALL, radius);

        var found = removal(Drawn.nuisance(blurred, 1, -1, 2, noise, 6));

        assertFail(found).startsWith("The picture is blurred");
        assertBeyond(found, "sharpness");
    }

    @Test
    void anHonestSmallOutputIsNotCalledBlurred() {
        var small = Drawn.blurred(Drawn.untagged(), ALL, 1);

        assertPass(removal(Drawn.scaled(small, 200, 133)));
    }

    @Test
    void theProductOnItsNewBackgroundMustBeTheSame() {
        var good = Drawn.bagOn(0xffffffff);
        var spoilt = Drawn.with(good, new Box(210, 190, 40, 40), 0xff2040c0);

        assertPass(white(good));
        assertFail(white(spoilt)).startsWith("Something changed on the product");
        assertNear(white(spoilt).boxes().getFirst(), new Box(210, 190, 40, 40));
    }

    @Test
    void withoutABackgroundNobodyCanTellWhatTheProductIs() {
        assertThat(white(Drawn.bagOn(0xff909090)).result()).isEqualTo(Result.ABSTAIN);
    }

    @Test
    void anUpscaleShowsWhatThePhotoShows() {
        var large = Drawn.scaled(Drawn.photo(), 1200, 800);

        assertPass(judge(Task.UPSCALE, Drawn.photo(), null, large).of(PRESERVATION));
        assertFail(
                        judge(
                                        Task.UPSCALE,
                                        Drawn.photo(),
                                        null,
                                        Drawn.with(large, new Box(100, 600, 90, 90), 0xff2040c0))
                                .of(PRESERVATION))
                .startsWith("Something changed in the picture");
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 600", "200, 0, 600", "37, 61, 520", "300, 350, 330"})
    void anExtendedPictureMayHaveThePhotoAnywhere(int left, int top, int width) {
        assertPass(extended(extend(Drawn.photo(), left, top, width)));
    }

    @Test
    void anExtendedPictureKeepsThePhotoAsItWas() {
        var spoilt = Drawn.with(Drawn.photo(), new Box(60, 300, 50, 46), 0xff2040c0);

        var found = extended(extend(spoilt, 100, 200, 600));

        assertFail(found).contains("your photo's part");
        assertNear(found.boxes().getFirst(), new Box(160, 500, 50, 46));
    }

    @Test
    void anExtendedPictureThatIsAnotherOneFails() {
        assertFail(extended(Drawn.scaled(Drawn.plain(0xffb0a090), 800, 800)));
    }

    @Test
    void theShapeThatWasAskedForIsChecked() {
        var output = extend(Drawn.photo(), 100, 200, 600);

        assertThat(shaped(output, "1:1").result()).isEqualTo(Result.PASS);
        assertFail(shaped(output, "16:9")).contains("instead of 16:9");
        assertThat(judged(output, "16:9").of(PRESERVATION).result()).isEqualTo(Result.ABSTAIN);
    }

    private static Finding shaped(Pixels output, String shape) {
        return judged(output, shape).of(Judge.TECHNICAL);
    }

    private static Heard judged(Pixels output, String shape) {
        var evidence =
                new Evidence(
                        Drawn.photo(),
                        null,
                        AspectRatio.parse(shape).orElseThrow(),
                        new Output.Decoded(output));
        return new Heard(PixelJudges.judge(Rubrics.of(Task.EXTEND), evidence));
    }

    /// On 800 x 800 of something else.
    private static Pixels extend(Pixels photo, int left, int top, int width) {
        var small = Drawn.scaled(photo, width, width * Drawn.HEIGHT / Drawn.WIDTH);
        return Drawn.picture(
                800,
                800,
                (x, y) -> {
                    int u = x - left;
                    int v = y - top;
                    boolean inside = u >= 0 && v >= 0 && u < small.width() && v < small.height();
                    return inside ? small.argb(u, v) : 0xff000000 | (90 + (x + y) / 16) * 0x010101;
                });
    }

    private static Finding extended(Pixels output) {
        return judge(Task.EXTEND, Drawn.photo(), null, output).of(PRESERVATION);
    }

    private static Finding removal(Pixels output) {
        return judge(Task.OBJECT_REMOVAL, Drawn.photo(), Drawn.mask(), output).of(PRESERVATION);
    }

    private static Finding white(Pixels output) {
        return judge(Task.WHITE_BACKGROUND, Drawn.untagged(), null, output).of(PRESERVATION);
    }
}
