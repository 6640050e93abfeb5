package dev.easel.generation;

import dev.easel.asset.StoredPicture;
import dev.easel.image.Point;
import dev.easel.workflow.Child;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What was asked for, once every picture has been found and every field checked.
public record Order(
        String workflow,
        Tier tier,
        @Nullable StoredPicture image,
        @Nullable StoredPicture mask,
        List<StoredPicture> references,
        @Nullable String prompt,
        @Nullable Point pin,
        @Nullable String aspectRatio,
        Map<String, String> metadata,
        @Nullable Retry retry) {

    public Order {
        references = List.copyOf(references);
        metadata = Map.copyOf(metadata);
    }

    /// One that was not placed before.
    public Order(
            String workflow,
            Tier tier,
            @Nullable StoredPicture image,
            @Nullable StoredPicture mask,
            List<StoredPicture> references,
            @Nullable String prompt,
            @Nullable Point pin,
            @Nullable String aspectRatio,
            Map<String, String> metadata) {
        this(workflow, tier, image, mask, references, prompt, pin, aspectRatio, metadata, null);
    }

    /// The same, placed once more.
    public Order again(Retry other) {
        return new Order(
                workflow, tier, image, mask, references, prompt, pin, aspectRatio, metadata, other);
    }

    /// What a model is told: the person's words, then what was wrong with an earlier try.
    public @Nullable String instruction() {
        if (retry == null || retry.notes().isEmpty()) {
            return prompt;
        }
        return prompt == null || prompt.isBlank() ? retry.notes() : prompt + "\n\n" + retry.notes();
    }

    /// The order for one part of a package: on the same photo, in the part's own shape.
    public Order part(Child part) {
        return new Order(
                part.workflow(),
                tier,
                image,
                null,
                List.of(),
                null,
                null,
                part.aspectRatio(),
                Map.of());
    }
}
