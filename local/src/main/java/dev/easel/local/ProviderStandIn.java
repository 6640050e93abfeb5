package dev.easel.local;

import dev.easel.emulator.Emulator;

import java.nio.file.Path;

/// Starts what stands in for the providers.
@FunctionalInterface
public interface ProviderStandIn {

    Emulator start(int port, Path folder, String pace, String scenario);
}
