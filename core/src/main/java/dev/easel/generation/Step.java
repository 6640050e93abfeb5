package dev.easel.generation;

import dev.easel.id.GenerationId;

/// A message to the worker: take this step of this generation.
public record Step(GenerationId generation, int number) {}
