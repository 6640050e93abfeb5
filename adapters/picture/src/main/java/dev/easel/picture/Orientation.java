package dev.easel.picture;

import dev.easel.image.Size;

/// How the stored rows of a picture have to be turned before somebody sees it, as EXIF numbers it
/// from 1 to 8.
///
/// Each of the eight is: swap rows and columns or not, then mirror left and right or not, then
/// mirror top and bottom or not.
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    private final boolean swapped;
    private final boolean mirroredX;
    private final boolean mirroredY;

    Orientation(boolean swapped, boolean mirroredX, boolean mirroredY) {
        this.swapped = swapped;
        this.mirroredX = mirroredX;
        this.mirroredY = mirroredY;
    }

    /// Anything but 1 to 8 is upright, as in a browser.
    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /// The size that a viewer sees.
    Size shown(Size stored) {
        return swapped
                ? new Size(/* width= */ stored.height(), /* height= */ stored.width())
                : stored;
    }

    /// Writes one stored row to where a viewer sees it.
    void place(int[] row, int y, Size stored, int[] target) {
        if (this == UPRIGHT) {
            System.arraycopy(row, 0, target, y * stored.width(), stored.width());
            return;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        int step = swapped ? (mirroredY ? -width : width) : (mirroredX ? -1 : 1);
        int shownX = swapped ? y : 0;
        int shownY = swapped ? 0 : y;
        int at =
                (mirroredY ? height - 1 - shownY : shownY) * width
                        + (mirroredX ? width - 1 - shownX : shownX);
        for (int x = 0; x < stored.width(); x++, at += step) {
            target[at] = row[x];
        }
    }
}
