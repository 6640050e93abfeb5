package dev.easel.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// The thing in the foreground, if the words name one that can be drawn.
final class Motif {

    private final Graphics2D brush;
    private final Words words;
    private final Palette palette;
    private final double x;
    private final double y;
    private final double size;

    Motif(Graphics2D brush, Words words, Palette palette, double width, double height) {
        this.brush = brush;
        this.words = words;
        this.palette = palette;
        this.size = Math.min(width, height) * 0.42;
        this.x = width / 2;
        this.y = height * 0.72;
    }

    void paint() {
        if (words.say("bicycle", "bike")) {
            bicycle();
        } else if (words.say("cup", "mug", "coffee", "tea", "bowl", "vase")) {
            cup();
        } else if (words.say("boat", "ship", "sailboat")) {
            boat();
        } else if (words.say("house", "cabin", "hut", "cottage", "barn")) {
            house();
        } else if (words.say("ball", "apple", "planet", "balloon", "orb", "fruit")) {
            ball();
        }
    }

    private int colour(String... names) {
        for (var name : names) {
            var found = words.colourOf(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return palette.accent();
    }

    private void shadow(double wide) {
        for (int ring = 6; ring >= 1; ring--) {
            brush.setPaint(Palette.awt(Colour.withAlpha(0xFF000000, 14)));
            double spread = wide * (0.8 + ring * 0.06);
            brush.fill(
                    new Ellipse2D.Double(
                            x - spread / 2,
                            y + size * 0.36 - spread * 0.05,
                            spread,
                            spread * 0.14));
        }
    }

    private void bicycle() {
        shadow(size * 1.3);
        double wheel = size * 0.27;
        double floor = y + size * 0.12;
        for (double side : new double[] {-1, 1}) {
            double centre = x + side * size * 0.42;
            pen(0xFF26262C, 0.03);
            brush.draw(new Ellipse2D.Double(centre - wheel, floor - wheel, wheel * 2, wheel * 2));
            pen(0xFFB9BCC4, 0.004);
            for (int spoke = 0; spoke < 12; spoke++) {
                double angle = spoke * Math.PI / 6;
                brush.draw(
                        new Line2D.Double(
                                centre,
                                floor,
                                centre + Math.cos(angle) * wheel,
                                floor + Math.sin(angle) * wheel));
            }
        }
        pen(colour("bicycle", "bike"), 0.035);
        line(-0.42, 0.12, -0.2, -0.22);
        line(-0.2, -0.22, 0.26, -0.24);
        line(0.26, -0.24, -0.04, 0.12);
        line(-0.04, 0.12, -0.42, 0.12);
        line(-0.24, -0.3, -0.04, 0.12);
        line(0.23, -0.36, 0.42, 0.12);
        pen(0xFF2B2320, 0.05);
        line(-0.32, -0.32, -0.17, -0.32);
        pen(0xFF2B2320, 0.03);
        line(0.13, -0.4, 0.24, -0.36);
    }

    private void cup() {
        shadow(size * 1.1);
        int body = colour("cup", "mug", "bowl", "vase", "coffee", "tea");
        pen(Colour.mix(body, 0xFF000000, 0.15), 0.07);
        brush.draw(
                new Arc2D.Double(
                        x + size * 0.24,
                        y - size * 0.16,
                        size * 0.28,
                        size * 0.3,
                        -100,
                        200,
                        Arc2D.OPEN));
        for (int strip = 0; strip < 60; strip++) {
            double share = strip / 59.0;
            double shade = Math.abs(share - 0.35);
            brush.setPaint(
                    Palette.awt(
                            Colour.mix(
                                    Colour.mix(body, 0xFFFFFFFF, 0.35),
                                    Colour.mix(body, 0xFF000000, 0.5),
                                    shade * 1.4)));
            double left = x - size * 0.36 + share * size * 0.72;
            double curve = Math.sqrt(Math.max(0, 1 - Math.pow(share * 2 - 1, 2)));
            brush.fill(
                    new Rectangle2D.Double(
                            left, y - size * 0.28, size * 0.72 / 55, size * (0.45 + 0.17 * curve)));
        }
        ellipse(Colour.mix(body, 0xFFFFFFFF, 0.6), -0.36, -0.36, 0.733, 0.16);
        ellipse(0xFF4A2C1C, -0.31, -0.33, 0.633, 0.11);
        ellipse(0xFFB98550, -0.22, -0.31, 0.3, 0.05);
    }

    private void boat() {
        double floor = y + size * 0.02;
        pen(0xFF4A3527, 0.02);
        brush.draw(new Line2D.Double(x, floor, x, floor - size * 0.75));
        brush.setPaint(Palette.awt(0xFFF6F1E4));
        brush.fill(
                triangle(
                        x + size * 0.02, floor - size * 0.75, x + size * 0.4, floor - size * 0.08));
        brush.setPaint(Palette.awt(Colour.mix(0xFFF6F1E4, palette.accent(), 0.35)));
        brush.fill(
                triangle(
                        x - size * 0.02, floor - size * 0.62, x - size * 0.3, floor - size * 0.08));
        var hull = new Path2D.Double();
        hull.moveTo(x - size * 0.45, floor - size * 0.02);
        hull.lineTo(x + size * 0.5, floor - size * 0.02);
        hull.quadTo(x + size * 0.36, floor + size * 0.16, x + size * 0.2, floor + size * 0.16);
        hull.lineTo(x - size * 0.3, floor + size * 0.16);
        hull.closePath();
        brush.setPaint(Palette.awt(colour("boat", "ship", "sailboat")));
        brush.fill(hull);
    }

    private void house() {
        shadow(size * 1.2);
        brush.setPaint(Palette.awt(colour("house", "cabin", "hut", "cottage", "barn")));
        brush.fill(
                new Rectangle2D.Double(x - size * 0.36, y - size * 0.2, size * 0.72, size * 0.56));
        var roof = new Path2D.Double();
        roof.moveTo(x - size * 0.46, y - size * 0.18);
        roof.lineTo(x, y - size * 0.56);
        roof.lineTo(x + size * 0.46, y - size * 0.18);
        roof.closePath();
        brush.setPaint(Palette.awt(0xFF4B3A36));
        brush.fill(roof);
        brush.setPaint(Palette.awt(0xFFFFE6A3));
        brush.fill(
                new Rectangle2D.Double(x - size * 0.26, y - size * 0.08, size * 0.16, size * 0.16));
        brush.fill(
                new Rectangle2D.Double(x + size * 0.1, y - size * 0.08, size * 0.16, size * 0.16));
        brush.setPaint(Palette.awt(0xFF3A2A22));
        brush.fill(
                new RoundRectangle2D.Double(
                        x - size * 0.07,
                        y + size * 0.08,
                        size * 0.14,
                        size * 0.28,
                        size * 0.04,
                        size * 0.04));
    }

    private void ball() {
        shadow(size * 0.8);
        int body = colour("ball", "apple", "planet", "balloon", "orb", "fruit");
        for (int ring = 40; ring >= 1; ring--) {
            double share = ring / 40.0;
            double radius = size * 0.36 * share;
            double shift = size * 0.1 * (1 - share);
            brush.setPaint(
                    Palette.awt(
                            Colour.mix(
                                    Colour.mix(body, 0xFFFFFFFF, 0.7),
                                    Colour.mix(body, 0xFF000000, 0.3),
                                    share)));
            brush.fill(
                    new Ellipse2D.Double(
                            x - radius - shift, y - radius - shift, radius * 2, radius * 2));
        }
    }

    private void pen(int colour, double thick) {
        brush.setPaint(Palette.awt(colour));
        brush.setStroke(
                new BasicStroke(
                        (float) (size * thick), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        brush.draw(
                new Line2D.Double(
                        x + fromX * size, y + fromY * size, x + toX * size, y + toY * size));
    }

    private void ellipse(int colour, double left, double top, double wide, double tall) {
        brush.setPaint(Palette.awt(colour));
        brush.fill(new Ellipse2D.Double(x + left * size, y + top * size, wide * size, tall * size));
    }

    private static Path2D triangle(double topX, double topY, double cornerX, double cornerY) {
        var path = new Path2D.Double();
        path.moveTo(topX, topY);
        path.lineTo(topX, cornerY);
        path.lineTo(cornerX, cornerY);
        path.closePath();
        return path;
    }
}
