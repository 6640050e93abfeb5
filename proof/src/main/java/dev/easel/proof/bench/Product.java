package dev.easel.proof.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A thing for sale.
///
/// @param outline where it ends
/// @param look a seed: the same shape with another look is another product
record Product(Shape outline, long look) {

    static Product within(int width, int height, RandomGenerator dice) {
        double wide = width * dice.nextDouble(0.35, 0.65);
        double high = height * dice.nextDouble(0.35, 0.65);
        double x = (width - wide) / 2 + dice.nextInt(-20, 20);
        double y = (height - high) / 2 + dice.nextInt(-20, 20);
        var outline =
                switch (dice.nextInt(4)) {
                    case 0 -> new RoundRectangle2D.Double(x, y, wide, high, 60, 60);
                    case 1 -> new Ellipse2D.Double(x, y, wide, high);
                    case 2 -> shirt(x, y, wide, high);
                    default -> bottle(x, y, wide, high);
                };
        return new Product(outline, dice.nextLong());
    }

    Product remade() {
        return new Product(outline, ~look);
    }

    Rectangle bounds() {
        return outline.getBounds();
    }

    void paint(Graphics2D pen) {
        var bounds = bounds();
        pen.setPaint(new TexturePaint(skin(bounds), bounds));
        pen.fill(outline);
    }

    private BufferedImage skin(Rectangle bounds) {
        var dice = new SplittableRandom(look);
        int width = bounds.width;
        int height = bounds.height;
        var skin = Texture.clouds(width, height, Drawing.colour(dice, 50, 190), 70, 6, dice);
        var pen = Drawing.pen(skin);
        int stripes = dice.nextInt(3, 9);
        for (int i = 0; i < stripes; i++) {
            pen.setColor(Drawing.colour(dice, 20, 235));
            pen.setStroke(new BasicStroke(dice.nextInt(2, 10)));
            int y = dice.nextInt(height);
            pen.drawLine(0, y, width, y + dice.nextInt(-30, 30));
        }
        pen.setColor(Drawing.colour(dice, 200, 255));
        double letter = Math.max(14, height / 9.0);
        Lettering.write(pen, width / 8.0, height / 3.0, letter, (int) (0.8 * width / letter), dice);
        shade(pen, width, height, dice);
        rim(pen, bounds, dice);
        return skin;
    }

    /// Light falls from one side.
    private static void shade(Graphics2D pen, int width, int height, RandomGenerator dice) {
        var dark = new Color(0, 0, 0, dice.nextInt(20, 70));
        var none = new Color(0, 0, 0, 0);
        pen.setPaint(
                dice.nextBoolean()
                        ? new GradientPaint(0, 0, none, width, 0, dark)
                        : new GradientPaint(0, 0, dark, width, 0, none));
        pen.fillRect(0, 0, width, height);
    }

    /// Things turn away from the light at their edge.
    private void rim(Graphics2D pen, Rectangle bounds, RandomGenerator dice) {
        pen.translate(-bounds.x, -bounds.y);
        pen.setColor(new Color(20, 20, 20, dice.nextInt(120, 256)));
        // Half of it lies outside and is not painted.
        pen.setStroke(new BasicStroke((float) dice.nextDouble(2, 5)));
        pen.draw(outline);
    }

    private static Shape shirt(double x, double y, double wide, double high) {
        return path(
                x, y, wide, high, 0.2, 0, 0.8, 0, 1, 0.3, 0.82, 0.35, 0.82, 1, 0.18, 1, 0.18, 0.35,
                0, 0.3);
    }

    private static Shape bottle(double x, double y, double wide, double high) {
        var path = new Path2D.Double();
        path.moveTo(x + 0.38 * wide, y);
        path.lineTo(x + 0.62 * wide, y);
        path.lineTo(x + 0.62 * wide, y + 0.22 * high);
        path.curveTo(
                x + 0.62 * wide,
                y + 0.36 * high,
                x + wide,
                y + 0.34 * high,
                x + wide,
                y + 0.52 * high);
        path.lineTo(x + wide, y + high);
        path.lineTo(x, y + high);
        path.lineTo(x, y + 0.52 * high);
        path.curveTo(
                x,
                y + 0.34 * high,
                x + 0.38 * wide,
                y + 0.36 * high,
                x + 0.38 * wide,
                y + 0.22 * high);
        path.closePath();
        return path;
    }

    private static Shape path(double x, double y, double wide, double high, double... points) {
        var path = new Path2D.Double();
        path.moveTo(x + points[0] * wide, y + points[1] * high);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(x + points[i] * wide, y + points[i + 1] * high);
        }
        path.closePath();
        return path;
    }
}
