package dev.easel.judging;

import static dev.easel.judging.Heard.assertNear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;
import dev.easel.image.Pixels;

import org.junit.jupiter.api.Test;

class DifferenceMapTest {

    private static final Box EXTRA = new Box(60, 300, 40, 36);

    @Test
    void aChangeIsWhereItIs() {
        var map = DifferenceMap.of(Drawn.photo(), spoilt(), Drawn.mask());

        assertNear(map.largestOutside(), EXTRA);
        assertNear(map.largestInside(), Drawn.TAG);
        assertThat(map.outside()).hasSize(1);
        assertThat(map.touches(new Box(70, 310, 5, 5))).isTrue();
        assertThat(map.touches(new Box(90, 330, 200, 50))).isTrue();
        assertThat(map.touches(new Box(200, 200, 60, 60))).isFalse();
        assertThat(map.touches(new Box(430, 140, 20, 20))).isTrue();
    }

    @Test
    void cellsTellHowMuch() {
        var map = DifferenceMap.of(Drawn.photo(), spoilt(), Drawn.mask());
        int column = 80 * map.cells().width() / Drawn.WIDTH;
        int row = 318 * map.cells().height() / Drawn.HEIGHT;

        assertThat(map.cells().width()).isEqualTo(512);
        assertThat(map.at(column, row)).isGreaterThan(40);
        assertThat(map.at(250, 170)).isLessThan(4);
        assertNear(map.cell(column, row), new Box(80, 318, 1, 1));
    }

    @Test
    void boxesAreInTheOutputsPixels() {
        var map = DifferenceMap.of(Drawn.photo(), Drawn.scaled(spoilt(), 1200, 800), Drawn.mask());

        assertNear(map.largestOutside(), new Box(120, 600, 80, 72));
        assertThat(map.touches(new Box(130, 610, 5, 5))).isTrue();
        assertThat(map.touches(new Box(70, 310, 5, 5))).isFalse();
    }

    @Test
    void aFaintChangeOverManyPixelsIsTouchedToo() {
        var tinted = Drawn.nuisance(Drawn.untagged(), 0, 0, 5, 0, 1);
        var output = Drawn.with(Drawn.untagged(), new Box(420, 260, 70, 70), tinted);

        var map = DifferenceMap.of(Drawn.photo(), output, Drawn.mask());

        assertThat(map.largestOutside()).isNull();
        assertThat(map.touches(new Box(440, 280, 30, 30))).isTrue();
    }

    @Test
    void nothingChangedIsNothingTouched() {
        var shifted = Drawn.nuisance(Drawn.photo(), 2, -1, 4, 2, 8);

        var map = DifferenceMap.of(Drawn.photo(), shifted, null);

        assertThat(map.largestOutside()).isNull();
        assertThat(map.largestInside()).isNull();
        assertThat(map.touches(new Box(20, 20, 560, 360))).isFalse();
    }

    private static Pixels spoilt() {
        return Drawn.with(Drawn.untagged(), EXTRA, 0xff2040c0);
    }
}
