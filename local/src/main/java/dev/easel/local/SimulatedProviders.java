package dev.easel.local;

import dev.easel.emulator.Emulator;
import dev.easel.emulator.PortInUse;
import dev.easel.simulator.Simulator;
import dev.easel.simulator.SimulatorOptions;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;

/// The simulator in the place of the providers: nothing of a local stack ever calls a real one.
record SimulatedProviders(Simulator simulator) implements Emulator {

    /// The same pictures on every laptop.
    private static final long SEED = 25;

    static SimulatedProviders start(int port, Path folder, StackOptions.Simulation simulation) {
        try {
            var simulator =
                    Simulator.start(new SimulatorOptions(port, folder, simulation.pace(), SEED));
            simulator.scenario(simulation.scenario());
            return new SimulatedProviders(simulator);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortInUse(port, Ports.SIMULATOR_FLAG);
            }
            throw e;
        }
    }

    @Override
    public URI uri() {
        return simulator.uri();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
