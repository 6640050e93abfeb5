package dev.easel.simulator.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import javax.imageio.ImageIO;

/// A decoded picture: pixels packed as 0xAARRGGBB, row by row.
public final class Picture {

    /// More than any upload that the product takes; the header is looked at before a pixel is
    /// decoded.
    public static final long PIXELS_MAX = 50_000_000;

    private final int width;
    private final int height;
    private final int[] argb;

    Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public static Picture filled(int width, int height, int argb) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Picture(width, height, pixels);
    }

    /// Reads PNG, JPEG, GIF and BMP, which is what the JDK can; throws [UnreadablePictureException]
    /// for all else.
    public static Picture decode(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadablePictureException("not a PNG or JPEG picture");
            }
            var reader = readers.next();
            reader.setInput(input);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > PIXELS_MAX) {
                throw new UnreadablePictureException("more than " + PIXELS_MAX + " pixels");
            }
            return of(reader.read(0));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadablePictureException("the picture is damaged", e);
        }
    }

    static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(
                width,
                height,
                switch (image.getType()) {
                    case BufferedImage.TYPE_INT_ARGB -> packed(image);
                    case BufferedImage.TYPE_3BYTE_BGR -> unpacked(image);
                    default -> image.getRGB(0, 0, width, height, null, 0, width);
                });
    }

    /// The pixels themselves, of an image that is made of such.
    private static int[] packed(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /// As JPEG is decoded.
    private static int[] unpacked(BufferedImage image) {
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        var pixels = new int[bytes.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            int red = bytes[i * 3 + 2] & 0xFF;
            int green = bytes[i * 3 + 1] & 0xFF;
            int blue = bytes[i * 3] & 0xFF;
            pixels[i] = 0xFF000000 | (red << 16) | (green << 8) | blue;
        }
        return pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int size() {
        return argb.length;
    }

    /// The pixel at `y * width + x`.
    public int at(int index) {
        return argb[index];
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }

    /// Another picture of this size, each pixel made from its index.
    public Picture map(IntUnaryOperator colourAt) {
        var pixels = new int[argb.length];
        Arrays.setAll(pixels, colourAt);
        return new Picture(width, height, pixels);
    }

    public boolean hasSizeOf(Picture other) {
        return width == other.width && height == other.height;
    }

    public boolean isOpaque() {
        for (int pixel : argb) {
            if (Colour.alpha(pixel) != 255) {
                return false;
            }
        }
        return true;
    }

    public Picture scaledTo(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var step = this;
        // Halving first: bilinear alone skips pixels when a picture shrinks to less than half.
        while (step.width / 2 >= newWidth && step.height / 2 >= newHeight) {
            step =
                    step.drawnAt(
                            step.width / 2,
                            step.height / 2,
                            RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return step.drawnAt(newWidth, newHeight, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /// The same picture, its long side no longer than `side`.
    public Picture within(int side) {
        double scale = Math.min(1, side / (double) Math.max(width, height));
        return scaledTo(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)));
    }

    public Picture crop(int x, int y, int cropWidth, int cropHeight) {
        var pixels = new int[cropWidth * cropHeight];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(argb, (y + row) * width + x, pixels, row * cropWidth, cropWidth);
        }
        return new Picture(cropWidth, cropHeight, pixels);
    }

    public byte[] png() {
        return encoded(
                "png",
                image(isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB));
    }

    /// JPEG knows no transparency: what shows through is white.
    public byte[] jpeg() {
        return encoded("jpeg", Backdrop.on(this, Colour.WHITE).image(BufferedImage.TYPE_INT_RGB));
    }

    BufferedImage image(int type) {
        var image = new BufferedImage(width, height, type);
        System.arraycopy(argb, 0, packed(image), 0, argb.length);
        return image;
    }

    private Picture drawnAt(int newWidth, int newHeight, Object interpolation) {
        var image = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(image(BufferedImage.TYPE_INT_ARGB), 0, 0, newWidth, newHeight, null);
        graphics.dispose();
        return of(image);
    }

    private static byte[] encoded(String format, BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
