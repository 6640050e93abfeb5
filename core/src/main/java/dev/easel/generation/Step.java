package dev.easel.generation;

import dev.easel.id.GenerationId;

/// A message to the worker: take this step of this generation.
///
/// @param correlation the request that began it all, for the logs
public record Step(GenerationId generation, int number, String correlation) {}
