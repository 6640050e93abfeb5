package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

class EntropyWalkTest {

    private static final Pixels PICTURE =
            Made.pixels(
                    233,
                    171,
                    (x, y) -> {
                        int level = 128 + (int) (60 * Math.sin(x / 9.0) * Math.cos(y / 7.0));
                        return 0xff000000 | level << 16 | (x * y & 0x7f) << 8 | 255 - level;
                    });

    private static final byte[] WHOLE = Pictures.encodeJpeg(PICTURE);

    @ParameterizedTest
    @CsvSource({"false, false, 0.3", "false, false, 0.98", "true, false, 0.8", "false, true, 0.8"})
    void soundPicturesOfAllKindsAreSound(boolean grey, boolean progressive, float quality) {
        assertThat(EntropyWalk.isSound(write(grey, progressive, quality))).isTrue();
    }

    @Test
    void damageThatTheDecoderKeepsQuietAboutIsFound() {
        int quiet = 0;
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = WHOLE.clone();
            int at = WHOLE.length / 4 + random.nextInt(WHOLE.length / 2);
            Arrays.fill(damaged, at, at + 8, (byte) 0x55);
            if (!EntropyWalk.isSound(damaged)) {
                assertThat(Pictures.decode(damaged)).isInstanceOf(Output.Broken.class);
                quiet += complains(damaged) ? 0 : 1;
            }
        }
        assertThat(quiet).isPositive();
    }

    @Test
    void nearlyEveryHoleOfEightZerosIsFound() {
        int found = 0;
        for (int i = 0; i < 50; i++) {
            byte[] holed = WHOLE.clone();
            int at = WHOLE.length / 4 + i * WHOLE.length / 100;
            Arrays.fill(holed, at, at + 8, (byte) 0);
            found += EntropyWalk.isSound(holed) ? 0 : 1;
        }
        assertThat(found).isGreaterThanOrEqualTo(45);
    }

    /// A single dot makes a block of equal coefficients, which are zeros in the file, too.
    @Test
    void dotsOnWhiteAreNoHoles() {
        for (int level = 0; level < 255; level += 5) {
            int dot = 0xff000000 | level * 0x010101;
            var dots = Made.pixels(64, 64, (x, y) -> x % 8 == 0 && y % 8 == 0 ? dot : 0xffffffff);

            assertThat(EntropyWalk.isSound(Pictures.encodeJpeg(dots))).isTrue();
        }
    }

    /// Not all: codes fall into step again, and now and then with the right number of blocks.
    @Test
    void mostMissingAndDoubledBytesAreFound() {
        int found = 0;
        for (int i = 0; i < 40; i++) {
            int at = WHOLE.length / 4 + i * WHOLE.length / 80;
            byte[] start = Arrays.copyOf(WHOLE, at);
            byte[] missing = Made.join(start, Arrays.copyOfRange(WHOLE, at + 64, WHOLE.length));
            byte[] doubled = Made.join(start, Arrays.copyOfRange(WHOLE, at - 256, WHOLE.length));
            found += EntropyWalk.isSound(missing) ? 0 : 1;
            found += EntropyWalk.isSound(doubled) ? 0 : 1;
        }
        assertThat(EntropyWalk.isSound(WHOLE)).isTrue();
        assertThat(found).isGreaterThan(60);
    }

    private static boolean complains(byte[] jpeg) {
        try {
            return Decoder.decode(jpeg, PictureHeader.read(jpeg).orElseThrow()).isDamaged();
        } catch (IOException _) {
            return true;
        }
    }

    private static byte[] write(boolean grey, boolean progressive, float quality) {
        int kind = grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(PICTURE.width(), PICTURE.height(), kind);
        image.setRGB(0, 0, PICTURE.width(), PICTURE.height(), PICTURE.argb(), 0, PICTURE.width());
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        param.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var target = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
