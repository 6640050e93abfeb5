package dev.easel.provider;

import dev.easel.id.AttemptId;
import dev.easel.image.Point;
import dev.easel.routing.Try;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a provider is asked to do, in our words.
///
/// @param mask in the one form that Easel keeps: 8 bits, 255 where something is to change, as large
///     as the photo
/// @param bundler makes one zip of the pictures, if the contract wants it so
public record Job(
        AttemptId reference,
        Try tried,
        Tier tier,
        Task task,
        @Nullable Loan image,
        @Nullable Loan mask,
        List<Loan> references,
        @Nullable String prompt,
        @Nullable Point pin,
        @Nullable String aspectRatio,
        Bundler bundler) {

    public Job {
        references = List.copyOf(references);
    }
}
