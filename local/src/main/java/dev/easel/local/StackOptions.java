package dev.easel.local;

import dev.easel.providers.ProviderShelf;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How a stack is to be started.
///
/// `fresh` forgets what earlier runs kept. Without `background`, queues and schedules call no
/// function: only what is asked for runs. `parameters` override those of the template, `secrets`
/// are the values of the Parameter Store. Of all `parts` those that are named run here, the others are
/// expected at their ports. `pages` is the folder of the Studio; where there is none, only the API is
/// served.
public record StackOptions(
        Path template,
        Path pages,
        Path data,
        Ports ports,
        boolean fresh,
        boolean background,
        Simulation simulation,
        Map<String, String> parameters,
        Map<String, String> secrets,
        List<Check> checks,
        Set<Part> parts) {

    private static final Map<String, String> SECRETS = secretsOfThisLaptop();

    public StackOptions {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
        checks = List.copyOf(checks);
        parts = Set.copyOf(parts);
    }

    private static Map<String, String> secretsOfThisLaptop() {
        var secrets = new HashMap<String, String>();
        // The simulators take any key.
        Stream.concat(ProviderShelf.ids().stream(), Stream.of("gemini", "openai"))
                .forEach(id -> secrets.put("/easel/" + id + "/api-key", "local_" + id));
        // By which the distribution proves itself; on this laptop nobody does.
        secrets.put("/easel/origin-secret", "a-local-secret-that-proves-nothing-at-all");
        // Hashes callers on this laptop only; as long as a real one must be.
        secrets.put("/easel/caller-secret", "a-local-secret-that-protects-nobody");
        return Map.copyOf(secrets);
    }

    /// How the simulated providers behave: how fast, and what goes wrong.
    public record Simulation(Pace pace, Scenario scenario) {
        public static final Simulation NORMAL = new Simulation(Pace.BRISK, Scenario.NORMAL);

        public Simulation withScenario(Scenario other) {
            return new Simulation(pace, other);
        }

        public Simulation withPace(Pace other) {
            return new Simulation(other, scenario);
        }
    }

    /// The usual ports, everything running, nothing overridden, the pages beside the template.
    public static StackOptions of(Path template, Path data) {
        return new StackOptions(
                template,
                template.resolveSibling("web"),
                data,
                Ports.DEFAULT,
                false,
                true,
                Simulation.NORMAL,
                Map.of(),
                SECRETS,
                List.of(),
                Part.ALL);
    }

    public StackOptions withPages(Path other) {
        return new StackOptions(
                template,
                other,
                data,
                ports,
                fresh,
                background,
                simulation,
                parameters,
                secrets,
                checks,
                parts);
    }

    public StackOptions withPorts(Ports other) {
        return new StackOptions(
                template,
                pages,
                data,
                other,
                fresh,
                background,
                simulation,
                parameters,
                secrets,
                checks,
                parts);
    }

    public StackOptions withFresh(boolean other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                other,
                background,
                simulation,
                parameters,
                secrets,
                checks,
                parts);
    }

    public StackOptions withBackground(boolean other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                other,
                simulation,
                parameters,
                secrets,
                checks,
                parts);
    }

    public StackOptions withSimulation(Simulation other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                background,
                other,
                parameters,
                secrets,
                checks,
                parts);
    }

    public StackOptions withParameters(Map<String, String> other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                background,
                simulation,
                other,
                secrets,
                checks,
                parts);
    }

    public StackOptions withSecrets(Map<String, String> other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                background,
                simulation,
                parameters,
                other,
                checks,
                parts);
    }

    public StackOptions withChecks(List<Check> other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                background,
                simulation,
                parameters,
                secrets,
                other,
                parts);
    }

    public StackOptions withParts(Set<Part> other) {
        return new StackOptions(
                template,
                pages,
                data,
                ports,
                fresh,
                background,
                simulation,
                parameters,
                secrets,
                checks,
                other);
    }

    boolean runs(Part part) {
        return parts.contains(part);
    }
}
