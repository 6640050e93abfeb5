package dev.easel.local;

import dev.easel.emulator.EmulatorException;
import dev.easel.simulator.script.Scenario;
import dev.easel.template.TemplateException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The `easel` command line.
@Command(
        name = "./easel",
        description = "An AI image generation API, all of it on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        // The launcher starts it: it belongs to the module that measures all others.
        footer = {"", "./easel bench judges measures the pixel judges: docs/bench-judges.md"},
        mixinStandardHelpOptions = true,
        version = "easel, not released yet",
        subcommands = {
            UpCommand.class,
            InvokeCommand.class,
            AttemptsCommand.class,
            RedriveCommand.class,
            ParkCommand.class,
            WakeCommand.class,
            ReviewCommand.class,
            SeedCommand.class,
            SiteCommand.class
        })
public final class Main implements Runnable {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        // Taken before a stack turns System.out into the functions' log.
        var console = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(
                run(console, new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    /// What the process ends with: 0 done, 1 could not, 2 not understood.
    static int run(PrintWriter console, PrintWriter errors, String... arguments) {
        return new CommandLine(new Main())
                .addSubcommand(new DemoCommand(Main::demo))
                .addSubcommand(new GenerateCommand())
                .registerConverter(Scenario.class, Main::scenario)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console)
                .setErr(errors)
                .setExecutionExceptionHandler((failure, line, _) -> complain(failure, line))
                .execute(arguments);
    }

    /// Alone it lists the commands.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static DemoStack demo(Path data, Scenario scenario, Map<String, String> parameters) {
        return Stack.start(
                StackOptions.of(PlaceOptions.TEMPLATE, data)
                        .withPorts(Ports.ANY)
                        .withParameters(parameters)
                        .withChecks(OpenWork.CHECKS)
                        .withSimulation(StackOptions.Simulation.NORMAL.withScenario(scenario)));
    }

    private static Scenario scenario(String name) {
        return Scenario.named(name)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "'%s' is no scenario; there are: %s".formatted(name, names())));
    }

    private static String names() {
        return Arrays.stream(Scenario.values())
                .map(Scenario::wire)
                .collect(Collectors.joining(", "));
    }

    private static int complain(Exception failure, CommandLine line) throws Exception {
        return switch (failure) {
            case TemplateException e -> say(line, e);
            case EmulatorException e -> say(line, e);
            case StackException e -> say(line, e);
            // A queue or a table that is not there, or not ours to see: AWS says it best.
            case SdkException e -> say(line, e);
            default -> throw failure;
        };
    }

    private static int say(CommandLine line, RuntimeException failure) {
        line.getErr().println("easel: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
