package dev.easel.reliability;

/// What all providers are asked for in one window.
///
/// @param id the version of the set and the number in it: `v1-03`
public record Prompt(String id, String text) {}
