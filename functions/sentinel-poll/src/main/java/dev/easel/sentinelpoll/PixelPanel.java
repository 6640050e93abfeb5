package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.generation.Generation;
import dev.easel.image.AspectRatio;
import dev.easel.image.Pixels;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evidence;
import dev.easel.judging.Finding;
import dev.easel.judging.PixelJudges;
import dev.easel.picture.Pictures;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Puts the pictures before the pixel judges.
public final class PixelPanel {

    private final Assets assets;

    public PixelPanel(Assets assets) {
        this.assets = assets;
    }

    /// One finding for each pixel judge on the panel.
    List<Finding> judge(Generation generation, Evaluation evaluation) {
        var order = generation.order();
        var output = output(generation);
        var bytes = assets.read(output.key(), Pictures.BYTES_MAX).orElseThrow();
        var shape = order.aspectRatio();
        return PixelJudges.judge(
                evaluation.rubric(),
                new Evidence(
                        pixels(order.image()),
                        pixels(order.mask()),
                        shape == null ? null : AspectRatio.parse(shape).orElse(null),
                        Pictures.decode(bytes, output.type())));
    }

    /// The output that is judged: the first. More than one comes only from models that show their
    /// stages.
    static StoredPicture output(Generation generation) {
        return generation.output(0).orElseThrow();
    }

    /// What went in was decoded by us once: it is whole.
    private @Nullable Pixels pixels(@Nullable StoredPicture picture) {
        if (picture == null) {
            return null;
        }
        return switch (Pictures.decode(
                assets.read(picture.key(), Pictures.BYTES_MAX).orElseThrow())) {
            case Evidence.Output.Decoded(var pixels) -> pixels;
            case Evidence.Output.Broken(var reason) ->
                    throw new IllegalStateException(picture.key() + ": " + reason);
        };
    }
}
