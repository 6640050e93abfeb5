package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// What an evaluator is asked: to look at an output beside what went in. Pictures are https URLs,
/// signed for this call.
public record Question(
        EvaluationId reference,
        Task task,
        URI output,
        @Nullable URI photo,
        @Nullable URI mask,
        @Nullable String prompt) {}
