package dev.easel.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanesTest {

    @ParameterizedTest
    @CsvSource({"1600, 900", "512, 288", "100, 80", "7, 3"})
    void whiteIsWhiteAtEverySize(int width, int height) {
        var white = Drawn.picture(width, height, (_, _) -> 0xffffffff);

        var planes = Planes.of(white, Planes.working(white.size()));

        assertThat(planes.luma()).containsOnly(Planes.WHITE);
        assertThat(planes.darkest()).containsOnly(Planes.WHITE);
        assertThat(planes.alpha()).containsOnly(Planes.WHITE);
        assertThat(planes.blue()).containsOnly(0);
    }

    @Test
    void whatIsClearIsWhite() {
        var half = Drawn.picture(600, 400, (x, _) -> x < 300 ? 0x00123456 : 0xff000000);

        var planes = Planes.of(half, new Size(60, 40));

        assertThat(planes.luma()[5]).isEqualTo((short) Planes.WHITE);
        assertThat(planes.alpha()[5]).isZero();
        assertThat(planes.luma()[50]).isZero();
        assertThat(planes.alpha()[50]).isEqualTo((short) Planes.WHITE);
    }

    @Test
    void aSampleIsTheMeanOfItsPixels() {
        var stripes = Drawn.picture(600, 400, (x, _) -> x % 2 == 0 ? 0xff404040 : 0xff808080);

        var planes = Planes.of(stripes, new Size(60, 40));

        assertThat(planes.luma()[0] / (double) Planes.LEVEL).isCloseTo(0x60, within(0.2));
    }

    @Test
    void coloursAreAsInJpeg() {
        var red = Planes.of(Drawn.plain(0xffff0000), new Size(16, 16));

        assertThat(red.luma()[0] / (double) Planes.LEVEL).isBetween(76.0, 77.0);
        assertThat(red.red()[0] / (double) Planes.LEVEL).isBetween(127.0, 128.0);
        assertThat(red.darkest()[0]).isZero();
    }
}
