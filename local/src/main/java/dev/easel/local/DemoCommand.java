package dev.easel.local;

import static java.util.Objects.requireNonNull;

import dev.easel.client.GenerationRequest;
import dev.easel.client.Stopwatch;
import dev.easel.simulator.script.Scenario;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Workflows;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `easel demo`: starts an Easel of its own, runs one generation through it and stops it again.
@Command(
        name = "demo",
        description = {
            "Start Easel, send a photo through one workflow, keep the result, stop.",
            "With no arguments the spoon is removed from photos/coffee.png."
        },
        footer = {
            "",
            "Exit code 0: a verdict of any colour. 1: none (refused, failed, timed out). 2: usage."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String PHOTO = "photos/coffee.png";
    private static final String MASK = "photos/coffee-mask.png";
    private static final String DATA = ".easel/demo";

    @Option(
            names = "--simulate",
            paramLabel = "SCENARIO",
            description = "What the simulated providers do. Default: ${DEFAULT-VALUE}.")
    private Scenario scenario = Scenario.NORMAL;

    @Option(
            names = "--parameter",
            paramLabel = "K=V",
            description = "A parameter of the template. May be given again.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin private final GenerateOptions options = new GenerateOptions();
    @Spec private @Nullable CommandSpec spec;
    private final DemoStack.Starter starter;
    private final Path project;
    private final Supplier<Stopwatch> stopwatches;

    public DemoCommand(DemoStack.Starter starter) {
        this(starter, Project.file(""), Stopwatch::started);
    }

    DemoCommand(DemoStack.Starter starter, Path project, Supplier<Stopwatch> stopwatches) {
        this.starter = starter;
        this.project = project;
        this.stopwatches = stopwatches;
    }

    @Override
    public Integer call() throws Exception {
        var errand = new Errand(requireNonNull(spec).commandLine(), stopwatches.get());
        return errand.exitCode(() -> {
            fillIn();
            return run(errand, options.request());
        });
    }

    /// The coffee and its spoon, where the workflow needs a photo and nobody named another.
    private void fillIn() throws IOException {
        if (options.photo == null && options.mask == null && needs(Requirement.IMAGE)) {
            options.photo = project.resolve(PHOTO);
        }
        if (options.mask == null && needs(Requirement.MASK) && isTheCoffee(options.photo)) {
            options.mask = project.resolve(MASK);
        }
    }

    private boolean needs(Requirement requirement) {
        return Workflows.ALL.stream()
                .filter(workflow -> workflow.id().equals(options.workflow))
                .anyMatch(workflow -> workflow.requires(requirement));
    }

    private boolean isTheCoffee(@Nullable Path photo) throws IOException {
        var coffee = project.resolve(PHOTO);
        return photo != null
                && Files.exists(photo)
                && Files.exists(coffee)
                && Files.isSameFile(photo, coffee);
    }

    private boolean run(Errand errand, GenerationRequest request) throws Exception {
        var data =
                Files.createTempDirectory(Files.createDirectories(project.resolve(DATA)), "run-");
        // Also after Ctrl-C: nothing of a demo stays but its results.
        var sweep = new Thread(() -> deleteQuietly(data));
        Runtime.getRuntime().addShutdownHook(sweep);
        try (var stack = starter.start(data, scenario, parameters)) {
            errand.timeline().step("started", stack.api().toString());
            return errand.generate(stack.api(), request, options);
        } finally {
            delete(data);
            Runtime.getRuntime().removeShutdownHook(sweep);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException | RuntimeException e) {
            System.err.println("easel: " + folder + " could not be removed: " + e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
