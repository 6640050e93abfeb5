package dev.easel.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.door.Call;
import dev.easel.door.CallerLookup;
import dev.easel.door.HttpDoor;
import dev.easel.door.RateLimit;
import dev.easel.door.Reply;
import dev.easel.guard.Limits;
import dev.easel.quota.Standing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// `GET /v1/limits`: what a caller may do, and how much of it is left. Asking counts nowhere.
final class LimitsRoute {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CallerLookup callers;
    private final Limits limits;
    private final FixedLimits fixed;

    LimitsRoute(CallerLookup callers, Limits limits, FixedLimits fixed) {
        this.callers = callers;
        this.limits = limits;
        this.fixed = fixed;
    }

    Reply read(Call call) {
        var standings = limits.of(callers.caller(call));
        var json = JSON.createObjectNode();
        var list = json.putArray("limits");
        standings.forEach(standing -> write(list.addObject(), standing, call.at()));
        json.putObject("fixed")
                .put("upload_bytes", fixed.uploadBytes())
                .put("upload_pixels", fixed.uploadPixels())
                .put("prompt_characters", DispatchRequest.PROMPT_CHARS_MAX)
                .put("references", DispatchRequest.REFERENCES_MAX)
                .put("body_bytes", HttpDoor.BODY_BYTES_MAX);
        return RateLimit.on(Reply.json(200, json), standings).with("cache-control", "no-store");
    }

    /// `resets_at` is the second in which there is one place more, never an earlier one;
    /// `retry_after` stands where there is none now.
    private static void write(ObjectNode json, Standing standing, Instant now) {
        var quota = standing.quota();
        json.put("name", quota.name())
                .put("limit", quota.limit())
                .put("window_seconds", quota.window().toSeconds())
                .put("remaining", standing.remaining());
        if (!standing.nextIn().isZero()) {
            json.put("resets_at", secondAfter(now.plus(standing.nextIn())).toString());
        }
        if (standing.remaining() == 0) {
            json.put("retry_after", standing.nextInSeconds());
        }
    }

    private static Instant secondAfter(Instant time) {
        return time.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
