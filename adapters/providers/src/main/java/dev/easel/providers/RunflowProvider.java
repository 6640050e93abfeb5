package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.id.AttemptId;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.providers.Reply.Answered;
import dev.easel.providers.Reply.Keyless;
import dev.easel.providers.Reply.NotSent;
import dev.easel.providers.Reply.Silent;
import dev.easel.secret.Secrets;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Runflow's runs API: a run is created, asked after, and never cancelled, because there is no
/// public way to.
public final class RunflowProvider implements Provider {

    /// As the tier table spells it.
    public static final String ID = "runflow";

    private final JsonHttp http;

    /// The key travels only to `base`, which is https or this very machine.
    public RunflowProvider(HttpClient http, Secrets secrets, String secretName, URI base) {
        this(http, secrets, secretName, base, JsonHttp.REQUEST_TIMEOUT);
    }

    RunflowProvider(
            HttpClient http, Secrets secrets, String secretName, URI base, Duration timeout) {
        this.http = new JsonHttp(http, secrets, secretName, base, timeout);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Warning> warnings(Job job) {
        return RunflowInputs.of(job).map(RunflowInputs.Input::warnings).orElse(List.of());
    }

    @Override
    public Submission submit(Job job) {
        var input = RunflowInputs.of(job).orElse(null);
        if (input == null) {
            return refused(
                    FailureClass.INVALID_REQUEST,
                    Billed.NO,
                    "no input is known for "
                            + job.tried().model()
                            + " under "
                            + job.tried().contract());
        }
        var reference = job.reference().value();
        var reply = http.post(path(job.tried().model()), request(job, input.json()), reference);
        return switch (reply) {
            case Answered answered when answered.ok() -> accepted(answered);
            case Answered answered ->
                    new Submission.Refused(
                            RunflowFailures.refused(
                                    answered, Objects.requireNonNullElse(job.prompt(), "")),
                            answered.retryAfter());
            case Keyless(var why) -> refused(FailureClass.AUTH, Billed.NO, why);
            case NotSent(var why) -> refused(FailureClass.CONNECT, Billed.NO, why);
            case Silent(var why) -> refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, why);
        };
    }

    /// Its list finds exact matches only. An item of another reference means that the filter went
    /// unheeded, and then nothing is known.
    @Override
    public Lookup lookUp(AttemptId reference) {
        var filter = "client_ref.EQ:'" + reference.value() + "'";
        return switch (http.get("/v1/runs?q=" + JsonHttp.segment(filter))) {
            case Answered answered when answered.ok() ->
                    found(answered.json().path("items"), reference.value());
            case Answered answered -> new Lookup.NoAnswer(RunflowFailures.code(answered));
            case Keyless(var why) -> new Lookup.NoAnswer(why);
            case NotSent(var why) -> new Lookup.NoAnswer("not reached: " + why);
            case Silent(var why) -> new Lookup.NoAnswer("no answer: " + why);
        };
    }

    @Override
    public Progress poll(String ticket) {
        return switch (http.get("/v1/runs/" + JsonHttp.segment(ticket))) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.ok() -> progress(answered.json());
            case Answered answered when answered.passing() -> new Progress.Pending();
            case Answered answered -> unaskable(answered);
        };
    }

    private static Lookup found(JsonNode items, String reference) {
        if (!items.isArray()) {
            return new Lookup.NoAnswer("the list has another shape");
        }
        for (var run : items) {
            var ticket = run.path("id").asText("");
            if (run.path("client_ref").asText("").equals(reference) && !ticket.isBlank()) {
                return new Lookup.Known(ticket);
            }
        }
        return items.isEmpty()
                ? new Lookup.Unknown()
                : new Lookup.NoAnswer("the list was not filtered");
    }

    private static ObjectNode request(Job job, ObjectNode input) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("input", input);
        return body.put("client_ref", job.reference().value());
    }

    /// Read in both spellings of the field and of cancelled. What is not known to be the end is not
    /// the end: the deadline decides.
    private static Progress progress(JsonNode run) {
        var status = run.path("status_code").asText(run.path("status").asText(""));
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "succeeded", "partial_succeeded", "completed" -> finished(run.path("output"));
            case "failed", "errored", "error" -> new Progress.Broken(RunflowFailures.failed(run));
            // Cancelling does not stop the work behind it, and what was worked is billed.
            case "canceled", "cancelled" ->
                    broken(FailureClass.CANCELLED, Billed.UNKNOWN, "cancelled at the provider");
            default -> new Progress.Pending();
        };
    }

    private static Progress finished(JsonNode output) {
        var pictures = OutputReader.read(output);
        if (!pictures.isEmpty()) {
            return new Progress.Finished(pictures);
        }
        if (output.path("nsfw_detected").asBoolean(false)) {
            return broken(FailureClass.CONTENT_POLICY, Billed.YES, "withheld as unsafe");
        }
        var fields =
                output.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return broken(
                FailureClass.EMPTY_OUTPUT,
                Billed.YES,
                "succeeded without a picture; output has [" + Words.plain(fields) + "]");
    }

    private static Progress unaskable(Answered answered) {
        var told = RunflowFailures.diagnostic(answered, "");
        return switch (answered.status()) {
            case 401, 403 -> broken(FailureClass.AUTH, Billed.UNKNOWN, told);
            case 404 -> broken(FailureClass.LOST, Billed.UNKNOWN, told);
            default -> broken(FailureClass.UNCLASSIFIED, Billed.UNKNOWN, told);
        };
    }

    /// Without its id nobody can ask after a run that was taken.
    private static Submission accepted(Answered answered) {
        var ticket = answered.json().path("id").asText("");
        return ticket.isBlank()
                ? refused(
                        FailureClass.UNKNOWN_OUTCOME,
                        Billed.UNKNOWN,
                        "HTTP " + answered.status() + " without an id")
                : new Submission.Accepted(ticket);
    }

    /// A model's name has two or more segments, each encoded; the slashes between them stay.
    private static String path(String model) {
        return List.of(model.split("/", -1)).stream()
                .map(JsonHttp::segment)
                .collect(Collectors.joining("/", "/v1/models/", "/runs"));
    }

    private static Submission refused(FailureClass kind, Billed billed, String diagnostic) {
        return new Submission.Refused(new ProviderFailure(kind, billed, diagnostic), null);
    }

    private static Progress broken(FailureClass kind, Billed billed, String diagnostic) {
        return new Progress.Broken(new ProviderFailure(kind, billed, diagnostic));
    }
}
