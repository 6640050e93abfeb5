package dev.easel.provider;

import dev.easel.id.AttemptId;
import dev.easel.image.Point;
import dev.easel.image.Size;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// What a provider is asked to do, in our words. Pictures are https URLs, signed for this call.
public record Job(
        AttemptId reference,
        Try tried,
        Tier tier,
        @Nullable URI image,
        @Nullable Size imageSize,
        @Nullable URI mask,
        List<URI> references,
        @Nullable String prompt,
        @Nullable Point pin,
        @Nullable String aspectRatio) {

    public Job {
        references = List.copyOf(references);
    }
}
