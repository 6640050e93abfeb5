package dev.easel.picture;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.image.Size;

/// What shape a photo must have so that there is something in it to see and to edit.
final class PhotoRules {

    /// Less is a dot: no provider takes it, and nobody could judge what was made of it.
    private static final int SIDE_MIN = 8;

    /// Longer is a line. Scaled to a size at which it can be looked at, its short side would vanish.
    private static final int RATIO_MAX = 25;

    private PhotoRules() {}

    static void requireShape(Size photo) {
        long shorter = Math.min(photo.width(), photo.height());
        long longer = Math.max(photo.width(), photo.height());
        if (shorter < SIDE_MIN) {
            refuse(
                    "The picture is only %s pixels. Each side needs at least %d."
                            .formatted(photo, SIDE_MIN));
        }
        if (longer > RATIO_MAX * shorter) {
            refuse(
                    "The picture is %s pixels: too long and thin. One side may be at most %d times the other."
                            .formatted(photo, RATIO_MAX));
        }
    }

    private static void refuse(String reason) {
        throw new FailureException(new Failure.PictureRefused(reason));
    }
}
