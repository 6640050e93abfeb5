package dev.easel.client;

import org.jspecify.annotations.Nullable;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// The photo and the result side by side, at equal height.
final class BeforeAfter {

    /// Enough to compare by eye; a 4K pair at full size would only be slow to open.
    private static final int HEIGHT_MAX = 1200;

    private static final int WIDTH_MAX = 2400;
    private static final int DIVIDER = 4;
    private static final int CAPTION = 32;
    private static final int SQUARE = 10;
    private static final Color PAPER = new Color(0xF4F4F5);
    private static final Color INK = new Color(0x27272A);
    private static final Color CHECKED = new Color(0xD4D4D8);

    private BeforeAfter() {}

    /// Without a photo just the result.
    static BufferedImage draw(@Nullable BufferedImage photo, BufferedImage result) {
        if (photo == null) {
            return panel(result, height(result, result));
        }
        var height = height(photo, result);
        var before = panel(photo, height);
        var after = panel(result, height);
        var font = captionFont();
        var top = font.isPresent() ? CAPTION : 0;
        var right = before.getWidth() + DIVIDER;
        var sheet =
                new BufferedImage(
                        right + after.getWidth(), top + height, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.drawImage(before, 0, top, null);
        graphics.drawImage(after, right, top, null);
        font.ifPresent(caption -> {
            caption(graphics, caption, "before", 0);
            caption(graphics, caption, "after", right);
        });
        graphics.dispose();
        return sheet;
    }

    private static int height(BufferedImage left, BufferedImage right) {
        var height = Math.min(HEIGHT_MAX, Math.max(left.getHeight(), right.getHeight()));
        var widest = Math.max(width(left, height), width(right, height));
        return widest <= WIDTH_MAX
                ? height
                : Math.max(1, (int) ((long) height * WIDTH_MAX / widest));
    }

    private static int width(BufferedImage image, int height) {
        return Math.max(
                1, (int) Math.round((double) image.getWidth() * height / image.getHeight()));
    }

    private static BufferedImage panel(BufferedImage image, int height) {
        var width = width(image, height);
        var panel = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = panel.createGraphics();
        if (image.getColorModel().hasAlpha()) {
            checker(graphics, width, height);
        }
        smooth(graphics);
        graphics.drawImage(halved(image, height), 0, 0, width, height, null);
        graphics.dispose();
        return panel;
    }

    /// What is transparent must not look white: on a white page a good cut-out and none look alike.
    private static void checker(Graphics2D graphics, int width, int height) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(CHECKED);
        for (var y = 0; y < height; y += SQUARE) {
            for (var x = y / SQUARE % 2 * SQUARE; x < width; x += 2 * SQUARE) {
                graphics.fillRect(x, y, SQUARE, SQUARE);
            }
        }
    }

    /// One step to less than a half would skip pixels and flicker; several steps see all of them.
    private static BufferedImage halved(BufferedImage image, int height) {
        var current = image;
        while (current.getHeight() / 2 >= height && current.getWidth() >= 2) {
            var half =
                    new BufferedImage(
                            current.getWidth() / 2,
                            current.getHeight() / 2,
                            BufferedImage.TYPE_INT_ARGB);
            var graphics = half.createGraphics();
            smooth(graphics);
            graphics.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
            graphics.dispose();
            current = half;
        }
        return current;
    }

    private static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /// Empty on a machine without fonts: Java finds that out only when it measures some text.
    private static Optional<Font> captionFont() {
        try {
            var font = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
            var bounds = font.getStringBounds("before", new FontRenderContext(null, true, true));
            return bounds.isEmpty() ? Optional.empty() : Optional.of(font);
        } catch (RuntimeException | LinkageError | InternalError _) {
            return Optional.empty();
        }
    }

    private static void caption(Graphics2D graphics, Font font, String text, int left) {
        graphics.setFont(font);
        graphics.setColor(INK);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.drawString(text, left + 10, 22);
    }
}
