package dev.easel.simulator.picture;

import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Paints what the words say: a sky, something at the horizon, something in front. The same words
/// give the same picture.
public final class Painting {

    private final Graphics2D brush;
    private final Words words;
    private final Palette palette;
    private final RandomGenerator random;
    private final double width;
    private final double height;
    private final double horizon;

    private Painting(Graphics2D brush, Words words, int width, int height, RandomGenerator random) {
        this.brush = brush;
        this.words = words;
        this.palette = Palette.of(words);
        this.random = random;
        this.width = width;
        this.height = height;
        this.horizon = height * (0.55 + random.nextDouble() * 0.12);
    }

    /// `variant` tells the pictures of one request apart.
    public static Picture of(String text, Sizes.Size size, int variant) {
        var words = Words.of(text + (variant == 0 ? "" : " #" + variant));
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        var brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        new Painting(brush, words, size.width(), size.height(), words.random()).paint();
        brush.dispose();
        return Picture.of(image);
    }

    private void paint() {
        sky();
        boolean city = words.say("city", "skyline", "town", "street", "tower", "building");
        boolean sea =
                words.say("sea", "ocean", "lake", "water", "beach", "river", "boat", "harbour");
        if (words.say("mountain", "hill", "alp", "peak", "landscape") || (!city && !sea)) {
            mountains();
        }
        if (city) {
            city();
        }
        ground(sea);
        if (words.say("forest", "tree", "wood", "park", "garden")) {
            trees();
        }
        if (words.say("flower", "meadow", "garden", "rose", "tulip", "spring")) {
            flowers();
        }
        new Motif(brush, words, palette, width, height).paint();
        if (words.say("snow", "winter")) {
            flakes();
        }
    }

    private void sky() {
        brush.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Palette.awt(palette.skyTop()),
                        0,
                        (float) horizon,
                        Palette.awt(palette.skyLow())));
        brush.fill(new Rectangle2D.Double(0, 0, width, height));
        boolean night = words.say("night", "midnight", "star", "moon");
        if (night) {
            for (int n = 0; n < 160; n++) {
                dot(
                        random.nextDouble() * width,
                        random.nextDouble() * horizon,
                        unit(1 + random.nextDouble() * 2),
                        200);
            }
        }
        double x = width * (0.2 + random.nextDouble() * 0.6);
        double y = horizon * (0.25 + random.nextDouble() * 0.4);
        for (int ring = 12; ring >= 1; ring--) {
            dot(x, y, unit(46) * (1 + ring * 0.22), 12);
        }
        dot(x, y, unit(46), 255);
        for (int n = 0; !night && n < 4; n++) {
            cloud(random.nextDouble() * width, horizon * (0.1 + random.nextDouble() * 0.6));
        }
    }

    private void cloud(double x, double y) {
        var cloud = new Area();
        for (int puff = 0; puff < 9; puff++) {
            double dx = (puff - 4) * unit(26);
            double radius = unit(30 + random.nextDouble() * 26) * (1 - Math.abs(puff - 4) * 0.13);
            cloud.add(
                    new Area(
                            new Ellipse2D.Double(
                                    x + dx - radius, y - radius * 1.3, radius * 2, radius * 2)));
        }
        cloud.subtract(new Area(new Rectangle2D.Double(x - unit(400), y, unit(800), unit(200))));
        brush.setPaint(Palette.awt(Colour.withAlpha(palette.light(), 150)));
        brush.fill(cloud);
    }

    private void mountains() {
        for (int layer = 0; layer < 4; layer++) {
            double share = layer / 3.0;
            double rise = height * (0.34 - 0.08 * layer) * (0.8 + random.nextDouble() * 0.4);
            double foot = horizon + height * 0.05 * layer;
            ridge(
                    foot,
                    rise,
                    Colour.mix(
                            Colour.mix(palette.far(), palette.skyLow(), 0.5),
                            palette.near(),
                            share));
        }
    }

    /// Sums of waves: the higher their frequency, the lower they are.
    private void ridge(double foot, double rise, int colour) {
        double[] phases = random.doubles(7, 0, Math.PI * 2).toArray();
        var path = new Path2D.Double();
        path.moveTo(0, height);
        for (double x = 0; x <= width + 2; x += Math.max(1, width / 600)) {
            double sum = 0;
            for (int octave = 0; octave < phases.length; octave++) {
                double wave = Math.sin(x / width * Math.PI * (1.3 + octave * 2.7) + phases[octave]);
                sum += (octave < 3 ? wave : 1 - 2 * Math.abs(wave)) / (1.4 + octave * 1.5);
            }
            path.lineTo(x, foot - rise * (0.45 + 0.3 * sum));
        }
        path.lineTo(width + 2, height);
        path.closePath();
        brush.setPaint(
                new GradientPaint(
                        0,
                        (float) (foot - rise),
                        Palette.awt(colour),
                        0,
                        (float) (foot + rise),
                        Palette.awt(Colour.mix(colour, palette.skyLow(), 0.35))));
        brush.fill(path);
    }

    private void city() {
        for (int row = 0; row < 2; row++) {
            for (double x = -unit(20); x < width; x += unit(46 + random.nextDouble() * 40)) {
                double wide = unit(40 + random.nextDouble() * 46);
                double tall = height * (0.12 + random.nextDouble() * (row == 0 ? 0.34 : 0.2));
                house(x, horizon - tall + unit(10), wide, tall + height * 0.02, row);
            }
        }
    }

    private void house(double x, double y, double wide, double tall, int row) {
        brush.setPaint(
                Palette.awt(Colour.mix(palette.far(), palette.near(), row == 0 ? 0.3 : 0.85)));
        brush.fill(new Rectangle2D.Double(x, y, wide, tall));
        double step = unit(13);
        for (double top = y + step; top < y + tall - step; top += step * 1.3) {
            for (double left = x + step * 0.6; left < x + wide - step; left += step) {
                if (random.nextDouble() < 0.45) {
                    brush.setPaint(
                            Palette.awt(
                                    Colour.withAlpha(palette.light(), 90 + random.nextInt(150))));
                    brush.fill(new Rectangle2D.Double(left, top, step * 0.5, step * 0.7));
                }
            }
        }
    }

    private void ground(boolean sea) {
        int top =
                sea
                        ? Colour.mix(palette.skyTop(), palette.skyLow(), 0.4)
                        : Colour.mix(palette.near(), palette.light(), 0.2);
        int low =
                sea
                        ? Colour.mix(palette.skyTop(), 0xFF0B2A3F, 0.55)
                        : Colour.mix(palette.near(), 0xFF141810, 0.45);
        double from = sea ? horizon : horizon + height * 0.12;
        brush.setPaint(
                new GradientPaint(
                        0, (float) from, Palette.awt(top), 0, (float) height, Palette.awt(low)));
        brush.fill(new Rectangle2D.Double(0, from, width, height - from));
        for (int n = 0; n < 260; n++) {
            double depth = Math.pow(random.nextDouble(), 1.6);
            double y = from + depth * (height - from);
            double length = unit(6 + 70 * depth) * (0.5 + random.nextDouble());
            int tone = random.nextBoolean() ? palette.light() : low;
            brush.setPaint(Palette.awt(Colour.withAlpha(tone, 22 + random.nextInt(30))));
            brush.fill(
                    new Ellipse2D.Double(
                            random.nextDouble() * width - length / 2,
                            y,
                            length,
                            unit(1 + 3 * depth)));
        }
    }

    private void trees() {
        for (int n = 0; n < 26; n++) {
            double depth = n / 26.0;
            double tall = height * (0.08 + 0.22 * depth) * (0.8 + random.nextDouble() * 0.4);
            double x = random.nextDouble() * width;
            double foot = horizon + height * (0.1 + 0.3 * depth);
            int leaf = Colour.mix(Colour.mix(palette.far(), 0xFF2E5B3A, 0.6), 0xFF16301F, depth);
            brush.setPaint(Palette.awt(leaf));
            for (int tier = 0; tier < 4; tier++) {
                double wide = tall * (0.14 + tier * 0.07);
                double y = foot - tall + tier * tall * 0.22;
                var path = new Path2D.Double();
                path.moveTo(x, y);
                path.lineTo(x + wide, y + tall * 0.36);
                path.lineTo(x - wide, y + tall * 0.36);
                path.closePath();
                brush.fill(path);
            }
        }
    }

    private void flowers() {
        for (int n = 0; n < 120; n++) {
            double depth = n / 120.0;
            double x = random.nextDouble() * width;
            double y = horizon + height * 0.14 + depth * depth * (height * 0.86 - horizon);
            double size = unit(3 + 13 * depth);
            int petal =
                    Colour.mix(
                            palette.accent(),
                            random.nextBoolean() ? palette.light() : 0xFFD9486E,
                            random.nextDouble() * 0.5);
            brush.setPaint(Palette.awt(petal));
            for (int leaf = 0; leaf < 6; leaf++) {
                double angle = leaf * Math.PI / 3 + depth * 7;
                double dx = Math.cos(angle) * size * 0.8;
                double dy = Math.sin(angle) * size * 0.6;
                brush.fill(new Ellipse2D.Double(x + dx - size / 2, y + dy - size / 2, size, size));
            }
            dot(x, y, size * 0.45, 240);
        }
    }

    private void flakes() {
        for (int n = 0; n < 300; n++) {
            dot(
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    unit(1.5 + random.nextDouble() * 4),
                    210);
        }
    }

    private void dot(double x, double y, double radius, int alpha) {
        brush.setPaint(Palette.awt(Colour.withAlpha(palette.light(), alpha)));
        brush.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    /// A length in thousandths of the picture's scale.
    private double unit(double thousandths) {
        return thousandths * Math.sqrt(width * height) / 1000;
    }
}
