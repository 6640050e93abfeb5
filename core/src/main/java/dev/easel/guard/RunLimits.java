package dev.easel.guard;

import dev.easel.quota.Quota;

import java.time.Duration;

/// How many generations are let in.
///
/// @param skew how much longer than an hour a run counts: at least twice what the clocks of two
/// functions may differ by, or an address gets one too many whenever they do
public record RunLimits(Quota perAddress, Quota perDay, Duration skew) {}
