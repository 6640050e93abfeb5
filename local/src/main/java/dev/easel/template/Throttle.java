package dev.easel.template;

/// How often all callers together may use a route: `perSecond` on average, and so many at once.
public record Throttle(double perSecond, int burst) {}
