package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class DecodeTest {

    /// Noise, so that the file has many bytes to lose.
    private static final Pixels NOISE = noise();

    private static final byte[] PNG = Pictures.encodePng(NOISE);
    private static final byte[] JPEG = Pictures.encodeJpeg(NOISE);

    @Test
    void whatWasEncodedComesBack() {
        assertThat(decoded(PNG).argb()).isEqualTo(NOISE.argb());
        assertThat(decoded(JPEG).size()).isEqualTo(NOISE.size());
        assertThat(decoded(Made.LOSSLESS_WEBP).width()).isEqualTo(16);
    }

    @Test
    void noTruncatedPictureIsTakenForAWholeOne() {
        for (byte[] whole : new byte[][] {PNG, JPEG, Made.LOSSY_WEBP, Made.EXTENDED_WEBP}) {
            for (int percent = 0; percent < 100; percent += 3) {
                var part = Arrays.copyOf(whole, whole.length * percent / 100);
                assertThat(Pictures.decode(part)).isInstanceOf(Output.Broken.class);
            }
            assertThat(Pictures.decode(Arrays.copyOf(whole, whole.length - 1)))
                    .isInstanceOf(Output.Broken.class);
        }
    }

    @Test
    void aJpegThatLostItsMiddleButHasItsEndIsBroken() {
        var half = Arrays.copyOf(JPEG, JPEG.length / 2);

        var output = Pictures.decode(Made.join(half, new byte[] {(byte) 0xff, (byte) 0xd9}));

        assertThat(output).isEqualTo(new Output.Broken(Faults.DAMAGED));
    }

    @Test
    void anOutputOfAnotherTypeThanDeclaredIsBroken() {
        assertThat(Pictures.decode(PNG, MediaType.PNG)).isInstanceOf(Output.Decoded.class);
        assertThat(Pictures.decode(PNG, MediaType.JPEG))
                .isEqualTo(
                        new Output.Broken(
                                "The file was announced as image/jpeg, but it is image/png."));
    }

    @Test
    void oneFlippedByteOfAPngIsFound() {
        var flipped = PNG.clone();
        flipped[PNG.length / 2] ^= 1;

        assertThat(Pictures.decode(flipped)).isEqualTo(new Output.Broken(Faults.DAMAGED));
    }

    @Test
    void aPageInsteadOfAPictureIsCalledAPage() {
        assertThat(Pictures.decode(Made.text("<html>Bad Gateway</html>")))
                .isEqualTo(
                        new Output.Broken(
                                "The file is a web page. PNG, JPEG and WebP can be used."));
    }

    @Test
    void noMixedUpBytesMakeItThrow() {
        var random = new Random(7);
        for (byte[] whole : new byte[][] {PNG, JPEG, Made.LOSSY_WEBP, Made.LOSSLESS_WEBP}) {
            for (int i = 0; i < 200; i++) {
                var mixed = whole.clone();
                for (int j = 0; j < 4; j++) {
                    mixed[random.nextInt(mixed.length)] = (byte) random.nextInt();
                }
                assertThat(Pictures.decode(mixed)).isNotNull();
            }
        }
    }

    @Test
    void aHugeClaimIsAnAnswerToo() {
        assertThat(Pictures.decode(Made.png(65535, 65535, 8, 0, new byte[0])))
                .isInstanceOf(Output.Broken.class);
    }

    @Test
    void transparentPlacesOfAJpegTurnWhite() {
        var clear = Made.pixels(16, 16, (_, _) -> 0);

        assertThat(decoded(Pictures.encodeJpeg(clear)).argb(8, 8)).isEqualTo(0xffffffff);
    }

    private static Pixels decoded(byte[] bytes) {
        return ((Output.Decoded) Pictures.decode(bytes)).pixels();
    }

    private static Pixels noise() {
        var random = new Random(1);
        return Made.pixels(80, 60, (_, _) -> 0xff000000 | random.nextInt(1 << 24));
    }
}
