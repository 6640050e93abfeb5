package dev.easel.providers;

import dev.easel.id.AttemptId;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.provider.Bundler;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Jobs for tests. At Runflow, where no other try is named.
final class Jobs {

    static final AttemptId REFERENCE = new AttemptId("att_00000000000000000000000001");
    static final String WORDS = "a red bicycle";
    static final Size SIZE = new Size(600, 400);
    static final URI PHOTO = URI.create("https://bucket.example.com/photo.png?X-Amz-Signature=p");
    static final URI MASK = URI.create("https://bucket.example.com/mask.png?X-Amz-Signature=m");
    static final URI OTHER = URI.create("https://bucket.example.com/other.png?X-Amz-Signature=r");
    static final URI ZIP = URI.create("https://bucket.example.com/all.zip?X-Amz-Signature=z");

    /// Lends what the jobs here hold, under these names.
    private static final Bundler BUNDLER =
            () -> new Bundler.Bundle(ZIP, "photo.png", "mask.png", List.of("one.png", "two.png"));

    private Jobs() {}

    /// Words only, at 1K.
    static Job words(String model) {
        return words(tried(model));
    }

    /// Words only, at 1K.
    static Job words(Try tried) {
        return new Job(
                REFERENCE,
                tried,
                Tier.ONE_K,
                Task.TEXT_TO_IMAGE,
                null,
                null,
                List.of(),
                WORDS,
                null,
                null,
                BUNDLER);
    }

    /// A photo of 600 x 400 and nothing else.
    static Job photo(String model, Tier tier) {
        return photo(model, tier, SIZE);
    }

    /// A photo and nothing else.
    static Job photo(String model, Tier tier, Size size) {
        return new Job(
                REFERENCE,
                tried(model),
                tier,
                Task.UPSCALE,
                loan(PHOTO, size),
                null,
                List.of(),
                null,
                null,
                null,
                BUNDLER);
    }

    /// A photo of 600 x 400, two references, words and a shape.
    static Job edit(Try tried, Tier tier, @Nullable String aspectRatio) {
        return new Job(
                REFERENCE,
                tried,
                tier,
                Task.EDIT,
                loan(PHOTO, SIZE),
                null,
                List.of(loan(OTHER, SIZE), loan(PHOTO, SIZE)),
                WORDS,
                null,
                aspectRatio,
                BUNDLER);
    }

    /// Everything that an order can hold, but for a point.
    static Job everything(String model, Tier tier, String aspectRatio) {
        return everything(tried(model), tier, aspectRatio);
    }

    /// Everything that an order can hold, but for a point.
    static Job everything(Try tried, Tier tier, String aspectRatio) {
        var edit = edit(tried, tier, aspectRatio);
        return new Job(
                REFERENCE,
                tried,
                tier,
                Task.EDIT,
                edit.image(),
                loan(MASK, SIZE),
                edit.references(),
                WORDS,
                null,
                aspectRatio,
                BUNDLER);
    }

    /// The same, tried otherwise.
    static Job tried(Job job, Try tried) {
        return new Job(
                job.reference(),
                tried,
                job.tier(),
                job.task(),
                job.image(),
                job.mask(),
                job.references(),
                job.prompt(),
                job.pin(),
                job.aspectRatio(),
                job.bundler());
    }

    static Try tried(String model) {
        return new Try(RunflowProvider.ID, model, RunflowInputs.URLS);
    }

    /// A PNG by its declaration; its bytes are the letters of its address's path.
    static Loan loan(URI url, Size size) {
        return new Loan(
                url, MediaType.PNG, size, () -> url.getPath().getBytes(StandardCharsets.UTF_8));
    }
}
