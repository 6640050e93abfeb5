package dev.easel.local;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The flags that every command with a stack has.
final class PlaceOptions {

    static final Path TEMPLATE = Project.file("template.yaml");
    static final Path DATA = Project.file(".easel");

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "The template. Default: ${DEFAULT-VALUE}.")
    Path template = TEMPLATE;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where tables, objects and logs are kept. Default: ${DEFAULT-VALUE}.")
    Path data = DATA;

    @Option(
            names = "--parameter",
            paramLabel = "K=V",
            description = "A parameter of the template. May be given again.")
    Map<String, String> parameters = new LinkedHashMap<>();

    StackOptions stack() {
        return StackOptions.of(template, data)
                .withPages(Project.file("web"))
                .withParameters(parameters)
                .withChecks(OpenWork.CHECKS);
    }
}
