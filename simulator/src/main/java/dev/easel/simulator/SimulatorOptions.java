package dev.easel.simulator;

import dev.easel.simulator.script.Pace;

import java.nio.file.Path;

/// Where a simulator listens (port 0 is any free one), where it keeps its journal and its outputs,
/// how long things take, and the seed of all its chance.
public record SimulatorOptions(int port, Path folder, Pace pace, long seed) {}
