package dev.easel.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.aws.DynamoIncidents;
import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.Tables;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Source;
import dev.easel.reliability.Window;
import dev.easel.routing.TierTable;
import dev.easel.seed.Almanac;
import dev.easel.seed.Bystanders;
import dev.easel.seed.Seeding;
import dev.easel.seed.Story;
import dev.easel.seed.Unpainted;
import dev.easel.template.TemplateFile;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A made-up month on DynamoDB Local with the tables of the template, rolled up and looked over by the
/// product.
final class Month implements AutoCloseable {

    static final Instant NOW = Instant.parse("2051-06-15T10:37:20Z");
    static final Instant HOUR = Rollup.hourOf(NOW);
    static final Instant BEGIN = Seeding.begin(NOW, 30);
    static final Instant END = Seeding.end(NOW);
    static final List<String> PROVIDERS = TierTable.STANDARD.providers();

    private static final Story STORY = new Story(LocalDate.parse("2051-06-15"));

    static final Almanac ALMANAC = new Almanac(1, STORY, new Unpainted());
    static final Bystanders BYSTANDERS = new Bystanders(1, STORY);

    private final Reads reads = new Reads();
    private final DynamoEmulator emulator;
    private final Seeding seeding;
    private final DynamoHistory history;
    private final Metrics metrics;

    private Month(Path folder) {
        emulator = DynamoEmulator.start(0, folder);
        var aws = new Aws(Map.of("AWS_ENDPOINT_URL_DYNAMODB", emulator.uri().toString()));
        var dynamo =
                aws.configure(DynamoDbClient.builder(), "DYNAMODB")
                        .overrideConfiguration(all -> all.addExecutionInterceptor(reads))
                        .build();
        var template =
                TemplateFile.read(Path.of("../template.yaml"))
                        .resolve(Map.of(), URI.create("http://127.0.0.1:1"));
        new Tables(dynamo).ensure(template.tables());
        var env =
                template.functions().stream()
                        .filter(function -> function.id().equals("MetricsFunction"))
                        .findFirst()
                        .orElseThrow()
                        .environment();
        var runs = env.getOrDefault("RUNS_TABLE", "");
        var rollups = env.getOrDefault("ROLLUPS_TABLE", "");
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        history = new DynamoHistory(dynamo, runs, rollups);
        metrics = new Metrics(history, new DynamoIncidents(dynamo, rollups), PROVIDERS, clock);
        seeding = new Seeding(dynamo, runs, rollups, clock, _ -> {});
    }

    static Month plant(Path folder) {
        var month = new Month(folder);
        month.seeding.plant(ALMANAC, BEGIN, END);
        month.seeding.plant(BYSTANDERS, BEGIN, END);
        month.seeding.rollUp(BEGIN);
        month.seeding.review(BEGIN);
        return month;
    }

    /// Plants more runs from this moment on, and rolls up anew what they change.
    void plant(Almanac more, Instant from) {
        seeding.plant(more, from, NOW);
        seeding.rollUp(from);
    }

    DynamoHistory history() {
        return history;
    }

    /// As the route answers.
    ObjectNode read(Window window, Source source) {
        var query =
                Map.of(
                        "window", List.of(window.wire()),
                        "source", List.of(source.wire()));
        return MetricsJson.write(metrics.report(MetricsRequest.of(query, PROVIDERS)));
    }

    /// How many items it reads for an answer.
    Reads.Count cost(Window window) {
        reads.take();
        read(window, Source.BENCHMARK);
        return reads.take();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
