package dev.easel.simulator.viewer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.journal.Journal;
import dev.easel.simulator.picture.UnreadablePictureException;
import dev.easel.simulator.web.Handler;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// All chat services: Gemini at `/gemini`, Bedrock at `/bedrock`, and whoever speaks as OpenAI does at
/// `/openai`.
public final class Viewers implements Handler {

    private static final Duration NEVER = Duration.ofMinutes(3);

    private static final Map<String, Wire> WIRES =
            Map.of(
                    "gemini", new GeminiWire(),
                    "openai", new OpenAiWire(),
                    "bedrock", new BedrockWire());

    private final Journal journal;
    private final InstantSource clock;

    public Viewers(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// With the paths that they have at home, behind the name of the service.
    @Override
    public Reply handle(Request request) throws IOException {
        var service = request.segments().getFirst();
        var wire = WIRES.get(service);
        if (wire == null || !request.method().equals("POST")) {
            return Reply.json(404, Json.object());
        }
        if (!wire.isKeyed(request)) {
            return wire.wrong(401, "a key is missing");
        }
        var sight = wire.read(request).orElse(null);
        if (sight == null || sight.criteria().isEmpty() || sight.plates().isEmpty()) {
            return wire.wrong(400, "not a question about pictures with a form for the answer");
        }
        var temperament = Temperament.of(sight.model()).orElse(null);
        if (temperament == null) {
            return wire.wrong(404, "no such model");
        }
        journal.write(line(service, sight));
        return reply(wire, sight, temperament);
    }

    private static Reply reply(Wire wire, Sight sight, Temperament temperament) {
        return switch (temperament) {
            case HONEST -> honest(wire, sight);
            case LAZY -> wire.said(sight, Eye.always(sight, "pass"));
            case LYING -> wire.said(sight, Eye.always(sight, "fail"));
            case INJECTED -> wire.said(sight, Eye.injected(sight));
            case REFUSING -> wire.refused(sight);
            case MALFORMED -> wire.said(sight, "It looks great! I would rate it 9/10.");
            case SLOW -> new Reply.Hang(NEVER, null);
            case BUSY -> wire.busy();
            case BROKEN -> wire.broken();
        };
    }

    private static Reply honest(Wire wire, Sight sight) {
        try {
            return wire.said(sight, Eye.honest(sight));
        } catch (UnreadablePictureException e) {
            return wire.wrong(400, "a picture cannot be read");
        }
    }

    private ObjectNode line(String service, Sight sight) {
        return Json.object()
                .put("time", Json.time(clock.instant()))
                .put("kind", "look")
                .put("provider", service)
                .put("model", sight.model())
                .put("pictures", sight.plates().size());
    }
}
