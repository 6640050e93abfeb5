package dev.easel.web;

import com.microsoft.playwright.options.FilePayload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// A photo as a camera writes it that was held upright: its pixels lie on their side, and an EXIF segment says
/// how they are to be turned.
final class TurnedPhoto {

    static final int SEEN_WIDTH = 427;
    static final int SEEN_HEIGHT = 640;

    /// Orientation 6: a quarter to the right.
    private static final byte[] SEGMENT =
            segment(
                    // Motorola's order of bytes; the directory begins at 8 and has one entry.
                    "MM\0*\0\0\0\b"
                            + "\0\1"
                            + "\1\22"
                            + "\0\3"
                            + "\0\0\0\1"
                            + "\0\6\0\0"
                            + "\0\0\0\0");

    private TurnedPhoto() {}

    static FilePayload file() {
        try {
            var photo = Files.readAllBytes(BrowserTest.PHOTOS.resolve("pagoda.jpg"));
            var turned = new ByteArrayOutputStream();
            turned.write(photo, 0, 2);
            turned.write(SEGMENT);
            turned.write(photo, 2, photo.length - 2);
            return new FilePayload("upright.jpg", "image/jpeg", turned.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] segment(String tiff) {
        var body = ("Exif\0\0" + tiff).getBytes(StandardCharsets.ISO_8859_1);
        var segment = new byte[body.length + 4];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xe1;
        segment[2] = (byte) ((body.length + 2) >> 8);
        segment[3] = (byte) (body.length + 2);
        System.arraycopy(body, 0, segment, 4, body.length);
        return segment;
    }
}
