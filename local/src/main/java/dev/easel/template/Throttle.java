package dev.easel.template;

/// How often a route may be called by everybody together.
///
/// @param burst how many at once
/// @param rate how many a second after that
public record Throttle(int burst, double rate) {}
