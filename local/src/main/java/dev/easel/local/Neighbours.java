package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.emulator.Buckets;
import dev.easel.emulator.DynamoEmulator;
import dev.easel.emulator.EventsEmulator;
import dev.easel.emulator.Queues;
import dev.easel.emulator.S3Emulator;
import dev.easel.emulator.SqsEmulator;
import dev.easel.emulator.Tables;
import dev.easel.template.Bus;
import dev.easel.template.Template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// What stands in for AWS and for the providers, as far as it runs in this process. Whoever starts
/// an emulator also fills it from the template: one that comes back alone comes back whole.
final class Neighbours {

    private final StackOptions options;
    private final Ports ports;
    private final Template template;
    private final Aws aws;
    private final DataFolder folder;
    private final Crew crew;

    Neighbours(
            StackOptions options,
            Ports ports,
            Template template,
            Aws aws,
            DataFolder folder,
            Crew crew) {
        this.options = options;
        this.ports = ports;
        this.template = template;
        this.aws = aws;
        this.folder = folder;
        this.crew = crew;
    }

    /// The bus and the parameters, at once; empty if they run elsewhere.
    Optional<EventsEmulator> events() {
        if (!options.runs(Part.EVENTS)) {
            return Optional.empty();
        }
        var names = template.buses().stream().map(Bus::name).collect(Collectors.toSet());
        return Optional.of(
                crew.keep(
                        EventsEmulator.start(
                                ports.events(), folder.root(), names, options.secrets())));
    }

    /// The others, each to be started by a thread of its own.
    List<Callable<?>> starts() {
        var starts = new ArrayList<Callable<?>>();
        add(starts, Part.DYNAMODB, this::dynamo);
        add(starts, Part.SQS, this::sqs);
        add(starts, Part.S3, this::s3);
        add(
                starts,
                Part.SIMULATOR,
                () ->
                        crew.keep(
                                SimulatedProviders.start(
                                        ports.simulator(),
                                        folder.simulator(),
                                        options.simulation())));
        return starts;
    }

    private void add(List<Callable<?>> starts, Part part, Callable<?> start) {
        if (options.runs(part)) {
            starts.add(start);
        }
    }

    private DynamoEmulator dynamo() {
        var emulator = crew.keep(DynamoEmulator.start(ports.dynamodb(), folder.dynamo()));
        try (var dynamo = aws.dynamo()) {
            new Tables(dynamo).ensure(template.tables());
        }
        return emulator;
    }

    private SqsEmulator sqs() {
        var emulator = crew.keep(SqsEmulator.start(ports.sqs()));
        try (var sqs = aws.sqs()) {
            new Queues(sqs).create(template.queues());
        }
        return emulator;
    }

    private S3Emulator s3() {
        var cors = template.buckets().stream().flatMap(bucket -> bucket.cors().stream()).toList();
        var emulator = crew.keep(S3Emulator.start(ports.s3(), folder.s3(), cors));
        try (var s3 = aws.s3()) {
            new Buckets(s3).ensure(template.buckets());
        }
        return emulator;
    }
}
