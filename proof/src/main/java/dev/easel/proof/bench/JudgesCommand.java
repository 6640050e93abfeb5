package dev.easel.proof.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `./easel bench judges`: how many defects the pixel judges see, and how often they complain of
/// what is good.
@Command(
        name = "judges",
        description = "Measures the pixel judges on pictures with known defects.",
        footer = {"", "Exit code 0: measured. 2: usage."},
        mixinStandardHelpOptions = true)
final class JudgesCommand implements Callable<Integer> {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            required = true,
            converter = Seeds.Converter.class,
            description = "Both included. 100..199 are the calibration's: no proof of anything.")
    private Seeds seeds = Seeds.CALIBRATION;

    @Option(
            names = "--only",
            paramLabel = "WORD",
            defaultValue = "",
            description = "Only outputs whose task or name contains this.")
    private String only = "";

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "target/bench-judges",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("target", "bench-judges");

    @Option(names = "--no-speed", description = "Leaves out how long the judges take.")
    private boolean withoutSpeed;

    @Option(
            names = "--limits",
            description = "Prints where the baselines' limits would be on these seeds.")
    private boolean withLimits;

    private final Jury jury;

    JudgesCommand(Jury jury) {
        this.jury = jury;
    }

    @Override
    public Integer call() throws IOException {
        var console = spec.commandLine().getOut();
        seeds.warning().ifPresent(spec.commandLine().getErr()::println);
        var tally = new Tally();
        var limits = new Limits();
        var report = new Report(folder);
        run(
                (trial, photo, output) -> {
                    tally.add(trial);
                    limits.add(trial);
                    report.note(trial, photo, output);
                });
        var lines = new ArrayList<>(Sheet.lines(tally));
        if (!withoutSpeed) {
            lines.add("");
            lines.add("Time on the processor for one output, median, warm:");
            lines.add("");
            lines.addAll(new Speed(jury).lines());
        }
        if (withLimits) {
            lines.add("");
            lines.addAll(limits.lines());
        }
        lines.forEach(console::println);
        console.println();
        console.println(
                "Report: "
                        + report.write("Defect bench: pixel judges, seeds " + seeds, lines));
        return ExitCode.OK;
    }

    private void run(Bench.Witness witness) throws IOException {
        var errors = spec.commandLine().getErr();
        var recipes =
                Recipes.all().stream()
                        .filter(one -> (one.task().wire() + " " + one.name()).contains(only))
                        .toList();
        var bench = new Bench(jury, recipes);
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            var clock = ManagementFactory.getThreadMXBean();
            long before = clock.getCurrentThreadCpuTime();
            bench.run(Scene.of(seed), seed, witness);
            errors.printf(
                    Locale.ROOT,
                    "seed %d, %d of %d: %.1f s%n",
                    seed,
                    seed - seeds.first() + 1,
                    seeds.count(),
                    (clock.getCurrentThreadCpuTime() - before) / 1e9);
        }
    }
}
