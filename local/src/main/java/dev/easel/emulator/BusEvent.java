package dev.easel.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.template.Names;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// One event as a bus took it.
public record BusEvent(
        String bus,
        String id,
        String source,
        String detailType,
        Instant time,
        List<String> resources,
        JsonNode detail) {

    public BusEvent {
        resources = List.copyOf(resources);
    }

    /// The JSON that EventBridge hands to the targets of a rule.
    public ObjectNode envelope() {
        var envelope =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", "0")
                        .put("id", id)
                        .put("detail-type", detailType)
                        .put("source", source)
                        .put("account", Names.ACCOUNT)
                        .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("region", Names.REGION);
        var named = envelope.putArray("resources");
        resources.forEach(named::add);
        envelope.set("detail", detail);
        return envelope;
    }
}
