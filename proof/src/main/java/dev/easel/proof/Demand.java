package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.local.Part;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// All that was ordered of a town, until each of it rests.
final class Demand implements AutoCloseable {

    private final List<Placed> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Town town;
    private final Customer customer;

    Demand(Town town) {
        this.town = town;
        this.customer = new Customer(town.at(Part.FUNCTIONS));
    }

    /// One order under its key, answered or not.
    static final class Placed {
        private final String key = UUID.randomUUID().toString();
        private final ObjectNode order;
        private volatile @Nullable String id;
        private volatile @Nullable Instant ended;
        private volatile @Nullable Instant rested;
        private volatile JsonNode last = MissingNode.getInstance();

        private Placed(ObjectNode order) {
            this.order = order;
        }

        /// Throws if nobody has answered yet.
        String id() {
            var known = id;
            if (known == null) {
                throw new IllegalStateException(key + " has no answer");
            }
            return known;
        }

        boolean isAnswered() {
            return id != null;
        }

        /// When it was first seen with a terminal status, and when at rest.
        Duration endedAfter(Instant begin) {
            return Duration.between(begin, orMax(ended));
        }

        Duration restedAfter(Instant begin) {
            return Duration.between(begin, orMax(rested));
        }

        /// As it was read last.
        JsonNode last() {
            return last;
        }

        /// Its status with the verdict or the class of the failure.
        String outcome() {
            var why = last.at("/evaluation/verdict").asText(last.at("/failure/class").asText());
            return last.path("status").asText() + " " + why;
        }

        private static Instant orMax(@Nullable Instant seen) {
            return seen == null ? Instant.MAX : seen;
        }

        @Override
        public String toString() {
            return id == null ? key : id();
        }
    }

    List<Placed> all() {
        return List.copyOf(all);
    }

    /// Orders without waiting for the answer.
    Placed place(ObjectNode order) {
        var placed = new Placed(order);
        all.add(placed);
        threads.execute(() -> send(placed));
        return placed;
    }

    /// Orders once and answers how that went; it is sent again later if it has to be.
    Customer.Told placeNow(ObjectNode order) {
        var placed = new Placed(order);
        all.add(placed);
        return send(placed);
    }

    private Customer.Told send(Placed placed) {
        var told = customer.order(placed.key, placed.order);
        if (told.ok()) {
            placed.id = told.body().path("id").asText();
        } else if (told.status() / 100 == 4) {
            throw new IllegalStateException(told.status() + " " + told.body());
        }
        return told;
    }

    /// Until everything that was placed has been taken.
    void awaitAnswers() {
        while (!all.stream().allMatch(Placed::isAnswered)) {
            Moment.pass();
        }
    }

    /// Sends again what got no answer, and reads all the others until each of them rests.
    void awaitRest(Duration bound) {
        var end = Instant.now().plus(bound);
        var swept = Instant.now();
        while (true) {
            var open = all.stream().filter(placed -> placed.rested == null).toList();
            if (open.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not at rest within " + bound + ": " + describe(open));
            }
            var every = town.times().sweep();
            if (!every.isZero() && !Instant.now().isBefore(swept.plus(every))) {
                swept = Instant.now();
                town.sweep();
            }
            open.forEach(this::look);
            Moment.pass();
        }
    }

    private void look(Placed placed) {
        if (!placed.isAnswered()) {
            send(placed);
            return;
        }
        var told = customer.read(placed.id());
        if (!told.ok()) {
            return;
        }
        placed.last = told.body();
        var now = Instant.now();
        var status = told.body().path("status").asText();
        if (placed.ended == null && !List.of("queued", "running", "storing").contains(status)) {
            placed.ended = now;
        }
        if (told.rests()) {
            placed.rested = now;
        }
    }

    private List<String> describe(List<Placed> open) {
        return open.stream()
                .map(placed ->
                        placed.isAnswered()
                                ? customer.read(placed.id()).body().toString()
                                : placed.toString())
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        customer.close();
    }
}
