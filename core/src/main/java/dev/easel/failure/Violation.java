package dev.easel.failure;

/// One field that is wrong, named by its JSON pointer (`""` is the whole body), and why, in words.
public record Violation(String pointer, String reason) {}
