package dev.easel.emulator;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.emulator.EventsEmulator.AwsError;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Takes events for the buses of the template, as EventBridge takes them: an entry that is wrong
/// fails alone, with a code.
final class EventBuses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMEMBERED = 1000;
    private static final int ENTRIES_MAX = 10;
    private static final int REQUEST_BYTES_MAX = 1_048_576;

    private final Set<String> names;
    private final Path file;
    private final Clock clock;
    private final List<Consumer<BusEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ArrayDeque<BusEvent> recent = new ArrayDeque<>();

    EventBuses(Set<String> names, Path file, Clock clock) {
        this.names = new HashSet<>(names);
        this.names.add("default");
        this.file = file;
        this.clock = clock;
    }

    void listen(Consumer<BusEvent> listener) {
        listeners.add(listener);
    }

    List<BusEvent> recent() {
        synchronized (recent) {
            return new ArrayList<>(recent);
        }
    }

    JsonNode put(JsonNode request) throws AwsError {
        var entries = request.path("Entries");
        if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
            throw new AwsError("ValidationException", "Entries must have 1 to 10 members.");
        }
        if (entries.toString().getBytes(StandardCharsets.UTF_8).length > REQUEST_BYTES_MAX) {
            throw new AwsError("ValidationException", "Total size of the entries is over 1 MB.");
        }
        var answer = JsonNodeFactory.instance.objectNode();
        var results = answer.putArray("Entries");
        var failed = 0;
        for (var entry : entries) {
            var result = put(results.addObject(), entry);
            failed += result.has("ErrorCode") ? 1 : 0;
        }
        return answer.put("FailedEntryCount", failed);
    }

    private ObjectNode put(ObjectNode result, JsonNode entry) {
        for (var field : List.of("Source", "DetailType", "Detail")) {
            if (entry.path(field).asText().isEmpty()) {
                return error(result, "InvalidArgument", "Parameter " + field + " is not valid.");
            }
        }
        var bus = bus(entry);
        if (!names.contains(bus)) {
            return error(
                    result, "ResourceNotFoundException", "Event bus " + bus + " does not exist.");
        }
        var detail = detail(entry);
        if (detail == null) {
            return error(result, "MalformedDetail", "Detail is malformed.");
        }
        var event = event(entry, bus, detail);
        deliver(event);
        return result.put("EventId", event.id());
    }

    private static ObjectNode error(ObjectNode result, String code, String message) {
        return result.put("ErrorCode", code).put("ErrorMessage", message);
    }

    /// A bus is named by its name or by its ARN.
    private static String bus(JsonNode entry) {
        var name = entry.path("EventBusName").asText("default");
        return name.substring(name.indexOf('/') + 1);
    }

    private static @Nullable JsonNode detail(JsonNode entry) {
        try {
            var detail = JSON.readTree(entry.path("Detail").asText());
            return detail.isObject() ? detail : null;
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    private BusEvent event(JsonNode entry, String bus, JsonNode detail) {
        var resources = new ArrayList<String>();
        entry.path("Resources").forEach(one -> resources.add(one.asText()));
        var time = entry.path("Time");
        return new BusEvent(
                bus,
                UUID.randomUUID().toString(),
                entry.path("Source").asText(),
                entry.path("DetailType").asText(),
                time.isNumber() ? Instant.ofEpochSecond(time.asLong()) : clock.instant(),
                resources,
                detail);
    }

    private void deliver(BusEvent event) {
        synchronized (recent) {
            recent.addLast(event);
            if (recent.size() > REMEMBERED) {
                recent.removeFirst();
            }
            append(event.envelope() + "\n");
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
