package dev.easel.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.event.Bus;
import dev.easel.event.Event;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

import java.util.TreeMap;

/// The deployment's event bus, in EventBridge.
public final class EventBridgeBus implements Bus {

    private static final String SOURCE = "easel";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventBridgeClient events;
    private final String bus;

    public EventBridgeBus(EventBridgeClient events, String bus) {
        this.events = events;
        this.bus = bus;
    }

    @Override
    public void publish(Event event) {
        var entry =
                PutEventsRequestEntry.builder()
                        .eventBusName(bus)
                        .source(SOURCE)
                        .detailType(event.type())
                        .detail(json(event))
                        .build();
        var put = events.putEvents(request -> request.entries(entry));
        // A 200 that did not take the entry: the message that led here comes back and publishes
        // again.
        if (put.failedEntryCount() > 0) {
            throw new IllegalStateException(
                    "the bus refused "
                            + event.type()
                            + ": "
                            + put.entries().getFirst().errorCode());
        }
    }

    private static String json(Event event) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(event.detail()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
