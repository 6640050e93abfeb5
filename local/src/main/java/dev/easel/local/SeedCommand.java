package dev.easel.local;

import dev.easel.aws.S3Assets;
import dev.easel.seed.Seed;
import dev.easel.seed.Seeding;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// `./easel seed`: a past for the stack that is up. It never goes to an account.
@Command(
        name = "seed",
        description = "Fills the stack that is up with a realistic past of the benchmark.",
        footer = {
            "",
            "All of it is marked as simulated. What is there stays; the same seed makes the same"
                    + " past.",
            "Exit code 0: done. 1: no stack is up. 2: usage."
        },
        mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {

    private static final int DAYS_MAX = 30;

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long a past, 1 to 30 days. Default: ${DEFAULT-VALUE}.")
    private int days = DAYS_MAX;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What it is made of. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() {
        if (days < 1 || days > DAYS_MAX) {
            throw new ParameterException(
                    spec.commandLine(), "--days is a number from 1 to " + DAYS_MAX + ".");
        }
        var deployment = Deployment.local(place);
        var clock = Clock.systemUTC();
        Consumer<String> console = spec.commandLine().getOut()::println;
        try (var dynamo = deployment.aws().dynamo()) {
            var seeding =
                    new Seeding(
                            dynamo,
                            deployment.variable("RUNS_TABLE"),
                            deployment.variable("ROLLUPS_TABLE"),
                            clock,
                            console);
            var assets = new S3Assets(deployment.aws(), deployment.variable("BUCKET"), clock);
            new Seed(seeding, assets, clock, console).sow(seed, days);
        } catch (SdkClientException e) {
            throw new StackException(
                    "The stack of " + place.data + " does not answer; ./easel up starts one.", e);
        }
        return ExitCode.OK;
    }
}
