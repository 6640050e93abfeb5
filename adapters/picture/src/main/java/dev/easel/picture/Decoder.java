package dev.easel.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import dev.easel.image.MediaType;
import dev.easel.image.Pixels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Turns the bytes of a whole file into upright sRGB pixels.
///
/// The most memory that it holds at once is the decoder's picture (1 to 8 bytes a pixel) and ours
/// (4); a progressive JPEG has up to 8 bytes a pixel more outside of the heap.
final class Decoder {

    private Decoder() {}

    /// What the decoder made, and what it complained of on the way: it returns a picture for half a
    /// JPEG, too.
    record Decoding(Pixels pixels, List<String> complaints) {

        Decoding {
            complaints = List.copyOf(complaints);
        }

        /// True if pixels are missing or wrong. Complaints about notes and profiles say that they
        /// were ignored.
        boolean isDamaged() {
            return complaints.stream().anyMatch(text -> !text.endsWith("; ignored"));
        }

        /// The same, but lets pass what a well-known make of phone does to the end of all its
        /// photos.
        boolean isBadlyDamaged() {
            return complaints.stream()
                    .anyMatch(text ->
                            !text.endsWith("; ignored")
                                    && !text.endsWith("extraneous bytes before marker 0xd9"));
        }
    }

    /// Throws `IOException` for bytes that are no such picture, and for a picture of another size
    /// than its header told.
    static Decoding decode(byte[] bytes, PictureHeader header) throws IOException {
        var complaints = new ArrayList<String>();
        var reader = reader(header.type());
        reader.addIIOReadWarningListener((_, complaint) -> complaints.add(complaint));
        try (var in =
                new MemoryCacheImageInputStream(
                        new ByteArrayInputStream(bare(bytes, header.type())))) {
            reader.setInput(in, true, false);
            var stored = header.stored();
            if (reader.getWidth(0) != stored.width() || reader.getHeight(0) != stored.height()) {
                throw new IOException("the header told another size");
            }
            return new Decoding(new Pixels(header.size(), read(reader, bytes, header)), complaints);
        } catch (RuntimeException e) {
            // Decoders fall over damaged bytes in many ways: an index out of bounds, a negative
            // array size.
            throw new IOException("the decoder fell over these bytes", e);
        } finally {
            reader.dispose();
        }
    }

    private static int[] read(ImageReader reader, byte[] bytes, PictureHeader header)
            throws IOException {
        var inks = inks(bytes, header.type());
        if (inks.isPresent()) {
            return inks.get().upright(reader.readRaster(0, null), header);
        }
        var image = reader.read(0);
        var pixels = Raws.upright(image, header);
        ColourProfile.of(bytes, header.type(), image).ifPresent(profile -> profile.toSrgb(pixels));
        return pixels;
    }

    /// Without what its reader must not see.
    private static byte[] bare(byte[] bytes, MediaType type) {
        return switch (type) {
            case PNG -> PngFile.bare(bytes);
            case JPEG -> JpegFile.bare(bytes);
            case WEBP -> bytes;
        };
    }

    private static Optional<PrintColours> inks(byte[] bytes, MediaType type) {
        return type == MediaType.JPEG
                ? JpegFile.printColours(ByteBuffer.wrap(bytes))
                : Optional.empty();
    }

    /// WebP's is made directly: a registry would look for it in the class loader of the thread,
    /// which in Lambda may be another one than ours.
    private static ImageReader reader(MediaType type) {
        return switch (type) {
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }
}
