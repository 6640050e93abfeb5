package dev.easel.sentinelpoll;

import dev.easel.generation.Generation;
import dev.easel.image.AspectRatio;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evidence;
import dev.easel.judging.Finding;
import dev.easel.judging.PixelJudges;

import java.util.List;

/// Puts the pictures before the pixel judges.
public final class PixelPanel {

    private final Gallery gallery;

    public PixelPanel(Gallery gallery) {
        this.gallery = gallery;
    }

    /// One finding for each pixel judge on the panel.
    List<Finding> judge(Generation generation, Evaluation evaluation) {
        var order = generation.order();
        var shape = order.aspectRatio();
        return PixelJudges.judge(
                evaluation.rubric(),
                new Evidence(
                        gallery.pixels(order.image()),
                        gallery.pixels(order.mask()),
                        shape == null ? null : AspectRatio.parse(shape).orElse(null),
                        gallery.decoded(generation)));
    }
}
