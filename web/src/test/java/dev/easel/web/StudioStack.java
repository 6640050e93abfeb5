package dev.easel.web;

import dev.easel.aws.Aws;
import dev.easel.local.Ports;
import dev.easel.local.Stack;
import dev.easel.local.StackOptions;
import dev.easel.local.StackOptions.Simulation;
import dev.easel.simulator.script.Pace;
import dev.easel.simulator.script.Scenario;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One whole stack for all tests of this JVM, made from the real template and serving the real pages.
final class StudioStack {

    /// Tests run in the folder of their module, which is that of the pages.
    static final Path PAGES = Path.of("");

    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "FirstPollSeconds", "1",
                    "RunsPerDay", "1000000",
                    "Providers", "runflow",
                    "ParkAfter", "0");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static @Nullable Stack stack;

    private StudioStack() {}

    /// Started at the first call, closed when the JVM ends.
    static synchronized Stack get() {
        if (stack == null) {
            stack = Stack.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        }
        return stack;
    }

    /// Another, in which nothing has happened. Whoever asks for it closes it.
    static Stack untouched() {
        return Stack.start(options());
    }

    /// Another, with these parameters beside the usual ones. Whoever asks for it closes it.
    static Stack another(Map<String, String> parameters) {
        var all = new HashMap<>(PARAMETERS);
        all.putAll(parameters);
        return Stack.start(options().withParameters(all));
    }

    /// As quick as the simulators can be, and one provider only, so that what goes wrong there is not made
    /// good elsewhere. No workflow parks itself: all tests share them.
    private static StackOptions options() {
        try {
            return StackOptions.of(
                            Path.of("..", "template.yaml"),
                            Files.createTempDirectory("easel-studio"))
                    .withPages(PAGES)
                    .withPorts(Ports.ANY)
                    .withParameters(PARAMETERS)
                    .withSimulation(Simulation.NORMAL.withPace(Pace.INSTANT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where pages and API are.
    static URI studio() {
        return get().api();
    }

    /// Every origin that a page may speak to: its own, and that of presigned URLs.
    static Set<String> origins() {
        return origins(get());
    }

    static Set<String> origins(Stack stack) {
        return Set.of(stack.api().toString(), String.valueOf(stack.addresses().get("s3")));
    }

    /// All come from one address. What they have done so far counts for nobody.
    static void forgetCallers() {
        var env = get().environment("DispatchFunction");
        var table = Objects.requireNonNull(env.get("GUARDS_TABLE"));
        try (var dynamo = new Aws(env).dynamo()) {
            dynamo.scanPaginator(scan -> scan.tableName(table).projectionExpression("pk, sk"))
                    .items()
                    .forEach(key -> dynamo.deleteItem(row -> row.tableName(table).key(key)));
        }
    }

    /// How the simulated providers behave from now on.
    static void simulate(Scenario scenario) {
        simulate(get(), scenario);
    }

    static void simulate(Stack one, Scenario scenario) {
        put(one, "{\"scenario\": \"%s\"}".formatted(scenario.wire()));
    }

    /// How they behave for so many requests.
    static void simulate(Scenario scenario, int times) {
        put(get(), "{\"scenario\": \"%s\", \"times\": %d}".formatted(scenario.wire(), times));
    }

    private static void put(Stack one, String body) {
        var request =
                HttpRequest.newBuilder(one.simulator().resolve("/simulator/scenario"))
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
