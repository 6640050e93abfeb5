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
import java.util.List;
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

    /// There are ten photographs, and each seed only spoils them in another way.
    private static final int PHOTO_SEEDS = 8;

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
            description = "Only prints where the baselines' limits would be on these seeds.")
    private boolean limitsOnly;

    @Option(
            names = "--photos",
            description = {
                "Also cuts the defects into real photographs.",
                "Of the seeds, the first eight are taken."
            })
    private boolean withPhotos;

    @Option(
            names = "--memory",
            description = "Also judges 16 megapixels in a JVM that may take 512 MB.")
    private boolean withMemory;

    private final Jury jury;

    JudgesCommand(Jury jury) {
        this.jury = jury;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        seeds.warning().ifPresent(spec.commandLine().getErr()::println);
        if (limitsOnly) {
            limits().forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        var report = new Report(folder);
        var lines = new ArrayList<>(painted(report));
        if (withPhotos) {
            lines.addAll(photographed(report));
        }
        if (!withoutSpeed) {
            lines.addAll(
                    List.of("", "## Time", "", "On the processor, one output, median, warm.", ""));
            lines.addAll(new Speed(jury).lines());
        }
        if (withMemory) {
            lines.addAll(List.of("", "## Memory", "", Memory.measure()));
        }
        var console = spec.commandLine().getOut();
        lines.forEach(console::println);
        console.println();
        console.println("Report: " + report.write("Defect bench, seeds " + seeds, lines));
        return ExitCode.OK;
    }

    private List<String> painted(Report report) throws IOException {
        var tally = new Tally();
        var bench = new Bench(jury, recipes());
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            run(
                    bench,
                    Scene.of(seed),
                    seed,
                    (trial, photo, output) -> {
                        tally.add(trial);
                        report.note(trial, photo, output);
                    });
        }
        return section("Painted scenes", tally);
    }

    /// Nobody has to judge for it.
    private List<String> limits() throws IOException {
        var limits = new Limits();
        var good = recipes().stream().filter(Recipe::isGood).toList();
        var bench = new Bench((_, _) -> List.of(), good);
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            run(bench, Scene.of(seed), seed, (trial, _, _) -> limits.add(trial));
        }
        return limits.lines();
    }

    private List<String> photographed(Report report) throws IOException {
        var tally = new Tally();
        var bench = new Bench(jury, recipes());
        for (var photograph : Photograph.ALL) {
            for (long seed = seeds.first(); seed <= last(); seed++) {
                run(
                        bench,
                        photograph.scene(Photograph.folder(), seed),
                        seed,
                        (trial, photo, output) -> {
                            tally.add(trial);
                            report.note(trial, photo, output);
                        });
            }
        }
        return section(Photograph.ALL.size() + " photographs", tally);
    }

    private long last() {
        return Math.min(seeds.last(), seeds.first() + PHOTO_SEEDS - 1);
    }

    private static List<String> section(String name, Tally tally) {
        var lines = new ArrayList<>(List.of("", "## " + name, ""));
        lines.addAll(Sheet.lines(tally));
        return lines;
    }

    private void run(Bench bench, Scene scene, long seed, Bench.Witness witness)
            throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();
        bench.run(scene, seed, witness);
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%s, to %d: %.1f s%n",
                        scene.name(),
                        seeds.last(),
                        (clock.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private List<Recipe> recipes() {
        return Recipes.all().stream()
                .filter(one -> (one.task().wire() + " " + one.name()).contains(only))
                .toList();
    }
}
