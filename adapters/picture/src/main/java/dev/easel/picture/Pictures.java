package dev.easel.picture;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Warning;
import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Evidence;
import dev.easel.judging.Evidence.Output;
import dev.easel.picture.Decoder.Decoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

/// Takes in pictures from strangers: looks at the header, then at the container, then decodes, then
/// encodes anew. Cheap questions come first, so that 67 bytes that claim 65535 x 65535 pixels cost
/// nothing.
public final class Pictures {

    /// No picture that we keep has more bytes: what judges read fits.
    public static final long BYTES_MAX = 100L * 1024 * 1024;

    /// What we decode ourselves after a provider made it: more than any of our uploads, less than
    /// would fill the memory.
    private static final Pictures OUTPUTS = new Pictures(Pictures.BYTES_MAX, 64_000_000);

    static {
        // A function has no disk to spare for this.
        ImageIO.setUseCache(false);
    }

    private final long bytesMax;
    private final long pixelsMax;

    public Pictures(long bytesMax, long pixelsMax) {
        this.bytesMax = bytesMax;
        this.pixelsMax = pixelsMax;
    }

    /// A photo as Easel keeps it: upright, sRGB, without notes.
    ///
    /// @param bytes the new file
    /// @param type JPEG if it came as one, else PNG
    /// @param size as a viewer sees it
    /// @param pixels what is in it
    /// @param traits what can be told of it, such as `landscape`
    @SuppressWarnings("ArrayRecordComponent")
    public record Normalised(
            byte[] bytes, MediaType type, Size size, Pixels pixels, List<String> traits) {}

    /// A mask as Easel keeps it: a grey PNG of the photo's size, 255 where an edit is asked for, 0
    /// elsewhere.
    ///
    /// @param bytes the new file
    /// @param coverage the painted share from 0 to 1
    /// @param warnings what its painter should know
    @SuppressWarnings("ArrayRecordComponent")
    public record NormalisedMask(byte[] bytes, double coverage, List<Warning> warnings) {}

    /// Throws [Failure.PictureRefused] with a sentence for its owner.
    public Normalised normalise(byte[] bytes, MediaType declared) {
        requireType(bytes, declared);
        PictureHeader.read(bytes).map(PictureHeader::size).ifPresent(PhotoRules::requireShape);
        var pixels = require(bytes);
        boolean jpeg = declared == MediaType.JPEG;
        byte[] encoded = jpeg ? encodeJpeg(pixels) : encodePng(pixels);
        if (encoded.length > BYTES_MAX) {
            throw new FailureException(
                    new Failure.PictureRefused(
                            "It is too detailed to be kept whole; save it smaller, or as JPEG."));
        }
        return new Normalised(
                encoded,
                jpeg ? MediaType.JPEG : MediaType.PNG,
                pixels.size(),
                pixels,
                Traits.of(pixels));
    }

    /// Throws [Failure.PictureRefused], and [Failure.MaskRefused] with `mask-size`,
    /// `mask-not-binary`, `mask-empty` or `mask-full`.
    public NormalisedMask normaliseMask(byte[] bytes, MediaType declared, Size photo) {
        requireType(bytes, declared);
        PictureHeader.read(bytes).ifPresent(header -> MaskRules.requireSize(header.size(), photo));
        byte[] binary = MaskRules.binary(require(bytes));
        double coverage = MaskRules.coverage(binary);
        return new NormalisedMask(
                Encoder.greyPng(photo, binary), coverage, MaskRules.warnings(coverage));
    }

    /// Reads what a provider made or what we kept. Never throws for bad bytes: a broken file is an
    /// answer.
    public static Evidence.Output decode(byte[] bytes) {
        var output = OUTPUTS.read(bytes, Decoding::isDamaged);
        boolean sound =
                output instanceof Output.Broken
                        || Signature.of(ByteBuffer.wrap(bytes)).orElseThrow() != MediaType.JPEG
                        || EntropyWalk.isSound(bytes);
        return sound ? output : new Output.Broken(Faults.DAMAGED);
    }

    /// The same for a file that was announced as `declared`, and is broken if it is anything else.
    public static Evidence.Output decode(byte[] bytes, MediaType declared) {
        return Signature.of(ByteBuffer.wrap(bytes))
                .filter(found -> found != declared)
                .<Evidence.Output>map(found -> new Output.Broken(otherType(declared, found)))
                .orElseGet(() -> decode(bytes));
    }

    /// Eight bits a sample; alpha is kept only if some pixel uses it.
    public static byte[] encodePng(Pixels pixels) {
        return Encoder.png(pixels);
    }

    /// Quality 0.95; transparent places turn white.
    public static byte[] encodeJpeg(Pixels pixels) {
        return Encoder.jpeg(pixels);
    }

    /// A small JPEG of it, no side longer than `sideMax`; never larger than the picture.
    public static byte[] thumbnail(Pixels pixels, int sideMax) {
        return Encoder.jpeg(Shrink.to(pixels, sideMax));
    }

    private static void requireType(byte[] bytes, MediaType declared) {
        var found = Signature.of(ByteBuffer.wrap(bytes));
        if (found.isPresent() && found.get() != declared) {
            throw refused(otherType(declared, found.get()));
        }
    }

    private static String otherType(MediaType declared, MediaType found) {
        return "The file was announced as %s, but it is %s."
                .formatted(declared.wire(), found.wire());
    }

    private Pixels require(byte[] bytes) {
        return switch (read(bytes, Decoding::isBadlyDamaged)) {
            case Output.Decoded(var pixels) -> pixels;
            case Output.Broken(var reason) -> throw refused(reason);
        };
    }

    private static FailureException refused(String reason) {
        return new FailureException(new Failure.PictureRefused(reason));
    }

    private Output read(byte[] bytes, Predicate<Decoding> isDamaged) {
        if (bytes.length > bytesMax) {
            return new Output.Broken(
                    "The file has more than %d MB.".formatted(bytesMax / (1024 * 1024)));
        }
        var buffer = ByteBuffer.wrap(bytes);
        var type = Signature.of(buffer);
        if (type.isEmpty()) {
            return new Output.Broken(
                    "The file is %s. PNG, JPEG and WebP can be used."
                            .formatted(Signature.foreign(bytes)));
        }
        var header = PictureHeader.read(buffer);
        if (header.isEmpty()) {
            return new Output.Broken(fault(buffer, type.get()).orElse(Faults.NOTHING_IN_IT));
        }
        if (header.get().stored().pixels() > pixelsMax) {
            return new Output.Broken(
                    "The picture has %s pixels. At most %d million can be used."
                            .formatted(header.get().size(), pixelsMax / 1_000_000));
        }
        return fault(buffer, type.get())
                .<Output>map(Output.Broken::new)
                .orElseGet(() -> decode(bytes, header.get(), isDamaged));
    }

    private static Optional<String> fault(ByteBuffer bytes, MediaType type) {
        return switch (type) {
            case PNG -> PngFile.fault(bytes);
            case JPEG -> JpegFile.fault(bytes);
            case WEBP -> WebpFile.fault(bytes);
        };
    }

    private static Output decode(
            byte[] bytes, PictureHeader header, Predicate<Decoding> isDamaged) {
        try {
            var decoding = Decoder.decode(bytes, header);
            return isDamaged.test(decoding)
                    ? new Output.Broken(Faults.DAMAGED)
                    : new Output.Decoded(decoding.pixels());
        } catch (IOException _) {
            return new Output.Broken(Faults.UNREADABLE);
        }
    }
}
