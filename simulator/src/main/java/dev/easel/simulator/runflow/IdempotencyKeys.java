package dev.easel.simulator.runflow;

import dev.easel.simulator.web.Handler;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One memory for every mutation: the same key and body get the first answer again, another body
/// gets 409.
///
/// A second call while the first is at work waits for it; what theirs does then is documented
/// nowhere. Only what succeeded is remembered, so that a refused request can be sent again under
/// its key.
final class IdempotencyKeys {

    private static final int MAX = 10_000;
    private static final Set<Integer> CREATED = Set.of(201, 202);

    private static final class Entry {
        private @Nullable String fingerprint;
        private Reply.@Nullable Answer answer;
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Reply handle(String caller, Request request, Handler first) throws IOException {
        var key = request.header("idempotency-key").orElse("");
        if (key.isEmpty()) {
            return first.handle(request);
        }
        var fingerprint = request.path() + " " + request.body().sha256();
        var entry = entry(caller + " " + key);
        synchronized (entry) {
            if (entry.answer != null) {
                return fingerprint.equals(entry.fingerprint)
                        ? entry.answer
                        : Errors.error(
                                409,
                                "CONFLICT",
                                "The Idempotency-Key was used for another request");
            }
            var reply = first.handle(request);
            var answer = decided(reply);
            if (answer != null && CREATED.contains(answer.status())) {
                entry.fingerprint = fingerprint;
                entry.answer = answer;
            }
            return reply;
        }
    }

    /// What was decided, whether or not the answer got through.
    private static Reply.@Nullable Answer decided(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer;
            case Reply.Reset(var unsent) -> unsent;
            case Reply.Hang(_, var unsent) -> unsent;
            case Reply.Garbled(_, var meant) -> meant;
            case Reply.Drip(var answer, _) -> answer;
        };
    }

    private synchronized Entry entry(String key) {
        var entry = entries.computeIfAbsent(key, _ -> new Entry());
        if (entries.size() > MAX) {
            entries.remove(entries.keySet().iterator().next());
        }
        return entry;
    }
}
