package dev.easel.image;

import java.util.Optional;
import java.util.regex.Pattern;

/// The shape of a picture, as it is spelled: 21:9 and 7:3 are the same shape.
public record AspectRatio(int width, int height) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3}):([1-9]\\d{0,3})");

    public AspectRatio {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no shape: " + width + ":" + height);
        }
    }

    /// Reads `W:H`; empty when it is none.
    public static Optional<AspectRatio> parse(String text) {
        var sides = FORM.matcher(text);
        return sides.matches()
                ? Optional.of(
                        new AspectRatio(
                                Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2))))
                : Optional.empty();
    }

    /// As the API and most providers spell it.
    public String wire() {
        return width + ":" + height;
    }

    public boolean isSameShapeAs(AspectRatio other) {
        return (long) width * other.height == (long) height * other.width;
    }
}
