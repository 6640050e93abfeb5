package dev.easel.judges;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.http.Reply;
import dev.easel.http.Reply.Answered;
import dev.easel.http.Reply.Keyless;
import dev.easel.http.Reply.NotSent;
import dev.easel.http.Reply.Silent;
import dev.easel.judging.Account;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Function;

/// What an HTTP reply says of a question, before anybody looks into the answer.
final class Replies {

    /// Too many at once, or no room now: the question was not looked at. Nobody says so of other
    /// faults of a server.
    private static final Set<Integer> NOTHING_DONE = Set.of(429, 503, 529);

    private Replies() {}

    static Said read(Reply reply, Function<Answered, Said> answer) {
        return switch (reply) {
            case Answered answered when answered.ok() -> answer.apply(answered);
            case Answered answered when NOTHING_DONE.contains(answered.status()) ->
                    new Said.Busy(told(answered));
            case Answered answered when answered.passing() ->
                    new Said.Nothing(told(answered), Account.NONE);
            case Answered answered -> new Said.Declined(told(answered));
            case Keyless(var why) -> new Said.Busy(why);
            case NotSent(var why) -> new Said.Busy("not reached: " + why);
            case Silent(var why) -> new Said.Nothing("no answer: " + why, Account.NONE);
        };
    }

    private static String told(Answered answered) {
        var text = answered.text();
        return "HTTP " + answered.status() + ": " + text.substring(0, Math.min(300, text.length()));
    }

    static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() ? number.longValue() : null;
    }

    static @Nullable String name(JsonNode text) {
        return text.isTextual() && !text.asText().isBlank() ? text.asText() : null;
    }
}
