package dev.easel.picture;

import static dev.easel.image.MediaType.JPEG;
import static dev.easel.image.MediaType.PNG;
import static dev.easel.image.MediaType.WEBP;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.image.MediaType;
import dev.easel.image.Size;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/// What cannot be used is refused with a sentence that says why, in little time and memory.
class RefusedPictureTest {

    private static final Pictures PICTURES = new Pictures(25_000_000, 40_000_000);
    private static final byte[] PNG_FILE = Made.file("png", Made.quarters(40, 24));
    private static final byte[] JPEG_FILE = Made.file("jpeg", Made.quarters(64, 48));

    @Test
    void whatIsNoPictureIsCalledByItsName() {
        assertRefused(Made.text("GIF89a....."), PNG).contains("a GIF");
        assertRefused(Made.text("BM......"), PNG).contains("a BMP");
        assertRefused(Made.text("II*\0...."), PNG).contains("a TIFF");
        assertRefused(Made.text("MM\0*...."), PNG).contains("a TIFF");
        assertRefused(Made.text("<?xml version='1.0'?><svg/>"), PNG).contains("SVG");
        assertRefused(Made.text(" <!DOCTYPE html>"), PNG).contains("web page");
        assertRefused(Made.text("%PDF-1.7"), PNG).contains("PDF");
        assertRefused(Made.text("8BPS\0\1"), PNG).contains("Photoshop");
        assertRefused(Made.text("\0\0\0 ftypheic"), JPEG).contains("HEIC");
        assertRefused(Made.text("\0\0\0 ftypavif"), JPEG).contains("AVIF");
        assertRefused(Made.text("PK\3\4"), JPEG).contains("not a picture we know");
        assertRefused(new byte[0], PNG).contains("empty");
        assertRefused(new byte[1], PNG).contains("not a picture we know");
    }

    @ParameterizedTest
    @CsvSource({"0, 24", "40, 0", "-1, 24", "40, -2147483648"})
    void aPngWithoutPixelsIsRefused(int width, int height) {
        assertRefused(Made.png(width, height, 8, 2, new byte[100]), PNG).contains("no pixels");
    }

    @Test
    void aJpegWithoutPixelsIsRefused() {
        byte[] frame = {8, 0, 0, 0, 8, 1, 1, 0x11, 0};

        assertRefused(Made.withSegment(JPEG_FILE, 0xc0, frame), JPEG).contains("no pixels");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 100", "100, 7", "1, 40000000", "40000000, 1"})
    void aDotOrALineIsNoPhoto(int width, int height) {
        assertRefused(Made.png(width, height, 8, 0, new byte[0]), PNG)
                .contains(width + " x " + height, "at least 8");
    }

    @ParameterizedTest
    @CsvSource({"8, 200, true", "8, 201, false", "200, 8, true", "201, 8, false"})
    void onePhotoSideIsAtMost25TimesTheOther(int width, int height, boolean taken) {
        var file = Pictures.encodePng(Made.pixels(width, height, (_, _) -> 0xff336699));

        if (taken) {
            assertThat(PICTURES.normalise(file, PNG).size()).isEqualTo(new Size(width, height));
        } else {
            assertRefused(file, PNG).contains("long and thin");
        }
    }

    @Test
    @Timeout(60)
    void hugeClaimsAreRefusedBeforeAPixelIsDecoded() {
        var jpeg = JPEG_FILE.clone();
        ByteBuffer.wrap(jpeg).putInt(frame(jpeg), 0xffffffff);
        var webp = Made.webp(0, 16384, 16384, Made.riff("VP8 ", new byte[20]));
        long before = allocated();

        assertRefused(Made.png(65535, 65535, 8, 0, new byte[0]), PNG).contains("40 million");
        assertRefused(jpeg, JPEG).contains("65535 x 65535", "40 million");
        assertRefused(webp, WEBP).contains("16384 x 16384", "40 million");

        assertThat(allocated() - before).as("bytes that it took").isLessThan(10_000_000);
    }

    @Test
    @Timeout(60)
    void aWebpThatIsLargerWithinThanItSaysIsRefusedBeforeAPixelIsDecoded() {
        var inner = Arrays.copyOfRange(Made.LOSSY_WEBP, 20, Made.LOSSY_WEBP.length);
        ByteBuffer.wrap(inner).order(ByteOrder.LITTLE_ENDIAN).putInt(6, 0x3fff3fff);
        long before = allocated();

        assertRefused(Made.webp(0, 32, 12, Made.riff("VP8 ", inner)), WEBP).contains("damaged");

        assertThat(allocated() - before).as("bytes that it took").isLessThan(1_000_000);
    }

    @Test
    @Timeout(60)
    void notesThatUnpackToGigabytesAreNotUnpacked() {
        var bomb = deflatedZeros(60_000_000);
        assertThat(bomb).hasSizeLessThan(75_000);
        var text = Made.withChunk(PNG_FILE, "zTXt", Made.join(Made.text("a\0\0"), bomb));
        var profile = Made.withChunk(PNG_FILE, "iCCP", Made.join(Made.text("a\0\0"), bomb));
        long before = allocated();

        assertThat(PICTURES.normalise(text, PNG).size()).isEqualTo(new Size(40, 24));
        assertThat(PICTURES.normalise(profile, PNG).size()).isEqualTo(new Size(40, 24));

        assertThat(allocated() - before).as("bytes that it took").isLessThan(20_000_000);
    }

    @Test
    @Timeout(60)
    void pixelsThatUnpackToMoreThanTheRowsAreNotUnpackedFurther() {
        var bomb =
                Made.join(
                        Arrays.copyOf(PNG_FILE, 33),
                        Made.chunk("IDAT", deflatedZeros(60_000_000)),
                        Made.chunk("IEND", new byte[0]));
        long before = allocated();

        assertThat(PICTURES.normalise(bomb, PNG).size()).isEqualTo(new Size(40, 24));

        assertThat(allocated() - before).as("bytes that it took").isLessThan(20_000_000);
    }

    @Test
    @Timeout(60)
    void aJpegOfThousandsOfScansIsRefusedBeforeAPixelIsDecoded() {
        var pixels = Made.pixels(64, 64, (x, y) -> 0xff000000 | (x * 4) << 16 | (y * 4));
        var file = Printed.jpeg(pixels, Printed.Manner.ADOBE, true);
        int last = lastScan(file);
        var scan = Arrays.copyOfRange(file, last, file.length - 2);
        var parts = new byte[5001][];
        Arrays.fill(parts, scan);
        parts[0] = Arrays.copyOf(file, last);
        var bomb =
                Made.join(Made.join(parts), Arrays.copyOfRange(file, file.length - 2, file.length));

        assertRefused(bomb, JPEG).contains("rare variety");
        assertThat(PICTURES.normalise(file, JPEG).size()).isEqualTo(pixels.size());
    }

    @Test
    void aTruncatedPictureIsRefused() {
        for (byte[] file : new byte[][] {PNG_FILE, JPEG_FILE, Made.LOSSY_WEBP}) {
            var type = PictureHeader.read(file).orElseThrow().type();
            for (int left = 12; left < file.length; left += file.length / 20) {
                assertRefused(Arrays.copyOf(file, left), type).isNotEmpty();
            }
            assertRefused(Arrays.copyOf(file, file.length - 1), type).contains("too early");
        }
    }

    @Test
    void anAnimationIsRefused() {
        var png = Made.withChunk(PNG_FILE, "acTL", new byte[8]);
        var flag = Made.webp(0x02, 16, 8, Made.riff("VP8L", new byte[20]));
        var frame = Made.webp(0, 16, 8, Made.riff("ANMF", new byte[24]));

        assertRefused(png, PNG).contains("animation");
        assertRefused(flag, WEBP).contains("animation");
        assertRefused(frame, WEBP).contains("animation");
    }

    @Test
    void damagedPixelsAreRefused() {
        var noise =
                Made.pixels(
                        64,
                        64,
                        (x, y) -> 0xff000000 | (((x * 7919) ^ (y * 104729)) * 2654435) >>> 8);
        var jpeg = Pictures.encodeJpeg(noise);
        // A code of nothing but ones is in no table; after FF, a zero says that it is no marker.
        for (int i = 0; i < 200; i++) {
            jpeg[jpeg.length / 2 + i] = (byte) (i % 2 == 0 ? 0xff : 0);
        }
        var checksum = PNG_FILE.clone();
        checksum[checksum.length - 13] ^= 1;
        var unpackable =
                Made.join(
                        Arrays.copyOf(PNG_FILE, 33),
                        Made.chunk("IDAT", Made.text("not deflated")),
                        Made.chunk("IEND", new byte[0]));

        assertRefused(jpeg, JPEG).contains("damaged");
        assertRefused(checksum, PNG).contains("bytes changed");
        assertRefused(unpackable, PNG).contains("cannot be decoded");
        assertRefused(Made.png(8, 8, 8, 0, new byte[9]), PNG).contains("cannot be decoded");
        assertRefused(Made.png(8, 8, 3, 0, new byte[80]), PNG).contains("cannot be decoded");
        assertRefused(Made.png(8, 8, 8, 3, new byte[80]), PNG).contains("cannot be decoded");
    }

    @Test
    void aTypeOtherThanTheAnnouncedIsRefused() {
        assertRefused(PNG_FILE, JPEG).contains("image/jpeg", "image/png");
        assertRefused(JPEG_FILE, WEBP).contains("image/webp", "image/jpeg");
    }

    @Test
    void aBrokenNoteIsNoReasonToRefuseAPicture() {
        var time = Made.withChunk(PNG_FILE, "tIME", new byte[0]);
        var size = Made.withChunk(PNG_FILE, "pHYs", new byte[1]);

        assertThat(PICTURES.normalise(time, PNG).size()).isEqualTo(new Size(40, 24));
        assertThat(PICTURES.normalise(size, PNG).size()).isEqualTo(new Size(40, 24));
    }

    @Test
    void aPageInANoteIsGone() {
        var page = Made.text("Comment\0<html><script>alert(1)</script></html>");
        var png = Made.withChunk(PNG_FILE, "tEXt", page);
        var jpeg = Made.withSegment(JPEG_FILE, 0xfe, page);

        assertThat(Made.contains(png, "alert") && Made.contains(jpeg, "alert")).isTrue();
        assertThat(Made.contains(PICTURES.normalise(png, PNG).bytes(), "alert")).isFalse();
        assertThat(Made.contains(PICTURES.normalise(jpeg, JPEG).bytes(), "alert")).isFalse();
    }

    private static AbstractStringAssert<?> assertRefused(byte[] bytes, MediaType declared) {
        try {
            PICTURES.normalise(bytes, declared);
        } catch (FailureException e) {
            return assertThat(((Failure.PictureRefused) e.failure()).reason()).endsWith(".");
        }
        throw new AssertionError("was not refused");
    }

    /// Where the height stands, right before the width.
    private static int frame(byte[] jpeg) {
        return find(jpeg, 0, (byte) 0xc0) + 5;
    }

    /// Where the last scan begins.
    private static int lastScan(byte[] jpeg) {
        int last = 0;
        for (int at = find(jpeg, 0, (byte) 0xda); at >= 0; at = find(jpeg, at + 1, (byte) 0xda)) {
            last = at;
        }
        return last;
    }

    private static int find(byte[] jpeg, int from, byte marker) {
        for (int i = from; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == marker) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] deflatedZeros(int bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(new byte[bytes]);
            deflater.finish();
            byte[] packed = new byte[bytes / 800];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }

    /// By this thread, since it began.
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
