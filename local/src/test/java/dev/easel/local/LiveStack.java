package dev.easel.local;

import dev.easel.local.StackOptions.Simulation;
import dev.easel.simulator.script.Pace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One whole stack for all tests of this JVM, made from the real template: it takes seconds to
/// start. Its tables, queues and objects are the embedded emulators', or [Elsewhere].
public final class LiveStack {

    /// The project's folder: tests run in that of their module.
    public static final Path PROJECT = Path.of("..");

    private static @Nullable Stack stack;
    private static @Nullable Stack quiet;

    private LiveStack() {}

    /// The stack, started at the first call and closed when the JVM ends.
    public static synchronized Stack get() {
        if (stack == null) {
            var options = options(PROJECT.resolve("template.yaml"), folder());
            var elsewhere = Elsewhere.wanted();
            stack =
                    started(
                            elsewhere.map(aws -> aws.build(options)).orElse(options),
                            () -> elsewhere.ifPresent(Elsewhere::remove));
        }
        return stack;
    }

    /// Another one, in which only the front calls functions: what is admitted stays queued.
    public static synchronized Stack quiet() {
        if (quiet == null) {
            quiet =
                    started(
                            options(PROJECT.resolve("template.yaml"), folder())
                                    .withBackground(false),
                            () -> {});
        }
        return quiet;
    }

    private static Stack started(StackOptions options, Runnable afterwards) {
        var started = Stack.start(options);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            started.close();
                            afterwards.run();
                        }));
        return started;
    }

    /// How the tests start a stack: on free ports, as quick as the simulator can be, with more runs in a
    /// day than any of them needs, and with one provider, so that what goes wrong there is not made good
    /// elsewhere.
    public static StackOptions options(Path template, Path data) {
        return StackOptions.of(template, data)
                .withPorts(Ports.ANY)
                .withParameters(
                        Map.of(
                                "FirstPollSeconds", "1",
                                "RunsPerDay", "1000000",
                                "Providers", "runflow",
                                // They share it, and many of them want failures.
                                "ParkAfter", "0"))
                .withSimulation(Simulation.NORMAL.withPace(Pace.INSTANT))
                .withChecks(OpenWork.CHECKS);
    }

    /// A folder of its own.
    public static Path folder() {
        try {
            return Files.createTempDirectory("easel-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
