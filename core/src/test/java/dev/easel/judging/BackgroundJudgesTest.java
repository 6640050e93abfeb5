package dev.easel.judging;

import static dev.easel.judging.Heard.assertFail;
import static dev.easel.judging.Heard.assertNear;
import static dev.easel.judging.Heard.assertPass;
import static dev.easel.judging.Heard.judge;
import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.USABILITY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundJudgesTest {

    private static final int WHITE = 0xffffffff;
    private static final int CLEAR = 0;

    @Test
    void aCutOutIsClearAroundTheSubject() {
        var found = judge(Task.CUT_OUT, Drawn.photo(), null, Drawn.bagOn(CLEAR));

        assertThat(found.all()).allSatisfy(Heard::assertPass);
    }

    @Test
    void aCutOutWithoutTransparencyFails() {
        var onWhite = judge(Task.CUT_OUT, Drawn.photo(), null, Drawn.bagOn(WHITE));
        var squares =
                Drawn.picture(
                        Drawn.WIDTH,
                        Drawn.HEIGHT,
                        (x, y) ->
                                Drawn.isBag(x, y)
                                        ? 0xff8b3a2f
                                        : (x / 16 + y / 16) % 2 == 0 ? WHITE : 0xffcccccc);

        assertPass(onWhite.of(CHANGE));
        assertFail(onWhite.of(USABILITY)).contains("not transparent");
        assertFail(usability(Task.CUT_OUT, squares)).contains("checkerboard");
    }

    @Test
    void aHalfDoneCutOutFails() {
        var fog = Drawn.bagOn(0x60808080);
        var corner = Drawn.with(Drawn.bagOn(CLEAR), new Box(0, 0, 60, 60), 0xff808080);
        var twoCorners = Drawn.with(corner, new Box(540, 340, 60, 60), 0xff808080);
        var gone = Drawn.with(Drawn.plain(CLEAR), new Box(100, 100, 40, 40), 0xff808080);

        assertFail(usability(Task.CUT_OUT, fog)).contains("not transparent");
        assertFail(usability(Task.CUT_OUT, twoCorners)).contains("corners");
        assertFail(usability(Task.CUT_OUT, gone)).contains("Hardly anything");
        assertFail(usability(Task.CUT_OUT, foggyBag())).contains("fog");
    }

    @Test
    void aSubjectThatTheFrameCutsOffMayCoverTwoCorners() {
        var bust = Drawn.with(Drawn.bagOn(CLEAR), new Box(0, 300, 600, 100), 0xff808080);

        assertPass(usability(Task.CUT_OUT, bust));
    }

    @ParameterizedTest
    @CsvSource({"255, true", "250, true", "248, true", "246, false", "240, false", "200, false"})
    void whiteMeansWhite(int level, boolean white) {
        var output = Drawn.bagOn(0xff000000 | level * 0x010101);

        var found = usability(Task.WHITE_BACKGROUND, output);

        assertThat(found.result()).isEqualTo(white ? Result.PASS : Result.FAIL);
        if (!white) {
            assertThat(found.reasoning()).contains("not pure white");
        }
    }

    @Test
    void aGoodWhiteBackgroundPassesAll() {
        var found = judge(Task.WHITE_BACKGROUND, Drawn.photo(), null, Drawn.bagOn(WHITE));

        assertThat(found.all()).allSatisfy(Heard::assertPass);
    }

    @Test
    void aCornerOfTheOldBackgroundIsFoundWhereItIs() {
        var corner = new Box(500, 0, 100, 70);
        var output = Drawn.with(Drawn.bagOn(WHITE), corner, Drawn.photo());

        var found = usability(Task.WHITE_BACKGROUND, output);

        assertFail(found).contains("old background");
        assertNear(found.boxes().getFirst(), corner);
    }

    @Test
    void twoShoesAreNotLeftoverBackground() {
        var pair = Drawn.with(Drawn.bagOn(WHITE), new Box(400, 120, 120, 200), 0xff8b3a2f);

        assertPass(usability(Task.WHITE_BACKGROUND, pair));
    }

    @Test
    void aSubjectThatTouchesTheFrameIsNotBackground() {
        var standing = Drawn.with(Drawn.bagOn(WHITE), new Box(180, 200, 120, 200), 0xff8b3a2f);

        assertPass(usability(Task.WHITE_BACKGROUND, standing));
    }

    @Test
    void anErasedSubjectFails() {
        var speck = Drawn.with(Drawn.plain(WHITE), new Box(300, 200, 20, 20), 0xff000000);

        assertFail(usability(Task.WHITE_BACKGROUND, speck)).contains("Hardly anything");
    }

    @Test
    void aTransparentBackgroundIsNotWhite() {
        assertFail(usability(Task.WHITE_BACKGROUND, Drawn.bagOn(CLEAR))).contains("transparent");
    }

    @Test
    void aPhotoThatWasWhiteBeforeIsNotCalledUnchanged() {
        var white = Drawn.bagOn(WHITE);

        var found = judge(Task.WHITE_BACKGROUND, white, null, white);

        assertThat(found.all()).allSatisfy(Heard::assertPass);
    }

    private static Finding usability(Task task, Pixels output) {
        return judge(task, Drawn.photo(), null, output).of(USABILITY);
    }

    /// Clear around a bag that can be seen through.
    private static Pixels foggyBag() {
        var bag = Drawn.bagOn(CLEAR);
        return Drawn.picture(Drawn.WIDTH, Drawn.HEIGHT, (x, y) -> bag.argb(x, y) & 0x80ffffff);
    }
}
