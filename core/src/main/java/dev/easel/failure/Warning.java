package dev.easel.failure;

/// Something that a caller should know though nothing failed: a code for programs, a sentence for
/// people.
public record Warning(String code, String detail) {}
