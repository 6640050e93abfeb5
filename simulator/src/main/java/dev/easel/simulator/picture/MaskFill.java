package dev.easel.simulator.picture;

import java.util.random.RandomGenerator;

/// Takes an object out of a photo: the masked region is filled from its surroundings, every other
/// pixel stays as it was.
///
/// The fill is found patch by patch on a reduced copy of the neighbourhood ([PatchField], coarse to
/// fine), so that the time is bounded whatever the size of the photo; the detail is then copied
/// from the photo itself at full size.
public final class MaskFill {

    /// Hole pixels of the reduced copy: bounds the time to about a second on one core.
    private static final int HOLE_PIXELS_MAX = 24_000;

    private static final int REGION_PIXELS_MAX = 200_000;
    private static final int MARGIN_MIN = 48;

    private final Picture photo;
    private final Mask mask;
    private final RandomGenerator random;

    private MaskFill(Picture photo, Mask mask, RandomGenerator random) {
        this.photo = photo;
        this.mask = mask;
        this.random = random;
    }

    public static Picture fill(Picture photo, Mask mask, RandomGenerator random) {
        int painted = mask.count();
        if (painted == 0 || painted == photo.size()) {
            return photo;
        }
        return new MaskFill(photo, mask, random).filled(painted);
    }

    private Picture filled(int painted) {
        var region = region(painted);
        double scale =
                Math.min(
                        Math.sqrt(HOLE_PIXELS_MAX / (double) painted),
                        Math.sqrt(REGION_PIXELS_MAX / (double) (region.width() * region.height())));
        int factor = (int) Math.max(1, Math.ceil(1 / scale - 0.001));
        var crop = photo.crop(region.x(), region.y(), region.width(), region.height());
        var small =
                crop.scaledTo(
                        Math.max(1, region.width() / factor),
                        Math.max(1, region.height() / factor));
        var field = Pyramid.fill(Layer.of(small, hole(region, small, factor)), random);
        var raw = photo.map(i -> mask.at(i) ? colour(i, region, field, factor) : photo.at(i));
        return seamed(Glaze.over(raw, mask));
    }

    /// The surroundings to learn from: the wider, the larger the hole.
    private Box region(int painted) {
        var bounds = mask.bounds();
        int margin = Math.max(MARGIN_MIN, Math.max(bounds.width(), bounds.height()) * 3 / 4);
        var region = bounds.grown(margin, photo.width(), photo.height());
        boolean tooLittle = painted * 3L > (long) region.width() * region.height();
        return tooLittle ? new Box(0, 0, photo.width(), photo.height()) : region;
    }

    private Mask hole(Box region, Picture small, int factor) {
        return Mask.where(
                small.width(),
                small.height(),
                i -> {
                    int left = region.x() + i % small.width() * factor;
                    int top = region.y() + i / small.width() * factor;
                    for (int y = top; y < top + factor; y++) {
                        for (int x = left; x < left + factor; x++) {
                            if (mask.at(x, y)) {
                                return true;
                            }
                        }
                    }
                    return false;
                });
    }

    private int colour(int index, Box region, PatchField field, int factor) {
        int x = index % photo.width() - region.x();
        int y = index / photo.width() - region.y();
        int smallX = Math.min(x / factor, field.width() - 1);
        int smallY = Math.min(y / factor, field.height() - 1);
        int smooth = field.colour(smallY * field.width() + smallX);
        if (factor == 1) {
            return smooth;
        }
        int source = field.matchNear(smallX, smallY);
        int sourceX =
                region.x()
                        + Math.min(
                                source % field.width() * factor + x % factor, region.width() - 1);
        int sourceY =
                region.y()
                        + Math.min(
                                source / field.width() * factor + y % factor, region.height() - 1);
        int detail = photo.at(sourceX, sourceY);
        return Colour.of(
                Colour.red(detail) * 0.75 + Colour.red(smooth) * 0.25,
                Colour.green(detail) * 0.75 + Colour.green(smooth) * 0.25,
                Colour.blue(detail) * 0.75 + Colour.blue(smooth) * 0.25);
    }

    /// Softens the first pixel inside the mask towards its neighbours outside, which are not
    /// touched.
    private Picture seamed(Picture raw) {
        var edge = mask.inverted().grown(1);
        return raw.map(
                i -> mask.at(i) && edge.at(i) ? Colour.mix(raw.at(i), outside(i), 0.4) : raw.at(i));
    }

    private int outside(int index) {
        int x = index % photo.width();
        int y = index / photo.width();
        int count = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside =
                        x + dx >= 0
                                && y + dy >= 0
                                && x + dx < photo.width()
                                && y + dy < photo.height();
                if (inside && !mask.at(x + dx, y + dy)) {
                    int pixel = photo.at(x + dx, y + dy);
                    red += Colour.red(pixel);
                    green += Colour.green(pixel);
                    blue += Colour.blue(pixel);
                    count++;
                }
            }
        }
        return Colour.of(red / count, green / count, blue / count);
    }
}
