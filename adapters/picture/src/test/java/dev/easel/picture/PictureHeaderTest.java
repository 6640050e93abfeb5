package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class PictureHeaderTest {

    private static final byte[] PNG = Made.file("png", Made.quarters(40, 24));
    private static final byte[] JPEG = Made.file("jpeg", Made.quarters(40, 24));

    @Test
    void aPngTellsItsSizeInItsFirst33Bytes() {
        assertThat(PictureHeader.read(Arrays.copyOf(PNG, 33)))
                .contains(header(MediaType.PNG, 40, 24));
        assertThat(PictureHeader.read(Arrays.copyOf(PNG, 28))).isEmpty();
    }

    @Test
    void aJpegTellsItsSizeBehindManyLongNotes() {
        var noted = JPEG;
        for (int i = 0; i < 40; i++) {
            noted = Made.withSegment(noted, 0xe1, new byte[65_533]);
        }

        assertThat(noted).hasSizeGreaterThan(2_600_000);
        assertThat(PictureHeader.read(noted)).contains(header(MediaType.JPEG, 40, 24));
    }

    @Test
    void aJpegMayHaveFillBytesBeforeAMarkerAndTablesBeforeItsSize() {
        byte[] frame = {8, 0, 24, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1};
        byte[] start = {(byte) 0xff, (byte) 0xd8};
        byte[] fill = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
        var tables =
                Made.withSegment(Made.withSegment(start, 0xc4, new byte[20]), 0xcc, new byte[2]);

        var progressive = Made.join(tables, fill, Made.text("\u00ff\u00c2\u0000\u0011"), frame);

        assertThat(PictureHeader.read(progressive)).contains(header(MediaType.JPEG, 40, 24));
    }

    @Test
    void everyKindOfWebpTellsItsSize() {
        assertThat(PictureHeader.read(Made.LOSSY_WEBP)).contains(header(MediaType.WEBP, 32, 12));
        assertThat(PictureHeader.read(Made.LOSSLESS_WEBP)).contains(header(MediaType.WEBP, 16, 8));
        assertThat(PictureHeader.read(Made.EXTENDED_WEBP)).contains(header(MediaType.WEBP, 16, 8));
        assertThat(PictureHeader.read(Made.webp(0, 16384, 1)))
                .contains(header(MediaType.WEBP, 16384, 1));
    }

    @Test
    void aTurnedPictureTellsTheSizeThatAViewerSees() {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            var header = PictureHeader.read(Made.withExif(JPEG, 6, order)).orElseThrow();

            assertThat(header.orientation()).isEqualTo(Orientation.TURN_RIGHT);
            assertThat(header.stored()).isEqualTo(new Size(40, 24));
            assertThat(header.size()).isEqualTo(new Size(24, 40));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 4711})
    void anOrientationThatDoesNotExistIsUpright(int orientation) {
        var bytes = Made.withExif(JPEG, orientation, ByteOrder.BIG_ENDIAN);

        assertThat(PictureHeader.read(bytes)).contains(header(MediaType.JPEG, 40, 24));
    }

    @Test
    void brokenNotesAreNoReasonToRefuseAPicture() {
        var whole = Made.exif(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 24; length++) {
            var exif = Made.join(Made.text("Exif"), new byte[2], Arrays.copyOf(whole, length));

            assertThat(PictureHeader.read(Made.withSegment(JPEG, 0xe1, exif)))
                    .contains(header(MediaType.JPEG, 40, 24));
        }
    }

    @Test
    void aFileOnDiskIsReadLikeBytes(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("picture.bin"), JPEG);
        var empty = Files.createFile(directory.resolve("empty"));

        assertThat(PictureHeader.read(file)).contains(header(MediaType.JPEG, 40, 24));
        assertThat(PictureHeader.read(empty)).isEmpty();
    }

    @Test
    void noBeginningOfAPictureMakesItThrow() {
        for (byte[] picture : new byte[][] {PNG, JPEG, Made.LOSSY_WEBP, Made.EXTENDED_WEBP}) {
            for (int length = 0; length < picture.length; length++) {
                var start = Arrays.copyOf(picture, length);
                assertThat(PictureHeader.read(start))
                        .satisfiesAnyOf(
                                header -> assertThat(header).isEmpty(),
                                header ->
                                        assertThat(header).isEqualTo(PictureHeader.read(picture)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "<!DOCTYPE html><html>", "<svg xmlns=''/>", "\u00ff\u00d8"})
    void anythingElseIsNoPicture(String start) {
        assertThat(PictureHeader.read(Made.text(start))).isEmpty();
    }

    private static PictureHeader header(MediaType type, int width, int height) {
        return new PictureHeader(type, new Size(width, height), Orientation.UPRIGHT);
    }
}
