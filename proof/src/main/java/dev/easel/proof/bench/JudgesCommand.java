package dev.easel.proof.bench;

import dev.easel.judging.PixelJudges;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Override
    public Integer call() {
        var console = spec.commandLine().getOut();
        var errors = spec.commandLine().getErr();
        seeds.warning().ifPresent(errors::println);
        var recipes =
                Recipes.all().stream()
                        .filter(one -> (one.task().wire() + " " + one.name()).contains(only))
                        .toList();
        var bench = new Bench(PixelJudges::judge, recipes);
        var tally = new Tally();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            long before = System.nanoTime();
            bench.run(Scene.of(seed), seed, (trial, _, _) -> tally.add(trial));
            errors.printf("seed %d: %d ms%n", seed, (System.nanoTime() - before) / 1_000_000);
        }
        Sheet.lines(tally).forEach(console::println);
        return ExitCode.OK;
    }
}
