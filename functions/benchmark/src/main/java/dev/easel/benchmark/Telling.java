package dev.easel.benchmark;

import dev.easel.event.Event;
import dev.easel.reliability.Incident;
import dev.easel.reliability.Notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How an event tells of an incident.
final class Telling {

    private Telling() {}

    /// The same notice is always told in the same words.
    static Event event(Notice notice) {
        var incident = notice.incident();
        return switch (notice.news()) {
            case DEGRADED -> new Event("provider.degraded", detail(incident));
            case RECOVERED, SETTLED, UNSEEN -> {
                var detail = new HashMap<>(detail(incident));
                var ended = Objects.requireNonNull(incident.ended(), "it is over");
                detail.put("ended", ended.toString());
                detail.put("how", notice.news().wire());
                yield new Event("provider.recovered", detail);
            }
        };
    }

    private static Map<String, String> detail(Incident incident) {
        var aspect = incident.aspect();
        return Map.of(
                "provider", incident.series().subject(),
                "source", incident.series().source().wire(),
                "aspect", aspect.wire(),
                "began", incident.began().toString(),
                "noticed", incident.noticed().toString(),
                "before", value(aspect, incident.before()),
                "during", value(aspect, incident.during()),
                "simulated", Boolean.toString(incident.simulated()));
    }

    private static String value(Incident.Aspect aspect, double value) {
        return switch (aspect) {
            case SUCCESS_RATE -> String.format(Locale.ROOT, "%.4f", value);
            case LATENCY -> Long.toString(Math.round(value));
        };
    }
}
