package dev.easel.local;

import dev.easel.emulator.Emulator;
import dev.easel.emulator.PortInUse;
import dev.easel.providers.ProviderShelf;
import dev.easel.reliability.Prompt;
import dev.easel.reliability.Prompts;
import dev.easel.simulator.Simulator;
import dev.easel.simulator.SimulatorOptions;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The simulator in the place of the providers: nothing of a local stack ever calls a real one.
record SimulatedProviders(Simulator simulator) implements Emulator {

    /// The same pictures on every laptop.
    private static final long SEED = 25;

    static SimulatedProviders start(int port, Path folder, StackOptions.Simulation simulation) {
        try {
            var simulator =
                    Simulator.start(
                            new SimulatorOptions(port, folder, simulation.pace(), SEED)
                                    .withWatched(watched()));
            simulator.scenario(simulation.scenario());
            return new SimulatedProviders(simulator);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortInUse(port, Ports.SIMULATOR_FLAG);
            }
            throw e;
        }
    }

    private static Set<String> watched() {
        return Prompts.all().stream().map(Prompt::text).collect(Collectors.toSet());
    }

    /// What a template is told so that it speaks to the simulator at this address and to nobody else:
    /// to all providers, because none of them costs anything here.
    static Map<String, String> parameters(URI simulator) {
        var ids = new TreeSet<>(ProviderShelf.ids());
        return Map.of(
                "RunflowUrl",
                simulator.toString(),
                "Providers",
                String.join(",", ids),
                "ProviderUrls",
                ids.stream()
                        .map(id -> id + "=" + Simulator.address(simulator, id))
                        .collect(Collectors.joining(",")),
                "ChatUrls",
                Stream.of("gemini", "openai")
                        .map(service -> service + "=" + Simulator.viewer(simulator, service))
                        .collect(Collectors.joining(",")),
                "ImageHosts",
                simulator.toString());
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
