package dev.easel.picture;

import static dev.easel.image.MediaType.JPEG;
import static dev.easel.image.MediaType.PNG;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Warning;
import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import org.junit.jupiter.api.Test;

import java.util.function.IntUnaryOperator;

class NormaliseMaskTest {

    private static final Pictures PICTURES = new Pictures(25 * 1024 * 1024, 40_000_000);

    /// 10,000 pixels: one percent is 100 of them.
    private static final int SIDE = 100;

    private static final Size PHOTO = new Size(SIDE, SIDE);
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    @Test
    void aPaintedMaskBecomesGreyWithNothingButBlackAndWhite() {
        var mask = accept(painted(2500));

        assertThat(mask.coverage()).isEqualTo(0.25);
        assertThat(mask.warnings()).isEmpty();
        assertThat(mask.bytes()[25]).as("colour type: grey").isZero();
        assertThat(PictureHeader.read(mask.bytes()).orElseThrow().size()).isEqualTo(PHOTO);
        var pixels = PICTURES.normalise(mask.bytes(), PNG).pixels();
        assertThat(pixels.argb(0, 0)).isEqualTo(WHITE);
        assertThat(pixels.argb(0, 25)).isEqualTo(BLACK);
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        var refused = refuse(Pictures.encodePng(painted(2500)), PNG, new Size(100, 101));

        assertThat(refused.code()).isEqualTo("mask-size");
        assertThat(refused.reason()).contains("100 x 100", "100 x 101");
    }

    @Test
    void anEmptyMaskIsRefused() {
        assertThat(refuse(painted(0)).code()).isEqualTo("mask-empty");
        assertThat(refuse(painted(0)).coverage()).isZero();
    }

    @Test
    void sixtyFourPixelsAreEnough() {
        assertThat(refuse(painted(63)).code()).isEqualTo("mask-empty");
        assertThat(refuse(painted(63)).reason()).contains("63 pixels");
        assertThat(accept(painted(64)).coverage()).isEqualTo(0.0064);
    }

    @Test
    void aMaskOfMoreThan98PercentIsRefused() {
        assertThat(accept(painted(9800)).warnings())
                .extracting(Warning::code)
                .containsExactly("mask-nearly-full");
        assertThat(refuse(painted(9801)).code()).isEqualTo("mask-full");
    }

    @Test
    void aMaskOfMoreThan60PercentIsWarnedOf() {
        assertThat(accept(painted(6000)).warnings()).isEmpty();
        assertThat(accept(painted(6001)).warnings()).hasSize(1);
    }

    @Test
    void aMaskOfLessThanATwentiethOfAPercentIsWarnedOf() {
        var tiny = Made.pixels(400, 400, (x, y) -> y == 0 && x < 79 ? WHITE : BLACK);
        var small = Made.pixels(400, 400, (x, y) -> y == 0 && x < 80 ? WHITE : BLACK);

        assertThat(accept(tiny).warnings()).extracting(Warning::code).containsExactly("mask-tiny");
        assertThat(accept(small).warnings()).isEmpty();
    }

    @Test
    void softEdgesAreCutAtTheMiddle() {
        var mask = accept(shades(i -> i < 1000 ? 255 : i < 1200 ? 128 : i < 1400 ? 127 : 0));

        assertThat(mask.coverage()).isEqualTo(0.12);
    }

    @Test
    void aMaskWithMoreThan5PercentShadesIsRefused() {
        assertThat(accept(shades(i -> i < 1000 ? 255 : i < 1500 ? 100 : 0)).coverage())
                .isEqualTo(0.10);
        assertThat(refuse(shades(i -> i < 1000 ? 255 : i < 1501 ? 100 : 0)).code())
                .isEqualTo("mask-not-binary");
    }

    @Test
    void nearlyBlackAndNearlyWhiteAreNoShades() {
        assertThat(accept(shades(i -> i < 5000 ? 239 : 16)).coverage()).isEqualTo(0.5);
        assertThat(refuse(shades(i -> i < 5000 ? 238 : 0)).code()).isEqualTo("mask-not-binary");
        assertThat(refuse(shades(i -> i < 5000 ? 255 : 17)).code()).isEqualTo("mask-not-binary");
    }

    @Test
    void aStrokeOfOneColourOnATransparentSheetIsPaintByItsAlpha() {
        var red = pixels(i -> i < 1000 ? 0xffff0000 : 0);
        var black = pixels(i -> i < 1000 ? BLACK : 0x00ffffff);

        assertThat(accept(red).coverage()).isEqualTo(0.1);
        assertThat(accept(black).coverage()).isEqualTo(0.1);
    }

    @Test
    void whereColoursDifferLightnessIsPaintAndTransparentIsNot() {
        var mask = pixels(i -> i < 1000 ? WHITE : i < 2000 ? BLACK : 0x00ffffff);

        assertThat(accept(mask).coverage()).isEqualTo(0.1);
    }

    @Test
    void aWhollyTransparentMaskIsEmpty() {
        assertThat(refuse(pixels(_ -> 0x00ffffff)).code()).isEqualTo("mask-empty");
    }

    @Test
    void aMaskMayComeAsJpeg() {
        var bytes = Pictures.encodeJpeg(painted(2500));

        assertThat(PICTURES.normaliseMask(bytes, JPEG, PHOTO).coverage()).isBetween(0.24, 0.26);
    }

    @Test
    void aPhotoInsteadOfAMaskIsRefused() {
        assertThat(refuse(shades(i -> i % 256)).code()).isEqualTo("mask-not-binary");
    }

    /// White for so many pixels, black for the rest.
    private static Pixels painted(int count) {
        return pixels(i -> i < count ? WHITE : BLACK);
    }

    private static Pixels shades(IntUnaryOperator grey) {
        return pixels(i -> BLACK | grey.applyAsInt(i) * 0x010101);
    }

    private static Pixels pixels(IntUnaryOperator argb) {
        return Made.pixels(SIDE, SIDE, (x, y) -> argb.applyAsInt(y * SIDE + x));
    }

    private static Pictures.NormalisedMask accept(Pixels mask) {
        return PICTURES.normaliseMask(Pictures.encodePng(mask), PNG, mask.size());
    }

    private static Failure.MaskRefused refuse(Pixels mask) {
        return refuse(Pictures.encodePng(mask), PNG, mask.size());
    }

    private static Failure.MaskRefused refuse(byte[] bytes, MediaType type, Size photo) {
        try {
            PICTURES.normaliseMask(bytes, type, photo);
        } catch (FailureException e) {
            return (Failure.MaskRefused) e.failure();
        }
        throw new AssertionError("was not refused");
    }
}
