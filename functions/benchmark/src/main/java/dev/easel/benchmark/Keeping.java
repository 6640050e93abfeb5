package dev.easel.benchmark;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.door.TemporaryFile;
import dev.easel.image.AspectRatio;
import dev.easel.image.Size;
import dev.easel.judging.Evidence;
import dev.easel.judging.PixelJudges;
import dev.easel.picture.PictureHeader;
import dev.easel.picture.Pictures;
import dev.easel.reliability.CronWindow;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/// Looks at what a provider made, and keeps it: useless pictures, too, for somebody will want to see
/// them.
public final class Keeping {

    /// What all of them are asked for.
    static final AspectRatio SHAPE = AspectRatio.parse("16:9").orElseThrow();

    /// 1K is about a million pixels, by each provider's own means.
    private static final long PIXELS_MIN = 700_000;

    private static final long PIXELS_MAX = 2_000_000;

    private static final int THUMBNAIL_SIDE = 320;

    private final Assets assets;

    public Keeping(Assets assets) {
        this.assets = assets;
    }

    /// What is kept of a picture.
    ///
    /// @param picture absent where it was none
    /// @param thumbnail the key of its small copy; absent where it could not be decoded
    public record Kept(@Nullable StoredPicture picture, @Nullable String thumbnail) {}

    /// What speaks against it, in a sentence.
    static Optional<String> objection(Evidence.Output output) {
        return PixelJudges.objection(SHAPE, output).or(() -> wrongSize(output));
    }

    private static Optional<String> wrongSize(Evidence.Output output) {
        return output instanceof Evidence.Output.Decoded(var pixels) && isWrong(pixels.size())
                ? Optional.of("The picture is %s, which is not 1K.".formatted(pixels.size()))
                : Optional.empty();
    }

    private static boolean isWrong(Size size) {
        return size.pixels() < PIXELS_MIN || size.pixels() > PIXELS_MAX;
    }

    /// Writes it under the type that its bytes have, and a small copy of it beside it.
    Kept keep(CronWindow window, String provider, byte[] bytes, Evidence.Output output) {
        return keep(AssetKeys.benchmark(window.start(), provider), bytes, output);
    }

    /// The same at a place of the caller's choice.
    public Kept keep(String place, byte[] bytes, Evidence.Output output) {
        var header = PictureHeader.read(bytes);
        if (header.isEmpty()) {
            return new Kept(null, null);
        }
        var type = header.get().type();
        var key = AssetKeys.file(place, type);
        write(key, type.wire(), bytes);
        return new Kept(
                new StoredPicture(key, type, header.get().size(), bytes.length),
                output instanceof Evidence.Output.Decoded(var pixels)
                        ? thumbnail(place, Pictures.thumbnail(pixels, THUMBNAIL_SIDE))
                        : null);
    }

    private String thumbnail(String place, byte[] jpeg) {
        var key = AssetKeys.thumbnail(place);
        write(key, "image/jpeg", jpeg);
        return key;
    }

    private void write(String key, String type, byte[] bytes) {
        try (var file = TemporaryFile.named("benchmark")) {
            Files.write(file.path(), bytes);
            assets.write(key, type, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
