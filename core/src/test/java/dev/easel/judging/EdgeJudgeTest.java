package dev.easel.judging;

import static dev.easel.judging.Heard.assertBeyond;
import static dev.easel.judging.Heard.assertFail;
import static dev.easel.judging.Heard.assertNear;
import static dev.easel.judging.Heard.assertPass;
import static dev.easel.judging.Heard.judge;
import static dev.easel.judging.Judge.USABILITY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

class EdgeJudgeTest {

    private static final int WHITE = 0xffffffff;
    private static final int CLEAR = 0;
    private static final Pattern PIXELS = Pattern.compile("about (\\d+) pixels");
    private static final Box BAG = new Box(120, 80, 220, 260);

    @Test
    void aCleanEdgeHasNoHalo() {
        assertPass(white(Drawn.cutAt(0, WHITE)));
        assertPass(clear(Drawn.cutAt(0, CLEAR)));
        assertPass(white(Drawn.scaled(Drawn.cutAt(0, WHITE), 900, 600)));
        assertPass(white(Drawn.nuisance(Drawn.cutAt(0, WHITE), 0, 0, 0, 1, 4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 10, 16})
    void oldBackgroundRoundTheProductIsFoundAndMeasured(int wide) {
        var found = white(Drawn.cutAt(wide, WHITE));

        assertFail(found).contains("runs round the product");
        assertThat(pixels(found)).isCloseTo(wide, within(2));
        assertBeyond(found, "fringe");
        assertNear(found.boxes().getFirst(), Drawn.grown(BAG, wide));
    }

    @Test
    void aHaloIsMeasuredInPixelsOfTheOutput() {
        var found = white(Drawn.scaled(Drawn.cutAt(6, WHITE), 1200, 800));

        assertThat(pixels(found)).isCloseTo(12, within(3));
    }

    @Test
    void aTransparentCutOutHasHalosToo() {
        assertFail(clear(Drawn.cutAt(4, CLEAR))).contains("runs round the product");
    }

    @Test
    void theColourOfAHaloIsTold() {
        assertFail(white(banded(0xffd8d4d0))).startsWith("A pale edge");
        assertFail(white(banded(0xff181818))).startsWith("A dark edge");
    }

    @Test
    void aProductThatWasCutIntoFails() {
        var found = white(Drawn.cutAt(-4, WHITE));

        assertFail(found).contains("cut away");
        assertThat(pixels(found)).isCloseTo(4, within(1));
        assertThat(assertBeyond(found, "fringe").bound()).isEqualTo(Limit.Bound.AT_MOST);
    }

    /// What lies under the clear pixels of a photo was once taken for its background.
    @Test
    void aTransparentPhotoIsSeenOverWhite() {
        var hidden = Drawn.cutAt(12, CLEAR);
        var photo =
                Drawn.picture(
                        Drawn.WIDTH,
                        Drawn.HEIGHT,
                        (x, y) ->
                                Drawn.isBag(x, y)
                                        ? hidden.argb(x, y)
                                        : hidden.argb(x, y) & 0x00ffffff);

        var found = judge(Task.WHITE_BACKGROUND, photo, null, Drawn.cutAt(0, WHITE));

        assertPass(found.of(USABILITY));
    }

    @Test
    void nothingIsSaidOfEdgesWhereTheProductIsAnother() {
        var other = Drawn.picture(600, 400, (x, y) -> Drawn.isBag(x, y) ? 0xff205080 : WHITE);

        var found = judge(Task.WHITE_BACKGROUND, Drawn.untagged(), null, other);

        assertPass(found.of(USABILITY));
        assertThat(found.of(USABILITY).measured()).doesNotContainKey("fringe");
        assertFail(found.of(Judge.PRESERVATION)).contains("product");
    }

    private static Pixels banded(int colour) {
        var around = Drawn.cutAt(6, WHITE);
        return Drawn.picture(
                Drawn.WIDTH,
                Drawn.HEIGHT,
                (x, y) -> {
                    int argb = around.argb(x, y);
                    return Drawn.isBag(x, y) || argb == WHITE ? argb : colour;
                });
    }

    private static int pixels(Finding finding) {
        var match = PIXELS.matcher(finding.reasoning());
        assertThat(match.find()).as(finding.reasoning()).isTrue();
        return Integer.parseInt(match.group(1));
    }

    private static Finding white(Pixels output) {
        return judge(Task.WHITE_BACKGROUND, Drawn.untagged(), null, output).of(USABILITY);
    }

    private static Finding clear(Pixels output) {
        return judge(Task.CUT_OUT, Drawn.untagged(), null, output).of(USABILITY);
    }
}
