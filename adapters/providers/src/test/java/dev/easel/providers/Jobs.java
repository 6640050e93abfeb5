package dev.easel.providers;

import dev.easel.id.AttemptId;
import dev.easel.image.Size;
import dev.easel.provider.Job;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import java.net.URI;
import java.util.List;

/// Jobs for tests.
final class Jobs {

    static final AttemptId REFERENCE = new AttemptId("att_00000000000000000000000001");
    static final URI PHOTO = URI.create("https://bucket.example.com/photo.png?X-Amz-Signature=p");
    static final URI MASK = URI.create("https://bucket.example.com/mask.png?X-Amz-Signature=m");
    static final URI OTHER = URI.create("https://bucket.example.com/other.png?X-Amz-Signature=r");

    private Jobs() {}

    /// Words only, at 1K.
    static Job words(String model) {
        return new Job(
                REFERENCE,
                tried(model),
                Tier.ONE_K,
                null,
                null,
                null,
                List.of(),
                "a red bicycle",
                null,
                null);
    }

    /// A photo of 600 x 400 and nothing else.
    static Job photo(String model, Tier tier) {
        return new Job(
                REFERENCE,
                tried(model),
                tier,
                PHOTO,
                new Size(600, 400),
                null,
                List.of(),
                null,
                null,
                null);
    }

    /// Everything that an order can hold, but for a point.
    static Job everything(String model, Tier tier, String aspectRatio) {
        return new Job(
                REFERENCE,
                tried(model),
                tier,
                PHOTO,
                new Size(600, 400),
                MASK,
                List.of(OTHER, PHOTO),
                "a red bicycle",
                null,
                aspectRatio);
    }

    static Try tried(String model) {
        return new Try(RunflowProvider.ID, model, RunflowInputs.CONTRACT);
    }
}
