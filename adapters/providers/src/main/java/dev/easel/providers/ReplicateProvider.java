package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.http.Access;
import dev.easel.http.Auth;
import dev.easel.http.JsonHttp;
import dev.easel.http.Reply.Answered;
import dev.easel.http.Reply.Keyless;
import dev.easel.http.Reply.NotSent;
import dev.easel.http.Reply.Silent;
import dev.easel.id.AttemptId;
import dev.easel.provider.Ability;
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Replicate's predictions: one is created, asked after, and can be cancelled. Its pictures lie at
/// links that die within the hour.
final class ReplicateProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "replicate";

    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(
                    ID, URI.create("https://api.replicate.com"), ReplicateProvider::new);

    private static final String CONTRACT = "2026-08";

    private static final Map<String, Generalist> MODELS =
            Map.of("google/nano-banana-2", new Generalist(Generalist.FLASH_SHAPES, 14));

    /// A picture takes half a minute, so waiting longer would only hold the worker; what goes wrong
    /// goes wrong at once.
    private static final String WAIT = "wait=1";

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final long PAUSE_SECONDS_MAX = 86_400;

    /// Older bodies say it in words alone: resets in ~30s.
    private static final Pattern PAUSE = Pattern.compile("resets? in ~?(\\d{1,5}) ?s");

    /// An account with less than five dollars, or without a card, is throttled to a few calls a
    /// minute.
    private static final Pattern POOR =
            Pattern.compile("(?i)less than \\$|payment method|in credit|insufficient");

    private static final Pattern CODE = Pattern.compile("\\((E0\\d\\d)\\)");

    private final JsonHttp http;

    ReplicateProvider(Access access) {
        this.http = JsonHttp.quick(access, Auth.BEARER);
    }

    @Override
    public String id() {
        return ID;
    }

    /// It knows no idempotency key and no reference of ours: what became of a submit that was not
    /// answered, nobody can ask.
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ASYNC, Ability.CANCEL);
    }

    @Override
    public List<String> contracts(String model) {
        return MODELS.containsKey(model) ? List.of(CONTRACT) : List.of();
    }

    @Override
    public List<Warning> warnings(Job job) {
        var model = MODELS.get(job.tried().model());
        return model == null ? List.of() : model.warnings(job);
    }

    @Override
    public Submission submit(Job job) {
        var tried = job.tried();
        var model = MODELS.get(tried.model());
        if (model == null || !tried.contract().equals(CONTRACT)) {
            return Refusals.unsendable(
                    "no input is known for " + tried.model() + " under " + tried.contract());
        }
        if (job.mask() != null) {
            return Refusals.unsendable("no mask can be given");
        }
        var request =
                http.request(path(tried.model()))
                        .header("Content-Type", "application/json")
                        .header("Prefer", WAIT)
                        .POST(BodyPublishers.ofString(request(model, job).toString()));
        return switch (http.send(request)) {
            case Answered answered when answered.ok() -> taken(answered);
            case Answered answered -> refused(job, answered);
            case Keyless(var why) -> Refusals.refused(FailureClass.AUTH, Billed.NO, why);
            case NotSent(var why) -> Refusals.refused(FailureClass.CONNECT, Billed.NO, why);
            case Silent(var why) ->
                    Refusals.refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, why);
        };
    }

    @Override
    public Lookup lookUp(AttemptId reference) {
        throw new UnsupportedOperationException("nothing is kept under our reference");
    }

    @Override
    public Progress poll(String ticket) {
        return switch (http.get("/v1/predictions/" + JsonHttp.segment(ticket))) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.ok() -> progress(answered.json());
            case Answered answered when answered.status() == NOT_FOUND ->
                    broken(FailureClass.LOST, Billed.UNKNOWN, "HTTP 404");
            // That we may not ask says nothing about the prediction, and a key can be put right.
            case Answered _ -> new Progress.Pending();
        };
    }

    /// Whatever is answered: the next poll tells what came of it.
    @Override
    public void cancel(String ticket) {
        var path = "/v1/predictions/" + JsonHttp.segment(ticket) + "/cancel";
        http.send(http.request(path).POST(BodyPublishers.noBody()));
    }

    private static String path(String model) {
        return Stream.of(model.split("/", -1))
                .map(JsonHttp::segment)
                .collect(Collectors.joining("/", "/v1/models/", "/predictions"));
    }

    /// Fields that it does not know are refused, so none is sent that this model does not have: not
    /// the leave to answer with another model either, which is off where it exists.
    private static ObjectNode request(Generalist model, Job job) {
        var body = JsonNodeFactory.instance.objectNode();
        var input =
                body.putObject("input")
                        .put("prompt", Instruction.of(job))
                        .put("resolution", job.tier().wire())
                        .put("output_format", "png");
        var pictures = model.pictures(job);
        if (!pictures.isEmpty()) {
            var urls = input.putArray("image_input");
            pictures.forEach(picture -> urls.add(picture.url().toString()));
        }
        // Without one it takes the photo's.
        var shape = model.shape(job);
        if (shape != null) {
            input.put("aspect_ratio", shape);
        }
        return body;
    }

    /// Some jobs end within the wait, most of those badly.
    private static Submission taken(Answered answered) {
        var prediction = answered.json();
        if (!prediction.isObject()) {
            // It did not come from the service: some gateways answer 200 for it.
            return Refusals.refused(
                    FailureClass.UNKNOWN_OUTCOME,
                    Billed.UNKNOWN,
                    "HTTP " + answered.status() + " without JSON");
        }
        var ticket = prediction.path("id").asText("");
        return switch (progress(prediction)) {
            case Progress.Finished finished -> new Submission.Done(finished);
            case Progress.Broken(var failure) -> new Submission.Refused(failure);
            case Progress.Pending() when !ticket.isBlank() -> new Submission.Accepted(ticket);
            case Progress.Pending() ->
                    new Submission.Unnamed(
                            new ProviderFailure(
                                    FailureClass.UNKNOWN_OUTCOME,
                                    Billed.UNKNOWN,
                                    "HTTP " + answered.status() + " without an id"));
        };
    }

    private static Submission refused(Job job, Answered answered) {
        var json = answered.json();
        var detail = Symptoms.first(json.path("detail"), json.path("error"));
        var told =
                Refusals.diagnostic(
                        job,
                        "HTTP " + answered.status(),
                        Symptoms.first(json.path("title")),
                        detail,
                        Symptoms.unread(answered));
        var poor = answered.status() == TOO_MANY && POOR.matcher(detail).find();
        return new Submission.Refused(
                new ProviderFailure(
                        poor ? FailureClass.QUOTA : Symptoms.kind(answered.status(), told),
                        Symptoms.billed(answered.status()),
                        told),
                pause(answered, detail),
                Symptoms.field(json.path("invalid_fields").path(0).path("field").asText("")));
    }

    /// A number in the body, else the header, else a number in the words.
    private static @Nullable Duration pause(Answered answered, String detail) {
        long seconds = answered.json().path("retry_after").asLong(0);
        if (seconds > 0 && seconds <= PAUSE_SECONDS_MAX) {
            return Duration.ofSeconds(seconds);
        }
        if (answered.retryAfter() != null) {
            return answered.retryAfter();
        }
        var words = PAUSE.matcher(detail);
        return words.find() ? Duration.ofSeconds(Long.parseLong(words.group(1))) : null;
    }

    /// While it starts, the output is null: that is no empty output yet. What is not known to be the
    /// end is not the end: the deadline decides.
    private static Progress progress(JsonNode prediction) {
        return switch (prediction.path("status").asText("").toLowerCase(Locale.ROOT)) {
            case "succeeded" -> finished(prediction);
            case "failed" -> failed(prediction);
            // The price is one of pictures, and there is none. Not documented for what was
            // cancelled; `aborted` is said of what never began.
            case "canceled", "cancelled", "aborted" ->
                    broken(FailureClass.CANCELLED, Billed.NO, "cancelled at the provider");
            default -> new Progress.Pending();
        };
    }

    private static Progress finished(JsonNode prediction) {
        var output = prediction.path("output");
        if (substituted(prediction)) {
            return broken(
                    FailureClass.SUBSTITUTED_MODEL,
                    Billed.YES,
                    "the fallback model answered: resolution is fallback");
        }
        var found = OutputReader.read(output);
        if (found.isPresent()) {
            return found.get();
        }
        if (prediction.path("data_removed").asBoolean(false)) {
            return broken(
                    FailureClass.OUTPUT_FETCH_FAILED, Billed.YES, "the output was removed by then");
        }
        return Symptoms.nothing(output)
                ? broken(FailureClass.EMPTY_OUTPUT, Billed.YES, "succeeded without an output")
                : broken(
                        FailureClass.CONTRACT_DRIFT,
                        Billed.YES,
                        Symptoms.told("", "an output of no known shape:", Symptoms.names(output)));
    }

    /// The one sign that a model of another house made the picture. In which part of the record it
    /// stands is not documented.
    private static boolean substituted(JsonNode prediction) {
        return Stream.of("output", "metrics", "input")
                        .map(prediction::path)
                        .anyMatch(ReplicateProvider::fallenBack)
                || fallenBack(prediction);
    }

    private static boolean fallenBack(JsonNode node) {
        return node.path("resolution").asText("").equalsIgnoreCase("fallback");
    }

    /// There are no codes but those within the words. The price is one of pictures, and there is none;
    /// that failures are free is not documented.
    private static Progress failed(JsonNode prediction) {
        var error =
                Symptoms.first(prediction.path("error"), prediction.path("error").path("detail"));
        var own = prediction.path("input").path("prompt").asText("");
        return broken(kind(error), Billed.NO, Symptoms.told(own, "prediction failed:", error));
    }

    private static FailureClass kind(String error) {
        var code = CODE.matcher(error);
        return switch (code.find() ? code.group(1) : "") {
            case "E005" -> FailureClass.CONTENT_POLICY;
            case "E003" -> FailureClass.OVERLOADED;
            default ->
                    Symptoms.kind(error)
                            // The limit is that of the house behind it, which all customers share.
                            .map(kind ->
                                    kind == FailureClass.RATE_LIMITED
                                            ? FailureClass.OVERLOADED
                                            : kind)
                            .orElse(FailureClass.UNCLASSIFIED);
        };
    }

    private static Progress broken(FailureClass kind, Billed billed, String diagnostic) {
        return new Progress.Broken(new ProviderFailure(kind, billed, diagnostic));
    }
}
