package dev.easel.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the one thing that we want from EXIF: how the picture is turned. The rest is thrown away
/// with the file.
final class Exif {

    private static final int LITTLE = 0x4949;
    private static final int BIG = 0x4d4d;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private Exif() {}

    /// `tiff` begins at the byte-order mark. What cannot be read is upright: a broken note is no
    /// reason to refuse a picture.
    static Orientation orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return Orientation.UPRIGHT;
        }
        int order = tiff.getShort(0);
        if (order != LITTLE && order != BIG) {
            return Orientation.UPRIGHT;
        }
        var view =
                tiff.slice()
                        .order(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(view.getInt(4));
        if (directory + 2 > view.limit()) {
            return Orientation.UPRIGHT;
        }
        int entries = Short.toUnsignedInt(view.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + (long) i * ENTRY_BYTES;
            if (at + ENTRY_BYTES > view.limit()) {
                return Orientation.UPRIGHT;
            }
            if (Short.toUnsignedInt(view.getShort((int) at)) == ORIENTATION_TAG) {
                return Orientation.of(view.getShort((int) at + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
