package dev.easel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.dispatch.DispatchHandler;
import dev.easel.dispatch.WorkerHandler;
import dev.easel.door.StepMessages;
import dev.easel.generation.Step;
import dev.easel.id.GenerationId;
import dev.easel.local.Ports;
import dev.easel.local.Stack;
import dev.easel.local.StackOptions;
import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Easel itself costs in CPU time, beside a handler that only reads the event and answers: the
/// thread's own time, so that emulators and waiting do not count. Orders, steps and the bare handler take
/// turns, so that whatever else the machine does falls on all of them alike.
@EnabledIfSystemProperty(named = "easel.proof.overhead", matches = "true")
class OverheadTest {

    private static final int WARM = 400;
    private static final int MEASURED = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Nobody here looks into it.
    private static final Context CONTEXT =
            (Context)
                    Proxy.newProxyInstance(
                            Context.class.getClassLoader(),
                            new Class<?>[] {Context.class},
                            (_, method, _) -> {
                                throw new UnsupportedOperationException(method.getName());
                            });

    private static final Path PROJECT = Path.of("..");

    /// Reads and answers as the doors do, and does nothing in between.
    private static final RequestStreamHandler BARE =
            (in, out, _) -> {
                var event = JSON.readTree(in);
                out.write(
                        JSON.writeValueAsBytes(
                                Map.of("statusCode", 200, "body", event.path("body").asText(""))));
            };

    @Test
    void anOrderAndAStepBesideABareHandler() throws Exception {
        var folder = Files.createTempDirectory("easel-overhead");
        var out = System.out;
        var options =
                StackOptions.of(PROJECT.resolve("template.yaml"), folder)
                        .withPorts(Ports.ANY)
                        .withBackground(false)
                        .withParameters(
                                Map.of("RunsPerDay", "1000000", "RetriesPerMinute", "1000000"));
        try (var stack =
                Stack.start(options.withSimulation(options.simulation().withPace(Pace.INSTANT)))) {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            measure(stack, out);
        } finally {
            System.setOut(out);
        }
    }

    private static void measure(Stack stack, PrintStream out) throws IOException {
        var dispatch = new DispatchHandler(stack.environment("DispatchFunction"));
        var worker = new WorkerHandler(stack.environment("WorkerFunction"));
        var bare = new ArrayList<Long>();
        var orders = new ArrayList<Long>();
        var steps = new ArrayList<Long>();
        for (int i = 0; i < WARM + MEASURED; i++) {
            var event = order(i).toString().getBytes(StandardCharsets.UTF_8);
            var answer = new ByteArrayOutputStream();
            var count = i >= WARM;
            time(
                    bare,
                    count,
                    () ->
                            BARE.handleRequest(
                                    new ByteArrayInputStream(event),
                                    new ByteArrayOutputStream(),
                                    CONTEXT));
            time(
                    orders,
                    count,
                    () -> dispatch.handleRequest(new ByteArrayInputStream(event), answer, CONTEXT));
            var admitted = JSON.readTree(answer.toByteArray());
            assertThat(admitted.path("statusCode").asInt()).isEqualTo(202);
            var message = message(JSON.readTree(admitted.path("body").asText()));
            time(
                    steps,
                    count,
                    () ->
                            assertThat(
                                            worker.handleRequest(message, CONTEXT)
                                                    .getBatchItemFailures())
                                    .isEmpty());
        }
        out.printf(
                "CPU time of the thread, in microseconds, %d calls each, after %d to get warm%n",
                MEASURED, WARM);
        out.printf("%-44s %8s %8s %8s %8s%n", "", "1st q.", "median", "3rd q.", "x bare");
        print(out, "a bare handler", bare, bare);
        print(out, "an order: validate, admit, enqueue, answer", orders, bare);
        print(out, "a step of the worker: take, mark, submit, save", steps, bare);
    }

    private static void print(PrintStream out, String what, List<Long> times, List<Long> bare) {
        out.printf(
                "%-46s %6d %8d %8d %8.1f%n",
                what,
                quantile(times, 0.25),
                quantile(times, 0.5),
                quantile(times, 0.75),
                (double) quantile(times, 0.5) / quantile(bare, 0.5));
    }

    private static long quantile(List<Long> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / 1_000;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void time(List<Long> times, boolean count, Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        long took = threads.getCurrentThreadCpuTime() - before;
        if (count) {
            times.add(took);
        }
    }

    /// Each from an address of its own: nobody is refused.
    private static ObjectNode order(int number) throws IOException {
        var event =
                (ObjectNode)
                        JSON.readTree(
                                PROJECT.resolve("events").resolve("dispatch-create.json").toFile());
        ((ObjectNode) event.at("/requestContext/http"))
                .put("sourceIp", "10.%d.%d.1".formatted(number / 250, number % 250));
        ((ObjectNode) event.path("headers")).put("idempotency-key", "order-" + number);
        return event;
    }

    private static SQSEvent message(JsonNode generation) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId("m");
        message.setBody(
                StepMessages.write(
                        new Step(new GenerationId(generation.path("id").asText()), 0, "proof")));
        var event = new SQSEvent();
        event.setRecords(List.of(message));
        return event;
    }
}
