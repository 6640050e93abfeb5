package dev.easel.simulator.job;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What differs from run to run: the time and the dice. Both are handed in, so that a test can hold
/// them still.
public record Chance(InstantSource clock, RandomGenerator random) {}
