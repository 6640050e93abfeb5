package dev.easel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.local.Ports;
import dev.easel.local.Stack;
import dev.easel.local.StackOptions;
import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Every message of a generation comes two or three times, in any order: one chain, one bill, one
/// verdict.
class DuplicateTest {

    private static final Path TEMPLATE = Path.of("..", "template.yaml");
    private static final int SEEDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// The deadlines are to be delivered, too, while somebody watches.
    private static final Map<String, String> TIMES =
            Map.of("FirstPollSeconds", "1", "EvaluationBudgetSeconds", "15");

    @TempDir private Path data;

    @Test
    void whatComesTwiceInAnyOrderIsDoneOnce() throws Exception {
        var options =
                StackOptions.of(TEMPLATE, data)
                        .withPorts(Ports.ANY)
                        .withBackground(false)
                        .withParameters(TIMES)
                        .withSimulation(StackOptions.Simulation.NORMAL.withPace(Pace.INSTANT));
        try (var stack = Stack.start(options);
                var postman = new Postman(stack);
                var customer = new Customer(stack.api());
                var books =
                        new Books(requireNonNull(stack.addresses().get("dynamodb")), TEMPLATE)) {
            var ids = order(customer, postman);
            deliver(postman);
            var first = verdicts(customer, ids);

            postman.deliverAllAgain(new Random(SEEDS));
            deliver(postman);

            assertThat(verdicts(customer, ids)).isEqualTo(first).doesNotContain("");
            assertThat(postman.sent()).doesNotHaveDuplicates();
            checkChains(ids.stream().map(books::generation).toList());
            checkEvents(ids);
        }
    }

    private static List<String> order(Customer customer, Postman postman) {
        var ids = new ArrayList<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var order = Town.JSON.createObjectNode().put("workflow", "create");
            var told = customer.order("seed-" + seed, order.put("prompt", "boat " + seed));
            assertThat(told.status()).as(told.toString()).isEqualTo(202);
            ids.add(told.body().path("id").asText());
            postman.seed(ids.getLast(), seed);
        }
        return ids;
    }

    /// Until no message is left anywhere: none goes round in circles.
    private static void deliver(Postman postman) {
        var end = Instant.now().plus(PATIENCE);
        do {
            postman.round();
            assertThat(Instant.now()).as("messages are left").isBefore(end);
        } while (!postman.isDone());
    }

    private static List<String> verdicts(Customer customer, List<String> ids) {
        return ids.stream()
                .map(id -> customer.read(id).body().at("/evaluation/verdict").asText())
                .toList();
    }

    private void checkChains(List<Generation> generations) throws IOException {
        var journal = lines(data.resolve("simulator").resolve("journal.jsonl"));

        assertThat(generations)
                .allSatisfy(generation -> {
                    assertThat(generation.state()).isInstanceOf(State.Succeeded.class);
                    assertThat(generation.attempts()).hasSize(1);
                    assertThat(generation.attempt().sends()).isEqualTo(1);
                    assertThat(bills(journal, "run", generation.attempt().id().value()))
                            .isEqualTo(1);
                    var evaluation = requireNonNull(generation.evaluation()).value();
                    assertThat(bills(journal, "evaluation", evaluation)).isEqualTo(1);
                });
        assertThat(Books.compare(generations, journal)).isEmpty();
    }

    private static long bills(List<JsonNode> journal, String kind, String reference) {
        return journal.stream()
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .filter(entry -> entry.path("client_ref").asText().equals(reference))
                .count();
    }

    /// The bus delivers at least once and so do we: listeners know an event by what it is about. Told
    /// twice, it must be the same.
    private void checkEvents(List<String> ids) throws IOException {
        var told =
                lines(data.resolve("events.jsonl")).stream()
                        .collect(
                                Collectors.groupingBy(
                                        event ->
                                                event.path("detail-type").asText()
                                                        + " "
                                                        + event.at("/detail/generation").asText(),
                                        Collectors.mapping(
                                                event -> event.path("detail"),
                                                Collectors.toSet())));

        assertThat(told).hasSize(2 * ids.size());
        assertThat(ids)
                .allSatisfy(id -> {
                    assertThat(told.get("generation.succeeded " + id)).hasSize(1);
                    assertThat(told.get("evaluation.completed " + id)).hasSize(1);
                });
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file)) {
            lines.add(Town.JSON.readTree(line));
        }
        return lines;
    }
}
