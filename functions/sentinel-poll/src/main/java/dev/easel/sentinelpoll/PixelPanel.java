package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.image.Pixels;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evidence;
import dev.easel.judging.Finding;
import dev.easel.judging.PixelJudges;
import dev.easel.judging.Rubrics;
import dev.easel.picture.Pictures;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Puts the pictures before the pixel judges.
public final class PixelPanel {

    private final Assets assets;
    private final long bytesMax;

    /// @param bytesMax no picture of ours is larger
    public PixelPanel(Assets assets, long bytesMax) {
        this.assets = assets;
        this.bytesMax = bytesMax;
    }

    /// One finding for each pixel judge on the panel.
    List<Finding> judge(Generation generation, Evaluation evaluation) {
        var order = generation.order();
        var output = Pictures.decode(assets.read(output(generation).key(), bytesMax));
        return PixelJudges.judge(
                Rubrics.of(evaluation.task()),
                new Evidence(pixels(order.image()), pixels(order.mask()), output));
    }

    /// The output that is judged: the first. More than one comes only from models that show their
    /// stages.
    static StoredPicture output(Generation generation) {
        return switch (generation.state()) {
            case State.Succeeded(var outputs) -> outputs.getFirst();
            case State.Queued _,
                    State.Submitting _,
                    State.Running _,
                    State.Storing _,
                    State.Failed _,
                    State.Cancelled _ ->
                    throw new IllegalStateException(generation.id() + " has no output to judge");
        };
    }

    /// What went in was decoded by us once: it is whole.
    private @Nullable Pixels pixels(@Nullable StoredPicture picture) {
        if (picture == null) {
            return null;
        }
        return switch (Pictures.decode(assets.read(picture.key(), bytesMax))) {
            case Evidence.Output.Decoded(var pixels) -> pixels;
            case Evidence.Output.Broken(var reason) ->
                    throw new IllegalStateException(picture.key() + ": " + reason);
        };
    }
}
