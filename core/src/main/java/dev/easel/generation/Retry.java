package dev.easel.generation;

import dev.easel.id.GenerationId;

/// That an order was placed before, and what was found wrong with what came of it.
///
/// @param of the generation that is tried again
/// @param notes what a model is told beside the person's own words; empty where the workflow takes no
///     words. Kept apart from those: a third try is not told what was wrong with the first
public record Retry(GenerationId of, String notes) {}
