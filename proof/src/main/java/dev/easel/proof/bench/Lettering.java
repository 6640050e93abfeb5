package dev.easel.proof.bench;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/// Something that looks like print. No font is used: which ones there are, and how they look,
/// differs from machine to machine, and a seed should not.
final class Lettering {

    private static final double WIDTH = 0.6;
    private static final double ADVANCE = 0.85;

    private Lettering() {}

    /// Paints a line of `letters` letters of this height with its top left corner at `x`, `y`.
    static void write(
            Graphics2D pen, double x, double y, double height, int letters, RandomGenerator dice) {
        pen.setStroke(
                new BasicStroke(
                        (float) Math.max(1, height / 6),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND));
        for (int i = 0; i < letters; i++) {
            pen.draw(letter(x + i * height * ADVANCE, y, height, dice));
        }
    }

    /// A walk over the points of a grid of 3 x 3.
    private static Path2D letter(double x, double y, double height, RandomGenerator dice) {
        var path = new Path2D.Double();
        int column = dice.nextInt(3);
        int row = 2 * dice.nextInt(2);
        path.moveTo(x + column * height * WIDTH / 2, y + row * height / 2);
        for (int i = 0; i < 4; i++) {
            if (dice.nextBoolean()) {
                column = (column + dice.nextInt(1, 3)) % 3;
            } else {
                row = (row + dice.nextInt(1, 3)) % 3;
            }
            path.lineTo(x + column * height * WIDTH / 2, y + row * height / 2);
        }
        return path;
    }
}
