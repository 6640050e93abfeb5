package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/// The file of a mask as Java reads it: its size, and which of its pixels are painted.
record PaintedMask(int width, int height, Set<Point> painted) {

    /// Fails for what is no picture of 8-bit grey, or grey anywhere.
    static PaintedMask of(byte[] png) {
        var picture = Studio.picture(png);
        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        var raster = picture.getRaster();
        var painted = new HashSet<Point>();
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                var value = raster.getSample(x, y, 0);
                if (value == 255) {
                    painted.add(new Point(x, y));
                } else if (value != 0) {
                    throw new AssertionError("grey " + value + " at " + x + ", " + y);
                }
            }
        }
        return new PaintedMask(raster.getWidth(), raster.getHeight(), painted);
    }

    int count() {
        return painted.size();
    }

    /// The pixels that a brush paints on its way from the middle of one to that of another: those whose own
    /// middle is no farther away than half its size.
    static Set<Point> line(Point from, Point to, int size) {
        var pixels = new HashSet<Point>();
        for (int y = Math.min(from.y, to.y) - size; y <= Math.max(from.y, to.y) + size; y++) {
            for (int x = Math.min(from.x, to.x) - size; x <= Math.max(from.x, to.x) + size; x++) {
                if (Line2D.ptSegDist(from.x, from.y, to.x, to.y, x, y) <= size / 2.0) {
                    pixels.add(new Point(x, y));
                }
            }
        }
        return pixels;
    }
}
