package dev.easel.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.image.Pixels;
import dev.easel.image.Size;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

/// Files made for tests.
final class Made {

    /// 32 x 12, red on the left, blue on the right.
    static final byte[] LOSSY_WEBP =
            base64(
                    "UklGRk4AAABXRUJQVlA4IEIAAAAQAwCdASogAAwAAUAmJaACdMoRwN4B+IH6q8YFygATfQAA/vLrf/zUxYDJHP/0sa3V"
                        + "wBw/65bK3o+M3Kvi7lqoAAA=");

    /// 16 x 8, clear, with a green box from 4,2 to 11,5.
    static final byte[] LOSSLESS_WEBP =
            base64("UklGRigAAABXRUJQVlA4TBsAAAAvD8ABEA8w/xHzHwyCbJsazN/yEIeI6H/AegAA");

    /// The same, lossy with an alpha plane.
    static final byte[] EXTENDED_WEBP =
            base64(
                    "UklGRoIAAABXRUJQVlA4WAoAAAAQAAAADwAABwAAQUxQSBYAAAABDzD/ERGCINumBvO3PMQhIvofsB4AVlA4IEYAAABQ"
                        + "AwCdASoQAAgAAUAmJaACdHIAzgD+Abv/uAG8Af4Dr/wfwAD+6SIfmfdelE4/x2I5Cqsl/7yuJLWCIb/4+AiN"
                        + "MYmgAAAA");

    /// 16 x 1024, lossy, a gradient from f06020 at the top to 2060c0 at the bottom.
    static final byte[] GRADIENT_WEBP =
            base64(
                    "UklGRsQAAABXRUJQVlA4ILgAAACwBwCdASoQAAAEPrVaqlCnJSOioIgA4BaJaW7gzzn2cVIB7jHXYAtHUZhRz205iC"
                        + "1/ZPo7WboLYi8QVHPds5JFnOQSsbgAAAj//cdgbr8Ff/yU/ru7d/hQnQ8cO2rKem+1WWO5PD+KeAhSCV6VjGgaqLWb"
                        + "rTUwyUzXA5Q2vCSMjxIwN2GTO/FCYdOW7vjkY+2Ay63j6yX0W0734OJI2+3hpV2ZLHwPthOEbDF/x8Jng4L957OwWAAA");

    private Made() {}

    /// `argb` says what stands at x, y.
    static Pixels pixels(int width, int height, IntBinaryOperator argb) {
        int[] all = new int[width * height];
        for (int i = 0; i < all.length; i++) {
            all[i] = argb.applyAsInt(i % width, i / width);
        }
        return new Pixels(new Size(width, height), all);
    }

    static byte[] file(String format, BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Red, green, blue and white quarters: top left, top right, bottom left, bottom right.
    static BufferedImage quarters(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean right = x >= width / 2;
                var top = right ? Color.GREEN : Color.RED;
                var bottom = right ? Color.WHITE : Color.BLUE;
                image.setRGB(x, y, (y < height / 2 ? top : bottom).getRGB());
            }
        }
        return image;
    }

    /// A PNG of raw samples, one filter byte before each row already in `rows`.
    static byte[] png(
            int width, int height, int depth, int colourType, byte[] rows, byte[]... chunks) {
        var header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) depth).put((byte) colourType);
        return join(
                signature(),
                chunk("IHDR", header.array()),
                join(chunks),
                chunk("IDAT", deflated(rows)),
                chunk("IEND", new byte[0]));
    }

    static byte[] signature() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    }

    static byte[] chunk(String name, byte[] body) {
        var checksum = new CRC32();
        checksum.update(name.getBytes(US_ASCII));
        checksum.update(body);
        return ByteBuffer.allocate(body.length + 12)
                .putInt(body.length)
                .put(name.getBytes(US_ASCII))
                .put(body)
                .putInt((int) checksum.getValue())
                .array();
    }

    /// Puts a chunk between the header and what follows.
    static byte[] withChunk(byte[] png, String name, byte[] body) {
        return join(
                Arrays.copyOf(png, 33), chunk(name, body), Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }

    /// Notes as cameras write them: how the picture is turned, and where it was taken.
    static byte[] exif(int orientation, ByteOrder order) {
        var place = "GPS 52.5200 N 13.4050 E".getBytes(US_ASCII);
        var tiff = ByteBuffer.allocate(38 + place.length).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(place.length).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        tiff.putInt(0).put(place);
        return tiff.array();
    }

    /// Puts a segment right after the start of a JPEG.
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        byte[] head = {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length};
        return join(Arrays.copyOf(jpeg, 2), head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
        return withSegment(jpeg, 0xe1, join(text("Exif"), new byte[2], exif(orientation, order)));
    }

    static byte[] withProfile(byte[] jpeg, byte[] icc) {
        return withSegment(jpeg, 0xe2, join(text("ICC_PROFILE"), new byte[] {0, 1, 1}, icc));
    }

    /// An extended WebP of these chunks; `flags` as in VP8X.
    static byte[] webp(int flags, int width, int height, byte[]... chunks) {
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(flags).putShort((short) (width - 1)).put((byte) 0);
        extended.putShort((short) (height - 1)).put((byte) 0);
        var body = join(text("WEBP"), riff("VP8X", extended.array()), join(chunks));
        return riff("RIFF", body);
    }

    static byte[] riff(String name, byte[] body) {
        return ByteBuffer.allocate(body.length + 8 + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text(name))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static boolean contains(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).contains(text);
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
