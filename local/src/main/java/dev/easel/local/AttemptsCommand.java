package dev.easel.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.easel.aws.DynamoGenerations;
import dev.easel.generation.Generation;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `./easel attempts ID`: who was asked for a generation, what came of it and what it may have
/// cost. For operators: it names providers and models.
@Command(
        name = "attempts",
        description = "Shows every submit of a generation: provider, outcome, latency, billed.",
        footer = {"", "Exit code 0: shown. 1: there is no such generation. 2: usage."},
        mixinStandardHelpOptions = true)
final class AttemptsCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Parameters(index = "0", paramLabel = "GENERATION_ID", description = "Such as gen_01J...")
    private String id = "";

    @Option(names = "--json", description = "As JSON, times in RFC 3339, latency in milliseconds.")
    private boolean json;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = {
                "The generations' table in the account of the AWS SDK's credentials.",
                "Default: that of the stack that is up."
            })
    private @Nullable String table;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The account's region. Default: as the AWS SDK finds it.")
    private @Nullable String region;

    @Override
    public Integer call() throws Exception {
        var known = GenerationId.parse(id);
        if (known.isEmpty()) {
            throw new StackException(id + " is not the id of a generation.", null);
        }
        var generation = find(known.get());
        var console = spec.commandLine().getOut();
        if (json) {
            console.println(json(generation));
        } else {
            table(generation).forEach(console::println);
        }
        return ExitCode.OK;
    }

    private Generation find(GenerationId known) {
        var deployment = table == null ? Deployment.local(place) : Deployment.account(region);
        var name = table == null ? deployment.variable("GENERATIONS_TABLE") : table;
        try (var dynamo = deployment.aws().dynamo()) {
            return new DynamoGenerations(dynamo, name)
                    .find(known)
                    .orElseThrow(() ->
                            new StackException("There is no generation " + known + ".", null));
        }
    }

    private static String json(Generation generation) throws Exception {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("generation", generation.id().value())
                        .put("workflow", generation.order().workflow())
                        .put("status", generation.state().status());
        var attempts = body.putArray("attempts");
        for (var line : AttemptLine.of(generation)) {
            attempts.add(line.json());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
    }

    private static List<String> table(Generation generation) {
        var rows = new ArrayList<List<String>>();
        rows.add(AttemptLine.HEAD);
        AttemptLine.of(generation).forEach(line -> rows.add(line.cells()));
        var lines = new ArrayList<String>();
        lines.add(
                "%s  %s  %s"
                        .formatted(
                                generation.id(),
                                generation.order().workflow(),
                                generation.state().status()));
        lines.add("");
        rows.forEach(row -> lines.add(padded(row, rows)));
        return lines;
    }

    private static String padded(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
            line.append(row.get(i)).repeat(" ", width - row.get(i).length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
