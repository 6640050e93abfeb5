package dev.easel.image;

/// Width and height in pixels, both at least 1.
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a picture has at least one pixel, not " + width + " x " + height);
        }
    }

    /// Width times height; a `long`, because headers may lie.
    public long pixels() {
        return (long) width * height;
    }

    /// Width over height.
    public double ratio() {
        return (double) width / height;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
