package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.picture.Printed.Manner;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Makes `target/contact-sheet.png`: each variety as its samples lie in the file, and below it as
/// Easel keeps it. The lower rows show the same picture throughout.
class ContactSheetTest {

    private static final Pictures PICTURES = new Pictures(25_000_000, 40_000_000);
    private static final int WIDTH = 192;
    private static final int HEIGHT = 128;
    private static final int CELL = 208;
    private static final int COLUMNS = 6;
    private static final int BAND = 2 * CELL + 40;
    private static final BufferedImage SCENE = scene();

    /// A file, and what a program would show that takes its samples for upright sRGB.
    @SuppressWarnings("ArrayRecordComponent")
    private record Variety(String name, MediaType type, byte[] file, BufferedImage stored) {}

    @Test
    void everyVarietyComesOutUprightAndInItsColours() throws IOException {
        var varieties = varieties();
        var sheet =
                new BufferedImage(
                        COLUMNS * CELL,
                        (varieties.size() + COLUMNS - 1) / COLUMNS * BAND,
                        BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.BLACK);
        for (int i = 0; i < varieties.size(); i++) {
            var variety = varieties.get(i);
            var kept = PICTURES.normalise(variety.file(), variety.type());
            int x = i % COLUMNS * CELL + 8;
            int y = i / COLUMNS * BAND;
            pen.drawString(variety.name(), x, y + 20);
            pen.drawImage(variety.stored(), x, y + 30, null);
            pen.drawImage(read(kept.bytes()), x, y + CELL + 30, null);

            assertThat(meanError(kept.pixels())).as(variety.name()).isLessThan(4);
        }
        pen.dispose();
        var file = Files.createDirectories(Path.of("target")).resolve("contact-sheet.png");
        ImageIO.write(sheet, "png", file.toFile());
    }

    private static List<Variety> varieties() throws IOException {
        var varieties = new ArrayList<Variety>();
        for (int i = 1; i <= 8; i++) {
            var stored = stored(i);
            var file = Made.withExif(Made.file("jpeg", stored), i, ByteOrder.LITTLE_ENDIAN);
            varieties.add(new Variety("JPEG, EXIF " + i, MediaType.JPEG, file, stored));
        }
        for (var manner : Manner.values()) {
            var file = Printed.jpeg(pixels(SCENE), manner);
            var name = "CMYK JPEG, " + manner;
            varieties.add(new Variety(name, MediaType.JPEG, file, samples(file)));
        }
        varieties.add(new Variety("16-bit PNG", MediaType.PNG, sixteenBits(), SCENE));
        return varieties;
    }

    /// The scene as EXIF's table says that it lies in a file: which visible edges the first row and
    /// the first column are.
    private static BufferedImage stored(int exif) {
        var size =
                exif < 5
                        ? new Size(WIDTH, HEIGHT)
                        : new Size(/* width= */ HEIGHT, /* height= */ WIDTH);
        var stored = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                stored.setRGB(column, row, visible(exif, row, column));
            }
        }
        return stored;
    }

    private static int visible(int exif, int row, int column) {
        int right = WIDTH - 1;
        int bottom = HEIGHT - 1;
        return switch (exif) {
            case 1 -> SCENE.getRGB(column, row);
            case 2 -> SCENE.getRGB(right - column, row);
            case 3 -> SCENE.getRGB(right - column, bottom - row);
            case 4 -> SCENE.getRGB(column, bottom - row);
            case 5 -> SCENE.getRGB(row, column);
            case 6 -> SCENE.getRGB(right - row, column);
            case 7 -> SCENE.getRGB(right - row, bottom - column);
            case 8 -> SCENE.getRGB(row, bottom - column);
            default -> throw new IllegalArgumentException("EXIF knows 1 to 8, not " + exif);
        };
    }

    /// The first three of four samples, taken for red, green and blue.
    private static BufferedImage samples(byte[] file) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, false);
            var raster = reader.readRaster(0, null);
            var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            int[] pixel = new int[4];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                raster.getPixel(i % WIDTH, i / WIDTH, pixel);
                image.setRGB(i % WIDTH, i / WIDTH, pixel[0] << 16 | pixel[1] << 8 | pixel[2]);
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static byte[] sixteenBits() {
        var rows = ByteBuffer.allocate(HEIGHT * (1 + WIDTH * 6));
        for (int y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < WIDTH; x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    rows.putShort((short) ((SCENE.getRGB(x, y) >> shift & 0xff) * 257));
                }
            }
        }
        return Made.png(WIDTH, HEIGHT, 16, 2, rows.array());
    }

    /// A letter tells how it is turned, the sky and the stripes what became of the colours.
    private static BufferedImage scene() {
        var scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = scene.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x5fa8e0), 0, 90, new Color(0xf7e6c8)));
        pen.fillRect(0, 0, WIDTH, 90);
        int[] stripes = {0xc04030, 0xe0a020, 0x60a040, 0x2070b0, 0x704090, 0x202020};
        for (int i = 0; i < stripes.length; i++) {
            pen.setColor(new Color(stripes[i]));
            pen.fillRect(i * 32, 90, 32, HEIGHT - 90);
        }
        pen.setColor(new Color(0x303840));
        pen.fillRect(16, 14, 14, 64);
        pen.fillRect(16, 14, 44, 14);
        pen.fillRect(16, 40, 32, 12);
        pen.setColor(new Color(0xc04030));
        pen.fillOval(140, 16, 36, 36);
        pen.dispose();
        return scene;
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static Pixels pixels(BufferedImage image) {
        return Made.pixels(WIDTH, HEIGHT, image::getRGB);
    }

    private static double meanError(Pixels kept) {
        assertThat(kept.size()).isEqualTo(new Size(WIDTH, HEIGHT));
        long sum = 0;
        for (int i = 0; i < kept.argb().length; i++) {
            int scene = SCENE.getRGB(i % WIDTH, i / WIDTH);
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((kept.argb()[i] >> shift & 0xff) - (scene >> shift & 0xff));
            }
        }
        return (double) sum / (3L * kept.argb().length);
    }
}
