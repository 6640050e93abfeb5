package dev.easel.picture;

import static dev.easel.image.MediaType.JPEG;
import static dev.easel.image.MediaType.PNG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.picture.Printed.Manner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Whatever colours a picture comes in, it looks the same in 8-bit sRGB.
class ColoursTest {

    private static final Pictures PICTURES = new Pictures(25_000_000, 40_000_000);

    /// Skin, foliage, sky, print colours and greys, sixteen pixels wide each.
    private static final int[] COLOURS = {
        0x735244, 0xc29682, 0x627a9d, 0x576c43, 0x8580b1, 0x67bdaa,
        0xd67e2c, 0x505ba6, 0xc15a63, 0x5e3c6c, 0x9dbc40, 0xe0a32e,
        0x383d96, 0x469449, 0xaf363c, 0xe7c71f, 0xbb5695, 0x0885a1,
        0xffffff, 0xc8c8c8, 0xa0a0a0, 0x7a7a7a, 0x343434, 0x000000
    };

    private static final int PATCH = 16;
    private static final Pixels CHART =
            Made.pixels(
                    6 * PATCH,
                    4 * PATCH,
                    (x, y) -> 0xff000000 | COLOURS[y / PATCH * 6 + x / PATCH]);

    @ParameterizedTest
    @EnumSource(Manner.class)
    void printColoursLookAsTheyDidOnTheScreen(Manner manner) {
        var normalised = PICTURES.normalise(Printed.jpeg(CHART, manner), JPEG);

        assertThat(normalised.type()).isEqualTo(JPEG);
        assertThat(meanError(normalised.pixels(), CHART)).isLessThan(1.5);
        assertThat(meanError(decoded(normalised.bytes()), CHART)).isLessThan(3);
        assertThat(samplesOf(normalised.bytes())).as("samples a pixel").isEqualTo(3);
    }

    @Test
    void progressivePrintColoursAreReadToo() {
        var file = Printed.jpeg(CHART, Manner.ADOBE_YCC, true);

        assertThat(meanError(PICTURES.normalise(file, JPEG).pixels(), CHART)).isLessThan(1.5);
    }

    @Test
    void printColoursAreTurnedUprightLikeAllOthers() {
        var turned = Made.withExif(Printed.jpeg(CHART, Manner.ADOBE), 6, ByteOrder.BIG_ENDIAN);

        var upright = PICTURES.normalise(turned, JPEG).pixels();

        assertThat(upright.width()).isEqualTo(CHART.height());
        var expected =
                Made.pixels(
                        /* width= */ CHART.height(),
                        /* height= */ CHART.width(),
                        (x, y) -> CHART.argb(y, CHART.height() - 1 - x));
        assertThat(meanError(upright, expected)).isLessThan(1.5);
    }

    @Test
    void inksLookAsTheirProfileSays() {
        // Each ink pure on paper, as the chart's own conversion makes them.
        int[] pure = {0xffffff, 0x00ffff, 0xff00ff, 0xffff00, 0x000000};
        int[] inks = {0, 8, 4, 2, 1};
        var strip = Made.pixels(80, 16, (x, _) -> pure[x / PATCH]);
        var expected = Made.pixels(80, 16, (x, _) -> Printed.srgb(Printed.lab(inks[x / PATCH])));
        for (var manner : Manner.values()) {
            var file = Made.withProfile(Printed.jpeg(strip, manner), Printed.profile());

            var pixels = PICTURES.normalise(file, JPEG).pixels();

            assertThat(meanError(pixels, expected)).as(manner.name()).isLessThan(3);
        }
    }

    @Test
    void aProfileInSeveralPartsIsPutTogether() {
        var profile = Printed.profile();
        var cyan = Printed.jpeg(Made.pixels(16, 16, (_, _) -> 0x00ffff), Manner.ADOBE);
        int half = profile.length / 2;
        var name = Made.text("ICC_PROFILE\0");
        // The last goes in first: each is put right after the start.
        var second =
                Made.join(
                        name, new byte[] {2, 2}, Arrays.copyOfRange(profile, half, profile.length));
        var first = Made.join(name, new byte[] {1, 2}, Arrays.copyOf(profile, half));
        var lacking = Made.withSegment(cyan, 0xe2, second);
        var whole = Made.withSegment(lacking, 0xe2, first);

        int orange = Printed.srgb(Printed.lab(8));
        assertThat(PICTURES.normalise(whole, JPEG).pixels().argb(8, 8) >> 16 & 0xff)
                .isCloseTo(orange >> 16 & 0xff, within(4));
        assertThat(PICTURES.normalise(lacking, JPEG).pixels().argb(8, 8) & 0xffffff)
                .as("without all of the profile, cyan is cyan")
                .isLessThan(0x080000);
    }

    @Test
    void aProfileOfOtherColoursOrNoneIsAsGoodAsNone() {
        var file = Printed.jpeg(CHART, Manner.ADOBE);
        var broken = Printed.profile();
        Arrays.fill(broken, 144, broken.length, (byte) 0);

        for (byte[] profile : new byte[][] {broken, Made.text("no profile"), rgbProfile()}) {
            var normalised = PICTURES.normalise(Made.withProfile(file, profile), JPEG);
            assertThat(meanError(normalised.pixels(), CHART)).isLessThan(1.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "4, false", "6, false", "2, true", "6, true"})
    void sixteenBitsOfAnyKindAreRoundedToEight(int colourType, boolean withClearColour) {
        var file = sixteenBits(colourType, withClearColour);

        var pixels = PICTURES.normalise(file, PNG).pixels();

        boolean grey = (colourType & 2) == 0;
        for (int i = 0; i < pixels.argb().length; i++) {
            int argb = CHART.argb()[i];
            int rgb = grey ? (argb & 0xff) * 0x010101 : argb & 0xffffff;
            assertThat(pixels.argb()[i] & 0xffffff).isEqualTo(rgb);
        }
        boolean clear = withClearColour && colourType == 2;
        assertThat(pixels.argb(0, 0) >>> 24).isEqualTo(clear ? 0 : 255);
        assertThat(PICTURES.normalise(file, PNG).bytes()[24])
                .as("bits a sample")
                .isEqualTo((byte) 8);
    }

    @Test
    void lossyWebpKeepsItsColoursToTheLastRow() {
        var gradient = decoded(Made.GRADIENT_WEBP);

        // Decoders that predict from filtered pixels drift further with every row.
        var expected =
                Made.pixels(
                        16,
                        1024,
                        (_, y) ->
                                mix(0xf0, 0x20, y) << 16
                                        | mix(0x60, 0x60, y) << 8
                                        | mix(0x20, 0xc0, y));
        assertThat(meanError(gradient, expected)).isLessThan(2);
    }

    private static int mix(int top, int bottom, int y) {
        return Math.round(top + (bottom - top) * y / 1023f);
    }

    /// The chart as a PNG of 16-bit samples, each a little above or below what rounds to ours.
    private static byte[] sixteenBits(int colourType, boolean withClearColour) {
        boolean grey = (colourType & 2) == 0;
        int samples = (grey ? 1 : 3) + (colourType >= 4 ? 1 : 0);
        var rows = ByteBuffer.allocate(CHART.height() * (1 + CHART.width() * samples * 2));
        for (int y = 0; y < CHART.height(); y++) {
            rows.put((byte) 0);
            for (int x = 0; x < CHART.width(); x++) {
                for (int shift = grey ? 0 : 16; shift >= 0; shift -= 8) {
                    int sample = CHART.argb(x, y) >> shift & 0xff;
                    rows.putShort((short) Math.clamp(sample * 257 + (x % 3 - 1) * 127, 0, 65535));
                }
                if (colourType >= 4) {
                    rows.putShort((short) 0xffff);
                }
            }
        }
        if (!withClearColour || colourType != 2) {
            return Made.png(CHART.width(), CHART.height(), 16, colourType, rows.array());
        }
        var clear = Made.chunk("tRNS", Arrays.copyOfRange(rows.array(), 1, 7));
        return Made.png(CHART.width(), CHART.height(), 16, colourType, rows.array(), clear);
    }

    private static byte[] rgbProfile() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    /// Of a JPEG: how many the frame declares.
    private static int samplesOf(byte[] jpeg) {
        for (int i = 2; i + 9 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff
                    && (jpeg[i + 1] == (byte) 0xc0 || jpeg[i + 1] == (byte) 0xc2)) {
                return jpeg[i + 9];
            }
        }
        throw new AssertionError("no frame");
    }

    private static Pixels decoded(byte[] bytes) {
        return ((Output.Decoded) Pictures.decode(bytes)).pixels();
    }

    /// Of all samples of all pixels, alpha left aside.
    private static double meanError(Pixels one, Pixels other) {
        assertThat(one.size()).isEqualTo(other.size());
        long sum = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum +=
                        Math.abs(
                                (one.argb()[i] >> shift & 0xff)
                                        - (other.argb()[i] >> shift & 0xff));
            }
        }
        return (double) sum / (3L * one.argb().length);
    }
}
