package dev.easel.picture;

import static dev.easel.image.MediaType.JPEG;
import static dev.easel.image.MediaType.PNG;
import static dev.easel.image.MediaType.WEBP;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Evidence.Output;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

class NormaliseTest {

    private static final Pictures PICTURES = new Pictures(25 * 1024 * 1024, 40_000_000);
    private static final byte[] PNG_FILE = Made.file("png", Made.quarters(40, 24));
    private static final byte[] JPEG_FILE = Made.file("jpeg", Made.quarters(64, 48));

    /// In linear light, half of white looks much lighter than the number 128 in sRGB.
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    @Test
    void aPngStaysAPng() {
        var normalised = PICTURES.normalise(PNG_FILE, PNG);

        assertThat(normalised.type()).isEqualTo(PNG);
        assertThat(normalised.size()).isEqualTo(new Size(40, 24));
        assertThat(corners(normalised.pixels())).isEqualTo("RGBW");
        assertThat(corners(reread(normalised.bytes()))).isEqualTo("RGBW");
    }

    @Test
    void aJpegStaysAJpeg() {
        var normalised = PICTURES.normalise(JPEG_FILE, JPEG);

        assertThat(normalised.type()).isEqualTo(JPEG);
        assertThat(PictureHeader.read(normalised.bytes()).orElseThrow().type()).isEqualTo(JPEG);
        assertThat(corners(reread(normalised.bytes()))).isEqualTo("RGBW");
    }

    @Test
    void aWebpBecomesAPng() {
        var lossy = PICTURES.normalise(Made.LOSSY_WEBP, WEBP);
        var lossless = PICTURES.normalise(Made.LOSSLESS_WEBP, WEBP);
        var extended = PICTURES.normalise(Made.EXTENDED_WEBP, WEBP);

        assertThat(lossy.type()).isEqualTo(PNG);
        assertThat(corners(lossy.pixels())).isEqualTo("RBRB");
        assertThat(lossy.traits()).containsExactly("landscape", "small");
        for (var clear : new Pictures.Normalised[] {lossless, extended}) {
            assertThat(clear.pixels().argb(0, 0) >>> 24).isZero();
            assertThat(colour(clear.pixels().argb(8, 4))).isEqualTo('G');
            assertThat(reread(clear.bytes()).argb(0, 0) >>> 24).isZero();
            assertThat(clear.traits()).containsExactly("transparent", "landscape", "small");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
    })
    void everyOrientationIsTurnedUpright(int orientation, String corners) {
        var turned = Made.withExif(JPEG_FILE, orientation, ByteOrder.LITTLE_ENDIAN);
        var turnedPng =
                Made.withChunk(PNG_FILE, "eXIf", Made.exif(orientation, ByteOrder.BIG_ENDIAN));

        var jpeg = PICTURES.normalise(turned, JPEG);

        assertThat(jpeg.size()).isEqualTo(orientation < 5 ? new Size(64, 48) : new Size(48, 64));
        assertThat(corners(jpeg.pixels())).isEqualTo(corners);
        assertThat(corners(reread(jpeg.bytes()))).isEqualTo(corners);
        assertThat(corners(PICTURES.normalise(turnedPng, PNG).pixels())).isEqualTo(corners);
    }

    @Test
    void aTurnedWebpIsTurnedUpright() {
        var turned =
                Made.webp(
                        0x18,
                        16,
                        8,
                        Arrays.copyOfRange(Made.LOSSLESS_WEBP, 12, Made.LOSSLESS_WEBP.length),
                        Made.riff("EXIF", Made.exif(6, ByteOrder.LITTLE_ENDIAN)));

        assertThat(PICTURES.normalise(turned, WEBP).size()).isEqualTo(new Size(8, 16));
    }

    @Test
    void whereAPhotoWasTakenIsGone() {
        var jpeg = Made.withExif(JPEG_FILE, 1, ByteOrder.BIG_ENDIAN);
        var png = Made.withChunk(PNG_FILE, "eXIf", Made.exif(1, ByteOrder.BIG_ENDIAN));
        var text = Made.withChunk(png, "tEXt", Made.text("Comment\0GPS 52.5200 N"));

        assertThat(Made.contains(jpeg, "GPS 52.5200")).isTrue();
        assertThat(Made.contains(PICTURES.normalise(jpeg, JPEG).bytes(), "GPS")).isFalse();
        assertThat(Made.contains(PICTURES.normalise(jpeg, JPEG).bytes(), "Exif")).isFalse();
        assertThat(Made.contains(PICTURES.normalise(text, PNG).bytes(), "GPS")).isFalse();
    }

    @Test
    void aScriptBehindThePictureIsGone() {
        var script = Made.text("<script>alert(1)</script>");

        assertThat(
                        Made.contains(
                                PICTURES.normalise(Made.join(PNG_FILE, script), PNG).bytes(),
                                "alert"))
                .isFalse();
        assertThat(
                        Made.contains(
                                PICTURES.normalise(Made.join(JPEG_FILE, script), JPEG).bytes(),
                                "alert"))
                .isFalse();
    }

    @Test
    void greyStaysAsLightAsItWas() {
        byte[] rows = {0, (byte) 128, (byte) 128, 0, (byte) 128, (byte) 128};
        var photo = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            photo.getRaster().setSample(i % 16, i / 16, 0, 128);
        }

        var png = decoded(Made.png(2, 2, 8, 0, rows));
        var jpeg = PICTURES.normalise(Made.file("jpeg", photo), JPEG);

        assertThat(png.argb(1, 1)).isEqualTo(0xff808080);
        assertThat(jpeg.pixels().argb(8, 8) & 0xff).isBetween(127, 129);
        assertThat(reread(jpeg.bytes()).argb(8, 8) & 0xff).isBetween(126, 130);
    }

    @Test
    void aPaletteWithAClearColourKeepsItClear() {
        var palette = Made.chunk("PLTE", new byte[] {(byte) 255, 0, 0, 0, 0, (byte) 255});
        var clear = Made.chunk("tRNS", new byte[] {(byte) 255, 0});
        var png = Made.png(2, 1, 8, 3, new byte[] {0, 0, 1}, palette, clear);

        var pixels = decoded(png);

        assertThat(pixels.argb(0, 0)).isEqualTo(0xffff0000);
        assertThat(pixels.argb(1, 0) >>> 24).isZero();
    }

    @Test
    void oneColourThatAPngDeclaresClearIsClear() {
        var clear = Made.chunk("tRNS", new byte[] {0, 0, 0, (byte) 255, 0, 0});
        var rows = new byte[] {0, 0, (byte) 255, 0, 9, 9, 9};

        var pixels = decoded(Made.png(2, 1, 8, 2, rows, clear));

        assertThat(pixels.argb(0, 0) >>> 24).isZero();
        assertThat(pixels.argb(1, 0)).isEqualTo(0xff090909);
    }

    @ParameterizedTest
    @CsvSource({"1, 0x80", "2, 0xc0", "4, 0xf0", "8, 0xff"})
    void oneGreyThatAPngDeclaresClearIsClearHoweverFewBitsItHas(int depth, String pixels) {
        int white = (1 << depth) - 1;
        var clear = Made.chunk("tRNS", new byte[] {0, (byte) white});
        byte[] row = {0, Integer.decode(pixels).byteValue(), 0};

        var decoded = decoded(Made.png(2, 1, depth, 0, row, clear));

        assertThat(decoded.argb(0, 0)).isEqualTo(0x00ffffff);
        assertThat(decoded.argb(1, 0)).isEqualTo(0xff000000);
    }

    @Test
    void alphaThatNoPixelUsesIsDropped() {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, 0xff010203);
        }
        var file = Made.file("png", image);
        assertThat(file[25]).as("colour type: alpha").isEqualTo((byte) 6);

        var normalised = PICTURES.normalise(file, PNG);

        assertThat(normalised.bytes()[25]).as("colour type: no alpha").isEqualTo((byte) 2);
        assertThat(normalised.traits()).doesNotContain("transparent");
    }

    @Test
    void coloursOfAnotherSpaceLookTheSameInSrgb() {
        byte[] rows = {0, (byte) 128, (byte) 128, (byte) 128};
        var profile = Made.join(Made.text("linear\0\0"), Made.deflated(LINEAR));
        var png = Made.png(1, 1, 8, 2, rows, Made.chunk("iCCP", profile));
        var grey = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            grey.setRGB(i % 16, i / 16, 0x808080);
        }
        var jpeg = Made.withProfile(Made.file("jpeg", grey), LINEAR);
        var webp =
                Made.webp(
                        0x20,
                        32,
                        12,
                        Made.riff("ICCP", LINEAR),
                        Arrays.copyOfRange(Made.LOSSY_WEBP, 12, Made.LOSSY_WEBP.length));

        assertThat(decoded(png).argb(0, 0) & 0xff).isBetween(185, 190);
        assertThat(PICTURES.normalise(jpeg, JPEG).pixels().argb(8, 8) & 0xff).isBetween(184, 191);
        assertThat(corners(PICTURES.normalise(webp, WEBP).pixels())).isEqualTo("RBRB");
    }

    @Test
    void aBrokenProfileIsAsGoodAsNone() {
        byte[] rows = {0, (byte) 128, (byte) 128, (byte) 128};
        var png = Made.png(1, 1, 8, 2, rows, Made.chunk("iCCP", Made.text("name\0\0no zlib")));
        var jpeg = Made.withProfile(JPEG_FILE, Made.text("no profile"));

        assertThat(decoded(png).argb(0, 0)).isEqualTo(0xff808080);
        assertThat(corners(PICTURES.normalise(jpeg, JPEG).pixels())).isEqualTo("RGBW");
    }

    @Test
    void theShapeAWhiteBorderAndTheSizeAreTraits() {
        assertThat(traits(100, 100, 10)).containsExactly("white-border", "square", "small");
        assertThat(traits(100, 120, 0)).containsExactly("portrait", "small");
        assertThat(traits(120, 100, 1)).containsExactly("landscape", "small");
        assertThat(traits(120, 100, 3)).containsExactly("white-border", "landscape", "small");
        assertThat(traits(1023, 50, 0)).containsExactly("landscape", "small");
        assertThat(traits(50, 1024, 0)).containsExactly("portrait");
    }

    @Test
    void aPictureOfFourBillionPixelsIn67BytesCostsNothing() {
        var bomb = Made.png(65535, 65535, 8, 0, new byte[0]);
        assertThat(bomb).hasSizeLessThanOrEqualTo(67);

        long before = System.nanoTime();
        assertRefused(bomb, PNG).contains("65535 x 65535", "40 million");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theLimitsAreInclusive() {
        var exact = new Pictures(PNG_FILE.length, 40 * 24);
        var tooManyPixels = new Pictures(PNG_FILE.length, 40 * 24 - 1);
        var tooManyBytes = new Pictures(PNG_FILE.length - 1, 40 * 24);

        assertThat(exact.normalise(PNG_FILE, PNG).size()).isEqualTo(new Size(40, 24));
        assertThatThrownBy(() -> tooManyPixels.normalise(PNG_FILE, PNG))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> tooManyBytes.normalise(PNG_FILE, PNG))
                .isInstanceOf(FailureException.class);
    }

    private static AbstractStringAssert<?> assertRefused(byte[] bytes, MediaType declared) {
        try {
            PICTURES.normalise(bytes, declared);
        } catch (FailureException e) {
            return assertThat(((Failure.PictureRefused) e.failure()).reason()).endsWith(".");
        }
        throw new AssertionError("was not refused");
    }

    private static List<String> traits(int width, int height, int border) {
        var pixels =
                Made.pixels(
                        width,
                        height,
                        (x, y) ->
                                x < border
                                                || y < border
                                                || x >= width - border
                                                || y >= height - border
                                        ? 0xffffffff
                                        : 0xff336699);
        return PICTURES.normalise(Pictures.encodePng(pixels), PNG).traits();
    }

    private static Pixels decoded(byte[] bytes) {
        return ((Output.Decoded) Pictures.decode(bytes)).pixels();
    }

    private static Pixels reread(byte[] bytes) {
        var type = PictureHeader.read(bytes).orElseThrow().type();
        return PICTURES.normalise(bytes, type).pixels();
    }

    /// One letter for each corner: top left, top right, bottom left, bottom right.
    private static String corners(Pixels pixels) {
        int right = pixels.width() - 3;
        int bottom = pixels.height() - 3;
        return ""
                + colour(pixels.argb(2, 2))
                + colour(pixels.argb(right, 2))
                + colour(pixels.argb(2, bottom))
                + colour(pixels.argb(right, bottom));
    }

    private static char colour(int argb) {
        return switch ((argb >> 21 & 4) | (argb >> 14 & 2) | (argb >> 7 & 1)) {
            case 4 -> 'R';
            case 2 -> 'G';
            case 1 -> 'B';
            case 7 -> 'W';
            default -> '?';
        };
    }
}
