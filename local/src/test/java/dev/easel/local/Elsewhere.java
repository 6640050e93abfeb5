package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.emulator.Buckets;
import dev.easel.emulator.Loopback;
import dev.easel.emulator.Queues;
import dev.easel.emulator.Tables;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.UUID;

/// Tables, queues, bucket, bus and secrets at another endpoint than the embedded emulators': one
/// address for all services. Only the front, the functions and the simulator run here then.
///
/// Everything is made there from the template under names of its own, and removed in the end.
final class Elsewhere {

    static final String NO_DOCKER = "skipped: no Docker, so nothing ran against LocalStack";

    /// Whose endpoint it is, as far as that changes what can be tested.
    enum Kind {
        LOCALSTACK,
        OTHER
    }

    private static final Map<String, String> SECRETS =
            Map.of(
                    "RunflowKeyParameter", "rf_local",
                    "CallerSecretParameter", "a-local-secret-that-protects-nobody");

    private final URI endpoint;
    private final Kind kind;
    private final String name = "easel-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Aws aws;
    private @Nullable Template template;

    private Elsewhere(URI endpoint) {
        this.endpoint = Loopback.uri(Relay.port(endpoint));
        this.kind = kind(endpoint);
        this.aws =
                new Aws(
                        LocalEnvironment.at(
                                Map.of(
                                        "dynamodb", this.endpoint,
                                        "sqs", this.endpoint,
                                        "s3", this.endpoint,
                                        "events", this.endpoint)));
    }

    /// The endpoint that this run was asked to use; empty for the embedded emulators.
    static Optional<Elsewhere> wanted() {
        return Wanted.ELSEWHERE;
    }

    /// Looked for once, when it is first asked for.
    private static final class Wanted {
        static final Optional<Elsewhere> ELSEWHERE = find();

        private static Optional<Elsewhere> find() {
            var address = System.getProperty("easel.endpoint");
            return (address == null ? container() : Optional.of(URI.create(address)))
                    .map(Elsewhere::new);
        }
    }

    /// A container was asked for, and there is no Docker.
    static boolean isMissing() {
        return System.getProperty("easel.localstack") != null && wanted().isEmpty();
    }

    private static Optional<URI> container() {
        var image = System.getProperty("easel.localstack");
        if (image == null) {
            return Optional.empty();
        }
        var started = ServiceLoader.load(Container.class).findFirst().orElseThrow().start(image);
        if (started.isEmpty()) {
            System.out.println(NO_DOCKER);
        }
        return started;
    }

    private static Kind kind(URI endpoint) {
        try {
            var health = endpoint.resolve("/_localstack/health").toURL();
            var connection = (HttpURLConnection) health.openConnection();
            try {
                return connection.getResponseCode() == 200 ? Kind.LOCALSTACK : Kind.OTHER;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new StackException("Nobody answers at " + endpoint + ".", e);
        }
    }

    Kind kind() {
        return kind;
    }

    /// Makes everything there, and answers how a stack is started that uses it.
    StackOptions build(StackOptions options) {
        int port = endpoint.getPort();
        var parameters = new TreeMap<>(options.parameters());
        SECRETS.keySet().forEach(parameter -> parameters.put(parameter, secret(parameter)));
        var own = OwnNames.of(options.template(), name, LiveStack.folder());
        template =
                TemplateFile.read(own)
                        .resolve(plus(parameters, URI.create("http://127.0.0.1:1")), endpoint);
        make(template);
        return StackOptions.of(own, options.data())
                .withSimulation(options.simulation())
                .withChecks(options.checks())
                .withParameters(parameters)
                .withPorts(new Ports(0, port, port, port, port, 0))
                .withParts(EnumSet.of(Part.FUNCTIONS, Part.SIMULATOR));
    }

    private String secret(String parameter) {
        return "/" + name + "/" + parameter;
    }

    private static Map<String, String> plus(Map<String, String> parameters, URI simulator) {
        var more = new TreeMap<>(SimulatedProviders.parameters(simulator));
        more.putAll(parameters);
        return more;
    }

    private void make(Template template) {
        try (var dynamo = aws.dynamo();
                var sqs = aws.sqs();
                var s3 = aws.s3();
                var events = aws.events();
                var ssm = aws.ssm()) {
            new Tables(dynamo).ensure(template.tables());
            new Queues(sqs).create(template.queues());
            new Buckets(s3).ensure(template.buckets());
            template.buses().forEach(bus -> events.createEventBus(r -> r.name(bus.name())));
            SECRETS.forEach((parameter, value) ->
                    ssm.putParameter(r ->
                            r.name(secret(parameter))
                                    .value(value)
                                    .type(ParameterType.SECURE_STRING)));
        }
    }

    /// Removes all of it; what cannot be removed does not keep the rest.
    void remove() {
        var made = template;
        if (made == null) {
            return;
        }
        var dynamo = aws.dynamo();
        var sqs = aws.sqs();
        var events = aws.events();
        var ssm = aws.ssm();
        var removals = new ArrayList<Runnable>();
        made.tables()
                .forEach(table ->
                        removals.add(() -> dynamo.deleteTable(r -> r.tableName(table.name()))));
        made.queues()
                .forEach(queue ->
                        removals.add(() -> {
                            var url = sqs.getQueueUrl(r -> r.queueName(queue.name())).queueUrl();
                            sqs.deleteQueue(r -> r.queueUrl(url));
                        }));
        made.buckets().forEach(bucket -> removals.add(() -> empty(bucket.name())));
        made.buses()
                .forEach(bus -> removals.add(() -> events.deleteEventBus(r -> r.name(bus.name()))));
        SECRETS.keySet()
                .forEach(parameter ->
                        removals.add(() -> ssm.deleteParameter(r -> r.name(secret(parameter)))));
        remove(removals);
    }

    private static void remove(List<Runnable> removals) {
        for (var removal : removals) {
            try {
                removal.run();
            } catch (SdkException e) {
                System.err.println("left behind: " + e.getMessage());
            }
        }
    }

    private void empty(String bucket) {
        try (var s3 = aws.s3()) {
            s3.listObjectsV2Paginator(r -> r.bucket(bucket))
                    .contents()
                    .forEach(object -> s3.deleteObject(r -> r.bucket(bucket).key(object.key())));
            s3.deleteBucket(r -> r.bucket(bucket));
        }
    }
}
