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
            description = "Where Easel answers (default: ${DEFAULT-VALUE}).")
    private URI endpoint = URI.create("http://127.0.0.1:4600");

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
            if (endpoint.getHost() == null || !scheme().matches("https?")) {
                throw new MisuseException("--endpoint is an http or https address.");
            }
            return errand.generate(endpoint, options.request(), options);
        });
    }

    private String scheme() {
        return endpoint.getScheme() == null ? "" : endpoint.getScheme();
    }
}
