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
        Map<String, String> metadata) {

    public Order {
        references = List.copyOf(references);
        metadata = Map.copyOf(metadata);
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
