package dev.easel.local;

import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// `./easel up`: the whole stack until Ctrl-C.
@Command(
        name = "up",
        description = "Starts everything on 127.0.0.1 and runs until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final String PORT = "Default: ${DEFAULT-VALUE}; 0 is any free one.";

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Option(names = "--port", paramLabel = "PORT", description = "The API. " + PORT)
    private int port = Ports.DEFAULT.api();

    @Option(names = "--s3-port", paramLabel = "PORT", description = PORT)
    private int s3 = Ports.DEFAULT.s3();

    @Option(names = "--dynamodb-port", paramLabel = "PORT", description = PORT)
    private int dynamodb = Ports.DEFAULT.dynamodb();

    @Option(names = "--sqs-port", paramLabel = "PORT", description = PORT)
    private int sqs = Ports.DEFAULT.sqs();

    @Option(
            names = "--events-port",
            paramLabel = "PORT",
            description = "EventBridge and SSM. " + PORT)
    private int events = Ports.DEFAULT.events();

    @Option(names = "--simulator-port", paramLabel = "PORT", description = PORT)
    private int simulator = Ports.DEFAULT.simulator();

    @Option(names = "--fresh", description = "Forget the tables, objects and logs of earlier runs.")
    private boolean fresh;

    @Option(
            names = "--simulate",
            paramLabel = "SCENARIO",
            description =
                    "What the simulated providers do. Default: everyday; the benchmark sees each as"
                            + " slow and as faulty as it is known to be, and whatever you ask"
                            + " for succeeds.")
    private Scenario scenario = Scenario.EVERYDAY;

    @Option(
            names = "--pace",
            paramLabel = "PACE",
            description =
                    "How fast they are: instant, brisk, or real (tens of seconds a run, minutes a"
                            + " verdict). Default: brisk.")
    private Pace pace = Pace.BRISK;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = EveryConverter.class,
            description =
                    "How often the benchmark calls all simulated providers: 30s, 5m, or never."
                            + " Default: 5m.")
    private Duration every = Duration.ofMinutes(5);

    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = {
                "Start only these parts: functions, dynamodb, sqs, s3, events, simulator.",
                "The others are expected at their ports, in processes of their own."
            })
    private Set<Part> parts = Part.ALL;

    @Override
    public Integer call() throws InterruptedException {
        var console = spec.commandLine().getOut();
        var stack = Stack.start(options());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("close").unstarted(stack::close));
        describe(stack, console);
        // Ctrl-C ends the process; the hook closes the stack.
        new CountDownLatch(1).await();
        return 0;
    }

    private StackOptions options() {
        return SimulatedBenchmark.every(every, place.stack())
                .withPorts(new Ports(port, s3, dynamodb, sqs, events, simulator))
                .withFresh(fresh)
                .withParts(parts)
                .withSimulation(new StackOptions.Simulation(pace, scenario));
    }

    private void describe(Stack stack, PrintWriter console) {
        stack.addresses().forEach((name, uri) -> console.printf("%-10s %s%n", name, uri));
        console.println();
        if (parts.containsAll(Part.ALL)) {
            describeWhole(stack, console);
        } else {
            console.println(
                    "Here:      "
                            + parts.stream().map(Part::wire).collect(Collectors.joining(", ")));
            console.println("Kept:      " + stack.data());
        }
        console.println();
        console.println(String.format(Locale.ROOT, "ready in %.1f s; Ctrl-C ends it", seconds()));
    }

    private void describeWhole(Stack stack, PrintWriter console) {
        console.println(
                "Simulated: the providers (%s); no call leaves this machine."
                        .formatted(scenario.wire()));
        console.println(
                "Kept:      %s (tables, objects; what was queued is swept up after the next start)"
                        .formatted(stack.data()));
        console.println(
                "Logs:      %s".formatted(stack.data().resolve("log").resolve("functions.jsonl")));
        console.println("Events:    %s".formatted(stack.data().resolve("events.jsonl")));
    }

    private static double seconds() {
        var now = Instant.now();
        var start = ProcessHandle.current().info().startInstant().orElse(now);
        return Duration.between(start, now).toMillis() / 1000.0;
    }
}
