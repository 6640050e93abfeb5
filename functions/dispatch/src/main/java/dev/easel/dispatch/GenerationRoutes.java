package dev.easel.dispatch;

import dev.easel.catalog.Catalog;
import dev.easel.door.Call;
import dev.easel.door.Fingerprint;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Callers;
import dev.easel.guard.Claim;
import dev.easel.id.GenerationId;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The routes of generations: validate, guard, act, answer.
final class GenerationRoutes {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final String POLL_SECONDS = "1";

    private final Catalog catalog;
    private final InputFinder inputs;
    private final Dispatch dispatch;
    private final Cancel cancel;
    private final Reading reading;
    private final GenerationJson json;
    private final Supplier<String> callerSecret;

    GenerationRoutes(
            Catalog catalog,
            InputFinder inputs,
            Dispatch dispatch,
            Cancel cancel,
            Reading reading,
            GenerationJson json,
            Supplier<String> callerSecret) {
        this.catalog = catalog;
        this.inputs = inputs;
        this.dispatch = dispatch;
        this.cancel = cancel;
        this.reading = reading;
        this.json = json;
        this.callerSecret = callerSecret;
    }

    /// `POST /v1/generations`
    Reply create(Call call) {
        var claim = call.header("idempotency-key").map(key -> claim(call, key)).orElse(null);
        var request = DispatchRequest.from(call.body(), catalog);
        request.requireOffer(catalog);
        var dispatched = dispatch.dispatch(inputs.find(request), claim, call.id(), call.at());
        var read = reading.read(dispatched.generation());
        var reply =
                waiting(Reply.json(202, json.write(read, call.at())), read)
                        .with("location", "/v1/generations/" + read.generation().id());
        return dispatched.replayed() ? reply.with("idempotent-replayed", "true") : reply;
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

    private Claim claim(Call call, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new FailureException(
                    Failure.InvalidRequest.of(
                            "Idempotency-Key", "must be 1 to 255 visible ASCII characters"));
        }
        return new Callers(callerSecret.get())
                .claim(call.sourceIp(), key, Fingerprint.of(call.body()));
    }

    /// Weakly compared (RFC 9110, 13.1.2): whoever compresses on the way makes a tag weak.
    private static boolean knows(String header, String etag) {
        return Arrays.stream(header.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    private static Reply waiting(Reply reply, Reading.Read read) {
        return read.generation().rests() ? reply : reply.with("retry-after", POLL_SECONDS);
    }
}
