package dev.easel.dispatch;

import dev.easel.door.Call;
import dev.easel.door.CallerLookup;
import dev.easel.door.RateLimit;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.id.GenerationId;

import java.util.Arrays;

/// The routes of generations: validate, guard, act, answer.
final class GenerationRoutes {

    private static final String POLL_SECONDS = "1";

    private final CallerLookup callers;
    private final Dispatch dispatch;
    private final Cancel cancel;
    private final Reading reading;
    private final GenerationJson json;

    GenerationRoutes(
            CallerLookup callers,
            Dispatch dispatch,
            Cancel cancel,
            Reading reading,
            GenerationJson json) {
        this.callers = callers;
        this.dispatch = dispatch;
        this.cancel = cancel;
        this.reading = reading;
        this.json = json;
    }

    /// `POST /v1/generations`
    Reply create(Call call) {
        var known = callers.callerAndClaim(call);
        var dispatched =
                dispatch.dispatch(call.body(), known.caller(), known.claim(), call.id(), call.at());
        var read = reading.read(dispatched.generation());
        var reply =
                waiting(Reply.json(202, json.write(read, call.at())), read)
                        .with("location", "/v1/generations/" + read.generation().id());
        var limited = RateLimit.on(reply, dispatched.standings());
        return dispatched.replayed() ? limited.with("idempotent-replayed", "true") : limited;
    }

    /// `GET /v1/generations/{id}`
    Reply read(Call call) {
        var read =
                GenerationId.parse(call.parameter("id"))
                        .flatMap(reading::read)
                        .orElseThrow(
                                () -> new FailureException(new Failure.NotFound("generation")));
        var body = json.write(read, call.at());
        var etag = json.etag(body, call.at());
        var fresh = call.header("if-none-match").map(known -> knows(known, etag)).orElse(false);
        return waiting(fresh ? Reply.empty(304) : Reply.json(200, body), read)
                .with("etag", etag)
                .with("cache-control", "private, no-cache");
    }

    /// `DELETE /v1/generations/{id}`
    Reply cancel(Call call) {
        var id =
                GenerationId.parse(call.parameter("id"))
                        .orElseThrow(
                                () -> new FailureException(new Failure.NotFound("generation")));
        var read = reading.read(cancel.cancel(id, call.at()));
        var status = read.generation().state().isTerminal() ? 200 : 202;
        return waiting(Reply.json(status, json.write(read, call.at())), read);
    }

    /// Weakly compared (RFC 9110, 13.1.2): whoever compresses on the way makes a tag weak.
    private static boolean knows(String header, String etag) {
        return Arrays.stream(header.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    private static Reply waiting(Reply reply, Reading.Read read) {
        return read.rests() ? reply : reply.with("retry-after", POLL_SECONDS);
    }
}
