package dev.easel.simulator.picture;

/// Puts what a reference shows into the masked region of a photo.
public final class Reference {

    private static final int FEATHER = 3;

    private Reference() {}

    /// The middle of the reference covers the mask's box, in the tone of the photo round it;
    /// nothing else changes.
    public static Picture into(Picture photo, Mask mask, Picture reference) {
        var box = mask.bounds();
        if (box.isEmpty()) {
            return photo;
        }
        var piece = covering(reference, box.width(), box.height());
        var around =
                box.grown(
                        Math.max(8, Math.max(box.width(), box.height()) / 4),
                        photo.width(),
                        photo.height());
        var toned =
                Tone.of(photo.crop(around.x(), around.y(), around.width(), around.height()))
                        .given(piece, 0.35);
        var inner = mask.shrunk(FEATHER);
        return photo.map(i -> {
            if (!mask.at(i)) {
                return photo.at(i);
            }
            int patch = toned.at(i % photo.width() - box.x(), i / photo.width() - box.y());
            return Colour.mix(photo.at(i), patch, inner.at(i) ? 1 : 0.6);
        });
    }

    private static Picture covering(Picture reference, int width, int height) {
        double scale =
                Math.max(width / (double) reference.width(), height / (double) reference.height());
        var sized =
                reference.scaledTo(
                        (int) Math.max(width, Math.ceil(reference.width() * scale)),
                        (int) Math.max(height, Math.ceil(reference.height() * scale)));
        return sized.crop(
                (sized.width() - width) / 2, (sized.height() - height) / 2, width, height);
    }
}
