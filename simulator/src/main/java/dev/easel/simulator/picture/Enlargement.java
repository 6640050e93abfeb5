package dev.easel.simulator.picture;

/// Makes a photo larger, and a little sharper than plain stretching would.
public final class Enlargement {

    private static final long PIXELS_MAX = 24_000_000;

    private Enlargement() {}

    /// By `factor`, or as far as 24 megapixels allow.
    public static Picture of(Picture photo, double factor) {
        double room = Math.sqrt(PIXELS_MAX / (double) photo.size());
        double scale = Math.max(1, Math.min(factor, room));
        var large =
                photo.scaledTo(
                        (int) Math.round(photo.width() * scale),
                        (int) Math.round(photo.height() * scale));
        return large.map(i -> sharpened(large, i));
    }

    private static int sharpened(Picture picture, int i) {
        int x = i % picture.width();
        int y = i / picture.width();
        if (x == 0 || y == 0 || x == picture.width() - 1 || y == picture.height() - 1) {
            return picture.at(i);
        }
        int left = picture.at(i - 1);
        int right = picture.at(i + 1);
        int up = picture.at(i - picture.width());
        int down = picture.at(i + picture.width());
        int here = picture.at(i);
        int sharp =
                Colour.of(
                        sharp(
                                Colour.red(here),
                                Colour.red(left)
                                        + Colour.red(right)
                                        + Colour.red(up)
                                        + Colour.red(down)),
                        sharp(
                                Colour.green(here),
                                Colour.green(left)
                                        + Colour.green(right)
                                        + Colour.green(up)
                                        + Colour.green(down)),
                        sharp(
                                Colour.blue(here),
                                Colour.blue(left)
                                        + Colour.blue(right)
                                        + Colour.blue(up)
                                        + Colour.blue(down)));
        return Colour.withAlpha(sharp, Colour.alpha(here));
    }

    private static double sharp(int here, int around) {
        return here + 0.5 * (here - around / 4.0);
    }
}
