package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.aws.Aws;
import dev.easel.emulator.EmulatorException;
import dev.easel.emulator.Eventually;
import dev.easel.gateway.BatchHandler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class StackTest {

    static final Path TEMPLATE = Path.of("src/test/resources/template.yaml");

    @TempDir private Path data;

    private StackOptions options() {
        return StackOptions.of(TEMPLATE, data).withPorts(Ports.ANY);
    }

    private static void query(Stack stack, String index) {
        var env = stack.environment("EchoFunction");
        try (var dynamo = new Aws(env).dynamo()) {
            dynamo.query(request ->
                    request.tableName(env.get("TABLE"))
                            .indexName(index)
                            .keyConditionExpression("#open = :open")
                            .expressionAttributeNames(Map.of("#open", "open"))
                            .expressionAttributeValues(
                                    Map.of(":open", AttributeValue.fromS("open#0"))));
        }
    }

    private static Check indexCheck() {
        return new Check("index open-by-due", stack -> query(stack, "open-by-due"));
    }

    @Test
    void aStackServesTheTemplateFromEndToEnd() throws Exception {
        BatchHandler.SEEN.clear();
        try (var stack = Stack.start(options().withChecks(List.of(indexCheck())))) {
            var env = stack.environment("echo");
            assertThat(env)
                    .containsEntry("STAGE", "test")
                    .containsEntry("RUNFLOW_URL", stack.simulator().toString())
                    .containsEntry(
                            "AWS_ENDPOINT_URL_SQS", String.valueOf(stack.addresses().get("sqs")));
            assertThat(get(stack.api().resolve("/v1/things/a"))).contains("GET /v1/things/{id}");

            var aws = new Aws(env);
            try (var sqs = aws.sqs();
                    var events = aws.events();
                    var ssm = aws.ssm()) {
                sqs.sendMessage(request ->
                        request.queueUrl(env.get("QUEUE_URL")).messageBody("to the worker"));
                var entry =
                        PutEventsRequestEntry.builder()
                                .eventBusName(env.get("BUS"))
                                .source("easel");
                events.putEvents(
                        request -> request.entries(entry.detailType("t").detail("{}").build()));
                assertThat(
                                ssm.getParameter(r -> r.name("/easel/runflow/api-key"))
                                        .parameter()
                                        .value())
                        .isEqualTo("local_runflow");
            }
            Eventually.until(
                    "the worker saw it", () -> BatchHandler.SEEN.contains("to the worker"));
            Eventually.until("the rule fired", () -> BatchHandler.SEEN.contains("no records"));
            assertThat(
                            new String(
                                    stack.invoke(
                                            "EchoFunction",
                                            bytes("{\"rawPath\":\"/v1/things/env\"}")),
                                    StandardCharsets.UTF_8))
                    .contains("AWS_REGION");
        }
        assertThat(Files.readString(data.resolve("log/functions.jsonl")))
                .contains("built for easel-BatchWorkFunction");
    }

    /// Whoever starts it reads only what Easel has to say.
    @Test
    void noLibraryPrintsAnythingWhileItStarts() throws Exception {
        var printed = new Listener();
        var everything = Logger.getLogger("");
        everything.addHandler(printed);
        try (var stack =
                Stack.start(
                        LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), data)
                                .withBackground(false))) {
            assertThat(get(stack.api().resolve("/v1/metrics?window=1h"))).contains("providers");
        } finally {
            everything.removeHandler(printed);
        }

        assertThat(printed.heard).isEmpty();
    }

    private static final class Listener extends Handler {

        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            heard.add(record.getLoggerName() + ": " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aRestartKeepsTablesAndObjectsAndFreshForgetsThem() {
        try (var stack = Stack.start(options().withBackground(false))) {
            var env = stack.environment("EchoFunction");
            try (var s3 = new Aws(env).s3();
                    var dynamo = new Aws(env).dynamo()) {
                s3.putObject(
                        request -> request.bucket(env.get("BUCKET")).key("kept"),
                        RequestBody.fromString("yes"));
                var item = Map.of("id", AttributeValue.fromS("kept"));
                dynamo.putItem(request -> request.tableName(env.get("TABLE")).item(item));
            }
        }
        assertThat(kept(options())).isTrue();
        assertThat(kept(options().withFresh(true))).isFalse();
    }

    private static boolean kept(StackOptions options) {
        try (var stack = Stack.start(options.withBackground(false))) {
            var env = stack.environment("EchoFunction");
            try (var s3 = new Aws(env).s3();
                    var dynamo = new Aws(env).dynamo()) {
                var objects =
                        s3.listObjectsV2(request -> request.bucket(env.get("BUCKET"))).contents();
                var items = dynamo.scan(request -> request.tableName(env.get("TABLE"))).items();
                assertThat(objects).hasSameSizeAs(items);
                return !objects.isEmpty();
            }
        }
    }

    @Test
    void anIndexThatIsRenamedInTheTemplateIsNoticedAtTheStart() throws IOException {
        var renamed = data.resolve("renamed.yaml");
        Files.writeString(renamed, Files.readString(TEMPLATE).replace("open-by-due", "by-due"));
        var options =
                StackOptions.of(renamed, data.resolve("stack"))
                        .withPorts(Ports.ANY)
                        .withChecks(List.of(indexCheck()));

        assertThatThrownBy(() -> Stack.start(options))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("The check \"index open-by-due\" failed: ")
                .hasMessageContaining("index");
    }

    @Test
    void aTableOfAnotherShapeInTheFolderAsksForFresh() throws IOException {
        Stack.start(options().withBackground(false)).close();
        var renamed = data.resolve("renamed.yaml");
        Files.writeString(renamed, Files.readString(TEMPLATE).replace("open-by-due", "by-due"));

        assertThatThrownBy(() -> Stack.start(StackOptions.of(renamed, data).withPorts(Ports.ANY)))
                .isInstanceOf(EmulatorException.class)
                .hasMessageEndingWith("Start over with --fresh.");
    }

    @Test
    void whatFailedToStartLeavesNothingBehind() throws IOException {
        var broken = data.resolve("broken.yaml");
        Files.writeString(broken, Files.readString(TEMPLATE).replace("EchoHandler", "NoHandler"));
        var out = System.out;

        assertThatThrownBy(() -> Stack.start(StackOptions.of(broken, data).withPorts(Ports.ANY)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("there is no such class");

        assertThat(System.out).isSameAs(out);
        Stack.start(options().withBackground(false)).close();
    }

    @Test
    void onlyTheLoopbackInterfaceIsListenedOn() throws Exception {
        try (var stack = Stack.start(options().withBackground(false))) {
            var elsewhere =
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                            .toList();
            for (var uri : stack.addresses().values()) {
                assertThat(answers(InetAddress.ofLiteral("127.0.0.1"), uri)).isTrue();
                assertThat(elsewhere).noneMatch(address -> answers(address, uri));
            }
        }
    }

    private static boolean answers(InetAddress address, URI uri) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, uri.getPort()), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void closingIsQuickAndLeavesNoThreads() throws Exception {
        // The first stack of a JVM also starts what the libraries keep for ever.
        Stack.start(options()).close();
        var before = threads();
        var stack = Stack.start(options());

        var began = Instant.now();
        stack.close();

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
        Eventually.until(
                "the threads are gone: " + threads(), () -> threads().size() <= before.size());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        !name.startsWith("ForkJoinPool") && !name.startsWith("VirtualThread"))
                .sorted()
                .toList();
    }

    @Test
    void twoStacksDoNotShareAFolder() {
        try (var _ = Stack.start(options().withBackground(false))) {
            assertThatThrownBy(() -> Stack.start(options()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Another stack is using the data folder");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String get(URI uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
