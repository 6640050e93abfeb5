package dev.easel.local;

import static java.util.Objects.requireNonNull;

import dev.easel.client.MisuseException;
import dev.easel.client.Stopwatch;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `easel generate`: one generation against any endpoint.
@Command(
        name = "generate",
        description = "Run one workflow on one photo against an endpoint and keep the result.",
        footer = {
            "",
            "Exit code 0: a verdict of any colour. 1: none (refused, failed, timed out). 2: usage."
        })
public final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where Easel answers (default: the stack that is up).")
    private @Nullable URI endpoint;

    @Mixin private final GenerateOptions options = new GenerateOptions();
    @Spec private @Nullable CommandSpec spec;
    private final Supplier<Stopwatch> stopwatches;

    public GenerateCommand() {
        this(Stopwatch::started);
    }

    GenerateCommand(Supplier<Stopwatch> stopwatches) {
        this.stopwatches = stopwatches;
    }

    @Override
    public Integer call() throws Exception {
        var errand = new Errand(requireNonNull(spec).commandLine(), stopwatches.get());
        return errand.exitCode(() -> {
            return errand.generate(address(), options.request(), options);
        });
    }

    private URI address() {
        var address = endpoint == null ? running() : endpoint;
        var scheme = address.getScheme() == null ? "" : address.getScheme();
        if (address.getHost() == null || !scheme.matches("https?")) {
            throw new MisuseException("--endpoint is an http or https address.");
        }
        return address;
    }

    /// Where `./easel up` said that it listens, or where it usually does.
    private static URI running() {
        return RunningStack.find(PlaceOptions.DATA)
                .map(addresses -> addresses.get("api"))
                .orElse(URI.create("http://127.0.0.1:" + Ports.DEFAULT.api()));
    }
}
