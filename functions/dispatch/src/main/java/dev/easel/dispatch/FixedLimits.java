package dev.easel.dispatch;

/// Limits that nobody uses up, as far as other functions keep them.
///
/// @param uploadPixels width by height
record FixedLimits(long uploadBytes, long uploadPixels) {}
