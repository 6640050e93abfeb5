package dev.easel.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class MaskFillTest {

    private static final int GROUND = Colour.of(150, 110, 70);
    private static final int OBJECT = Colour.of(20, 40, 230);

    @Test
    void theObjectIsGoneAndEverythingOutsideTheMaskIsUntouched() {
        var random = new Random(1);
        var wood =
                Picture.filled(200, 150, GROUND)
                        .map(i -> Colour.mix(GROUND, Colour.WHITE, random.nextDouble() * 0.1));
        var photo = wood.map(i -> isNear(i, 20) ? OBJECT : wood.at(i));
        var mask = Mask.where(200, 150, i -> isNear(i, 26));

        var filled = MaskFill.fill(photo, mask, new Random(2));

        for (int i = 0; i < photo.size(); i++) {
            if (mask.at(i)) {
                assertThat(Colour.distance(filled.at(i), GROUND)).isLessThan(40);
            } else {
                assertThat(filled.at(i)).isEqualTo(photo.at(i));
            }
        }
    }

    @Test
    void aMaskOfHalfALargePhotoIsFilledWithinBoundedTime() {
        var photo = Picture.filled(4000, 3000, GROUND);
        var mask = Mask.where(4000, 3000, i -> i % 4000 > 1000 && i % 4000 < 3000);

        long begun = System.nanoTime();
        var filled = MaskFill.fill(photo, mask, new Random(2));

        assertThat(filled.at(2000, 1500)).isEqualTo(GROUND);
        assertThat((System.nanoTime() - begun) / 1_000_000_000.0).isLessThan(10);
    }

    @Test
    void theSpoonIsTakenFromTheCoffeeTable() throws IOException {
        var photo = Picture.decode(Files.readAllBytes(Path.of("../photos/coffee.png")));
        var mask =
                Mask.where(
                        photo.width(),
                        photo.height(),
                        i -> {
                            double x = (i % photo.width() - 368) / 52.0;
                            double y = (i / photo.width() - 285) / 58.0;
                            return x * x + y * y < 1;
                        });

        var filled = MaskFill.fill(photo, mask, new Random(7));

        // The spoon's highlights are the only near-white pixels there.
        for (int i = 0; i < photo.size(); i++) {
            assertThat(mask.at(i) && Colour.luma(filled.at(i)) > 215).isFalse();
        }
    }

    @Test
    void anEmptyMaskChangesNothing() {
        var photo = Picture.filled(20, 20, GROUND);

        assertThat(MaskFill.fill(photo, Mask.where(20, 20, _ -> false), new Random(1)))
                .isSameAs(photo);
    }

    private static boolean isNear(int i, int radius) {
        return Math.abs(i % 200 - 100) < radius && Math.abs(i / 200 - 75) < radius;
    }
}
