package dev.easel.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-3, 2", "3, 3", "-2, -1"})
    void aShiftIsFoundToAPartOfASample(int dx, int dy) {
        var found = align(Drawn.nuisance(Drawn.photo(), dx, dy, 3, 2, 1));

        double scale = 512.0 / Drawn.WIDTH;
        assertThat(found.dx()).isCloseTo(dx * scale, within(0.15));
        assertThat(found.dy()).isCloseTo(dy * scale, within(0.15));
    }

    /// White cannot get lighter: there the tone differs from everywhere else, and made every shift
    /// seem worse than none.
    @Test
    void aShiftIsFoundOnAWhiteBackgroundWhereOnlyTheProductGotLighter() {
        var photo = Drawn.bagOn(0xffffffff);
        var output = Drawn.nuisance(photo, 3, 1, 4, 0, 1);

        double scale = 512.0 / Drawn.WIDTH;
        var found = align(photo, output);
        assertThat(found.dx()).isCloseTo(3 * scale, within(0.25));
        assertThat(found.dy()).isCloseTo(scale, within(0.25));
    }

    @Test
    void theToneIsTakenOffAndTold() {
        var found = align(Drawn.nuisance(Drawn.photo(), 0, 0, 10, 0, 1));

        assertThat(found.colourShift()).isGreaterThan(8);
        assertThat(align(Drawn.photo()).colourShift()).isZero();
    }

    private static Alignment align(Pixels output) {
        return align(Drawn.photo(), output);
    }

    private static Alignment align(Pixels photo, Pixels output) {
        Size size = Planes.working(photo.size());
        var all = Region.where(size.width(), size.height(), _ -> true);
        return Alignment.of(Planes.of(photo, size), Planes.of(output, size), all);
    }
}
