package dev.easel.workflow;

import org.jspecify.annotations.Nullable;

/// One run of a package: another workflow, on the same photo and at the same tier.
///
/// @param aspectRatio `W:H`, for a workflow that takes one
public record Child(String workflow, @Nullable String aspectRatio) {}
