package dev.easel.simulator.picture;

/// A rectangle in pixels, origin top left.
public record Box(int x, int y, int width, int height) {

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /// Grown by a margin on every side, within a picture of this size.
    public Box grown(int margin, int pictureWidth, int pictureHeight) {
        int left = Math.max(0, x - margin);
        int top = Math.max(0, y - margin);
        int right = Math.min(pictureWidth, x + width + margin);
        int bottom = Math.min(pictureHeight, y + height + margin);
        return new Box(left, top, right - left, bottom - top);
    }
}
