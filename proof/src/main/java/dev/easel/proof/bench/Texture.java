package dev.easel.proof.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Surfaces: what products are made of and what they stand before.
final class Texture {

    private Texture() {}

    /// Irregular light and dark at `octaves` scales, each twice as fine as the one before and a
    /// little more than half as strong.
    static BufferedImage clouds(
            int width, int height, Color base, double strength, int octaves, RandomGenerator dice) {
        float[] sums = new float[width * height];
        double amplitude = strength;
        for (int octave = 0; octave < octaves; octave++) {
            add(sums, width, height, 3 << octave, (float) amplitude, dice);
            amplitude *= 0.6;
        }
        var image = Drawing.filled(width, height, base);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            int level = Math.round(sums[i]);
            argb[i] = Drawing.shifted(argb[i], level, level, level);
        }
        return image;
    }

    /// A grid of `cells` x `cells` random levels, blended in between.
    private static void add(
            float[] sums, int width, int height, int cells, float strength, RandomGenerator dice) {
        float[][] grid = new float[cells + 2][cells + 2];
        for (float[] row : grid) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (dice.nextFloat() - 0.5f) * strength;
            }
        }
        float[] line = new float[cells + 2];
        for (int y = 0; y < height; y++) {
            float v = (float) y * cells / height;
            int top = (int) v;
            for (int i = 0; i < line.length; i++) {
                line[i] = grid[top][i] + (v - top) * (grid[top + 1][i] - grid[top][i]);
            }
            for (int x = 0; x < width; x++) {
                float u = (float) x * cells / width;
                int left = (int) u;
                sums[y * width + x] += line[left] + (u - left) * (line[left + 1] - line[left]);
            }
        }
    }

    /// What a product stands before; never plain white.
    static BufferedImage background(int width, int height, RandomGenerator dice) {
        return switch (dice.nextInt(4)) {
            case 0 -> sweep(width, height, dice);
            case 1 -> clouds(width, height, Drawing.colour(dice, 90, 180), 90, 5, dice);
            case 2 -> cluttered(width, height, dice);
            default -> tiled(width, height, dice);
        };
    }

    /// A studio's paper, lit from above.
    private static BufferedImage sweep(int width, int height, RandomGenerator dice) {
        int level = dice.nextInt(170, 230);
        int warm = dice.nextInt(10);
        var image = Drawing.filled(width, height, Color.WHITE);
        var pen = Drawing.pen(image);
        pen.setPaint(
                new GradientPaint(
                        0,
                        0,
                        new Color(level, level, level + warm),
                        0,
                        height,
                        Drawing.grey(level - 60)));
        pen.fillRect(0, 0, width, height);
        return image;
    }

    /// A room full of things.
    private static BufferedImage cluttered(int width, int height, RandomGenerator dice) {
        var image = clouds(width, height, Drawing.colour(dice, 100, 170), 60, 7, dice);
        var pen = Drawing.pen(image);
        for (int i = 0; i < 14; i++) {
            pen.setColor(Drawing.colour(dice, 40, 220));
            int side = dice.nextInt(width / 10, width / 4);
            int x = dice.nextInt(width);
            int y = dice.nextInt(height);
            if (dice.nextBoolean()) {
                pen.fillRect(x, y, side, side);
            } else {
                pen.fillOval(x, y, side, side);
            }
        }
        return image;
    }

    /// A floor or a cloth of two colours.
    private static BufferedImage tiled(int width, int height, RandomGenerator dice) {
        var image = clouds(width, height, Drawing.colour(dice, 90, 200), 40, 6, dice);
        int side = dice.nextInt(12, 42);
        int red = dice.nextInt(-60, 60);
        int green = dice.nextInt(-60, 60);
        int blue = dice.nextInt(-60, 60);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            if ((i % width / side + i / width / side) % 2 == 0) {
                argb[i] = Drawing.shifted(argb[i], red, green, blue);
            }
        }
        return image;
    }
}
