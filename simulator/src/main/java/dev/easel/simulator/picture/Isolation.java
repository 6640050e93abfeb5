package dev.easel.simulator.picture;

/// Puts the subject, cut out and centred, on a light studio ground with a soft shadow.
public final class Isolation {

    private static final double ROOM = 0.78;

    private Isolation() {}

    public static Picture of(Picture photo, Sizes.Size size) {
        var cut = CutOut.of(photo);
        var bounds =
                Mask.where(cut.width(), cut.height(), i -> Colour.alpha(cut.at(i)) > 127).bounds();
        var subject =
                bounds.isEmpty()
                        ? cut
                        : cut.crop(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        double scale =
                ROOM
                        * Math.min(
                                size.width() / (double) subject.width(),
                                size.height() / (double) subject.height());
        var sized =
                subject.scaledTo(
                        (int) Math.max(1, subject.width() * scale),
                        (int) Math.max(1, subject.height() * scale));
        int left = (size.width() - sized.width()) / 2;
        int top = (size.height() - sized.height()) / 2;
        var ground = ground(size, top + sized.height(), sized.width());
        return ground.map(i -> {
            int x = i % size.width() - left;
            int y = i / size.width() - top;
            boolean inside = x >= 0 && y >= 0 && x < sized.width() && y < sized.height();
            return inside ? Backdrop.over(sized.at(x, y), ground.at(i)) : ground.at(i);
        });
    }

    private static Picture ground(Sizes.Size size, int floor, int spread) {
        var light = Picture.filled(size.width(), size.height(), Colour.WHITE);
        return light.map(i -> {
            int row = i / size.width();
            double x = (i % size.width() - size.width() / 2.0) / (spread * 0.55);
            double y = (row - floor) / (size.height() * 0.035);
            double shadow = 70 * Math.exp(-(x * x + y * y) * 1.4);
            double tone = 248 - 10.0 * row / size.height() - shadow;
            return Colour.of(tone, tone, tone + 1);
        });
    }
}
