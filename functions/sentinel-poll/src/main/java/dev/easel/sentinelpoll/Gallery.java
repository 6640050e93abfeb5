package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.generation.Generation;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Evidence;
import dev.easel.judging.Evidence.Output.Broken;
import dev.easel.judging.Evidence.Output.Decoded;
import dev.easel.judging.Exhibits;
import dev.easel.judging.Exhibits.Limits;
import dev.easel.judging.Showing;
import dev.easel.picture.Exhibition;
import dev.easel.picture.Pictures;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// The pictures of a generation, read and decoded once somebody looks at them.
public final class Gallery {

    private final Assets assets;

    public Gallery(Assets assets) {
        this.assets = assets;
    }

    /// The output that is judged: the first. More than one comes only from models that show their
    /// stages.
    static StoredPicture output(Generation generation) {
        return generation.judged().orElseThrow();
    }

    /// What came back, as far as it can be read.
    Evidence.Output decoded(Generation generation) {
        var output = output(generation);
        return Pictures.decode(read(output), output.type());
    }

    /// What went in was decoded by us once: it is whole.
    @Nullable Pixels pixels(@Nullable StoredPicture picture) {
        if (picture == null) {
            return null;
        }
        return switch (Pictures.decode(read(picture))) {
            case Decoded(var pixels) -> pixels;
            case Broken(var reason) ->
                    throw new IllegalStateException(picture.key() + ": " + reason);
        };
    }

    /// The same pictures for judges that are sent bytes.
    Exhibits exhibits(Generation generation) {
        return limits -> show(generation, limits);
    }

    /// Nothing, where what came back is no picture: the pixel judges say so.
    private Showing show(Generation generation, Limits limits) {
        return switch (decoded(generation)) {
            case Broken _ -> new Showing(List.of(), new Size(1, 1), null);
            case Decoded(var pixels) -> {
                var order = generation.order();
                var references =
                        order.references().stream()
                                .map(this::pixels)
                                .map(Objects::requireNonNull)
                                .toList();
                yield new Exhibition(
                                pixels(order.image()), pixels, pixels(order.mask()), references)
                        .show(limits);
            }
        };
    }

    private byte[] read(StoredPicture picture) {
        return assets.read(picture.key(), Pictures.BYTES_MAX).orElseThrow();
    }
}
