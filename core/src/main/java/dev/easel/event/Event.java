package dev.easel.event;

import java.util.Map;

/// Something that happened. `type` is one of the names in the design, such as
/// `generation.succeeded`; the detail holds ids and outcomes, never a prompt, an address or a URL.
public record Event(String type, Map<String, String> detail) {

    public Event {
        detail = Map.copyOf(detail);
    }
}
