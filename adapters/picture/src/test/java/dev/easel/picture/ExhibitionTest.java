package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Evidence.Output.Decoded;
import dev.easel.judging.Exhibit;
import dev.easel.judging.Exhibits.Limits;
import dev.easel.judging.Showing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// What judges are shown who look as a person would.
class ExhibitionTest {

    private static final Limits LIMITS = new Limits(1568, 3_500_000, 12);

    /// The object that was taken out lies at the top left, a patch that nobody asked for at the bottom
    /// right.
    private final Pixels photo =
            Made.pixels(800, 600, (x, y) -> isObject(x, y) ? 0xff102040 : ground(x, y));

    private final Pixels mask =
            Made.pixels(800, 600, (x, y) -> isMarked(x, y) ? 0xffffffff : 0xff000000);
    private final Pixels output =
            Made.pixels(800, 600, (x, y) -> isPatch(x, y) ? 0xffe01010 : ground(x, y));

    @Test
    void beforeAndAfterComeFirstThenWhatHelpsToSee() {
        var showing = show(photo, output, mask, LIMITS);

        assertThat(labels(showing))
                .containsExactly(
                        "IMAGE 1 = BEFORE",
                        "IMAGE 2 = AFTER",
                        "IMAGE 3 = MARKS on BEFORE",
                        "IMAGE 4 = DIFFERENCE MAP",
                        "IMAGE 5 = detail of BEFORE: the marked area",
                        "IMAGE 6 = detail of AFTER: the marked area",
                        "IMAGE 7 = detail of BEFORE: the largest change outside of it",
                        "IMAGE 8 = detail of AFTER: the largest change outside of it");
    }

    @Test
    void theDetailShowsThePatchAtFullSize() {
        var detail = pixels(show(photo, output, mask, LIMITS).exhibits().getLast());

        assertThat(detail.width()).isBetween(140, 180);
        assertThat(detail.height()).isBetween(90, 130);
        int middle = detail.argb(detail.width() / 2, detail.height() / 2);
        assertThat(middle >> 16 & 0xff).isGreaterThan(200);
        assertThat(middle & 0xff).isLessThan(60);
    }

    @Test
    void theMapIsDarkWhereNothingChangedAndBrightWhereSomethingDid() {
        var map = pixels(show(photo, output, mask, LIMITS).exhibits().get(3));

        assertThat(Pixels.luma(map.argb(map.width() / 2, map.height() / 10))).isLessThan(10);
        assertThat(Pixels.luma(map.argb(map.width() * 620 / 800, map.height() * 445 / 600)))
                .isGreaterThan(60);
    }

    @Test
    void aPlaceThatAJudgePointsAtIsHeldAgainstThePixels() {
        var changes = Objects.requireNonNull(show(photo, output, mask, LIMITS).changes());

        assertThat(changes.touches(new Box(600, 430, 40, 40))).isTrue();
        assertThat(changes.touches(new Box(400, 40, 60, 60))).isFalse();
        assertThat(changes.isMarked(new Box(120, 120, 10, 10))).isTrue();
        assertThat(changes.isMarked(new Box(600, 430, 40, 40))).isFalse();
    }

    @Test
    void withoutAMaskTheWholePictureWasUpForAChange() {
        var changes = Objects.requireNonNull(show(photo, output, null, LIMITS).changes());

        assertThat(changes.isMarked(new Box(1, 1, 2, 2))).isTrue();
    }

    @Test
    void aPictureOfAnotherShapeHasNoPlacesToCompare() {
        var wide = Made.pixels(1200, 600, ExhibitionTest::ground);

        var showing = show(photo, wide, null, LIMITS);

        assertThat(showing.changes()).isNull();
        assertThat(labels(showing)).containsExactly("IMAGE 1 = BEFORE", "IMAGE 2 = AFTER");
    }

    @Test
    void aPictureFromWordsStandsAlone() {
        var showing = show(null, output, null, LIMITS);

        assertThat(labels(showing)).containsExactly("IMAGE 1 = AFTER");
        assertThat(showing.changes()).isNull();
        assertThat(showing.output()).isEqualTo(new Size(800, 600));
    }

    @Test
    void whatIsTransparentIsShownOverGreyWithItsAlphaBesideIt() {
        var cutOut = Made.pixels(800, 600, (x, y) -> isMarked(x, y) ? 0xffffffff : 0);

        var showing = show(photo, cutOut, null, LIMITS);

        assertThat(labels(showing)).contains("IMAGE 3 = ALPHA of AFTER");
        int clear = pixels(showing.exhibits().get(1)).argb(700, 500);
        assertThat(clear >> 16 & 0xff).isBetween(125, 131);
        var alpha = pixels(showing.exhibits().get(2));
        assertThat(Pixels.luma(alpha.argb(700, 500))).isZero();
        assertThat(Pixels.luma(alpha.argb(150, 150))).isEqualTo(255);
    }

    @Test
    void noPictureIsLargerOrHeavierThanAllowedAndThereAreNoMore() {
        var noise =
                Made.pixels(
                        2400,
                        1800,
                        (x, y) -> 0xff000000 | ((x * 7919 + y * 104729) * 31 & 0xffffff));
        var marks = Made.pixels(2400, 1800, (x, y) -> x < 100 && y < 100 ? -1 : 0xff000000);
        var limits = new Limits(1000, 60_000, 5);

        var showing = show(noise, noise, marks, limits);

        assertThat(showing.exhibits())
                .hasSize(5)
                .allSatisfy(exhibit -> {
                    assertThat(exhibit.bytes().length).isLessThanOrEqualTo(60_000);
                    var size = pixels(exhibit).size();
                    assertThat(Math.max(size.width(), size.height())).isLessThanOrEqualTo(1000);
                });
    }

    private static Showing show(
            @Nullable Pixels photo, Pixels output, @Nullable Pixels mask, Limits limits) {
        return new Exhibition(photo, output, mask, List.of()).show(limits);
    }

    private static List<String> labels(Showing showing) {
        return showing.exhibits().stream().map(Exhibit::label).toList();
    }

    private static Pixels pixels(Exhibit exhibit) {
        return ((Decoded) Pictures.decode(exhibit.bytes())).pixels();
    }

    private static int ground(int x, int y) {
        int level = 90 + x / 10 + y / 12 + (x / 25 + y / 30) % 2 * 20;
        return 0xff000000 | level << 16 | level << 8 | (level - 30);
    }

    private static boolean isObject(int x, int y) {
        return x >= 110 && x < 210 && y >= 110 && y < 210;
    }

    private static boolean isMarked(int x, int y) {
        return x >= 100 && x < 220 && y >= 100 && y < 220;
    }

    private static boolean isPatch(int x, int y) {
        return x >= 580 && x < 680 && y >= 410 && y < 480;
    }
}
