package dev.easel.judging;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// The pictures that a judge is lent, signed once. A question that is put again goes out byte for byte
/// as before: under the same key another body would be another question, and be refused.
public record Lent(URI output, @Nullable URI photo, @Nullable URI mask) {}
