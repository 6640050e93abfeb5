package dev.easel.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.image.BufferedImage;

class ContourTest {

    private static final int SIDE = 100;

    /// A square of 40 x 40 in the middle.
    private static final Contour SQUARE =
            Contour.of(square(), Drawing.filled(SIDE, SIDE, Color.RED));

    @Test
    void aHaloIsAsWideAsItSays() {
        assertThat(coveredInMiddleRow(SQUARE.cutOut(SQUARE.own(), 0, 1))).isEqualTo(40);
        assertThat(coveredInMiddleRow(SQUARE.cutOut(SQUARE.own(), 4, 1))).isEqualTo(48);
        assertThat(coveredInMiddleRow(SQUARE.cutOut(SQUARE.own(), -3, 1))).isEqualTo(34);
    }

    @Test
    void cornersAreRound() {
        var wide = SQUARE.cutOut(SQUARE.own(), 8, 1);
        assertThat(wide.getRGB(26, 26) >>> 24).isGreaterThan(200);
        assertThat(wide.getRGB(23, 23) >>> 24).isZero();
    }

    @Test
    void aSoftEdgeIsHalfThereOnTheLine() {
        var soft = SQUARE.cutOut(SQUARE.own(), 0, 10);
        int inside = soft.getRGB(30, 50) >>> 24;
        int outside = soft.getRGB(29, 50) >>> 24;
        assertThat((inside + outside) / 2.0).isCloseTo(127.5, within(2.0));
    }

    private static boolean[] square() {
        var covered = new boolean[SIDE * SIDE];
        for (int y = 30; y < 70; y++) {
            for (int x = 30; x < 70; x++) {
                covered[y * SIDE + x] = true;
            }
        }
        return covered;
    }

    private static int coveredInMiddleRow(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < SIDE; x++) {
            count += image.getRGB(x, SIDE / 2) >>> 24 > 127 ? 1 : 0;
        }
        return count;
    }
}
