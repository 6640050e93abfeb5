package dev.easel.simulator.judge;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.picture.Mask;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.Sizes;

import org.jspecify.annotations.Nullable;

/// What the judges look at: what was made and, where there is one, the photo and the mask it was
/// made from.
record Exhibit(
        String task,
        Picture made,
        @Nullable Picture photo,
        @Nullable Mask mask,
        double askedRatio) {

    private static final int SIDE = 512;

    /// The ratio that was asked for, 0 if nobody said.
    static double askedRatio(JsonNode order) {
        return Sizes.ratio(order.path("input_attributes").path("aspect_ratio").asText(), 0);
    }

    /// Both pictures at one size that is quick to compare, the mask with them.
    @Nullable Pair pair() {
        if (photo == null) {
            return null;
        }
        var before = photo.within(SIDE);
        var region = mask == null ? null : scaled(mask, before);
        return new Pair(before, made.scaledTo(before.width(), before.height()), region);
    }

    private static Mask scaled(Mask mask, Picture size) {
        return Mask.where(
                size.width(),
                size.height(),
                i -> {
                    int x = i % size.width() * mask.width() / size.width();
                    int y = i / size.width() * mask.height() / size.height();
                    return mask.at(x, y);
                });
    }
}
