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
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Runflow's runs API: a run is created, asked after, and never cancelled, because there is no
/// public way to.
final class RunflowProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "runflow";

    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(ID, URI.create("https://api.runflow.io"), RunflowProvider::new);

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final JsonHttp http;

    RunflowProvider(Access access) {
        this.http = JsonHttp.quick(access, Auth.BEARER);
    }

    @Override
    public String id() {
        return ID;
    }

    /// There is no public way to stop a run. That keys are honoured for runs is not written down, and
    /// holds in practice; it is relied on only after the service was asked and knew nothing.
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ASYNC, Ability.FOUND_BY_REFERENCE, Ability.HONOURS_KEY);
    }

    @Override
    public List<String> contracts(String model) {
        return RunflowInputs.contracts(model);
    }

    @Override
    public void cancel(String ticket) {
        throw new UnsupportedOperationException("no run can be stopped");
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
            // Our reference with another body, because the pictures are signed anew: it has the
            // job.
            case Answered answered when answered.status() == CONFLICT ->
                    unnamed(RunflowFailures.code(answered));
            case Answered answered ->
                    new Submission.Refused(
                            RunflowFailures.refused(
                                    answered, Objects.requireNonNullElse(job.prompt(), "")),
                            answered.retryAfter(),
                            RunflowFailures.field(answered));
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
                    broken(
                            FailureClass.UNKNOWN_OUTCOME,
                            Billed.UNKNOWN,
                            "cancelled at the provider");
            default -> new Progress.Pending();
        };
    }

    private static Progress finished(JsonNode output) {
        var found = OutputReader.read(output);
        if (found.isPresent()) {
            return found.get();
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

    /// That we may not ask says nothing about the run, which is paid: a key can be put right until the
    /// deadline.
    private static Progress unaskable(Answered answered) {
        return answered.status() == NOT_FOUND
                ? broken(
                        FailureClass.LOST, Billed.UNKNOWN, RunflowFailures.diagnostic(answered, ""))
                : new Progress.Pending();
    }

    /// Without its id nobody can ask after a run that was taken. What is no JSON did not come from the
    /// service at all: some gateways answer 200 for it.
    private static Submission accepted(Answered answered) {
        var ticket = answered.json().path("id").asText("");
        if (!ticket.isBlank()) {
            return new Submission.Accepted(ticket);
        }
        var told = "HTTP " + answered.status() + " without an id";
        return answered.json().isObject()
                ? unnamed(told)
                : refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, told);
    }

    /// A model's name has two or more segments, each encoded; the slashes between them stay.
    private static String path(String model) {
        return List.of(model.split("/", -1)).stream()
                .map(JsonHttp::segment)
                .collect(Collectors.joining("/", "/v1/models/", "/runs"));
    }

    private static Submission unnamed(String diagnostic) {
        return new Submission.Unnamed(
                new ProviderFailure(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, diagnostic));
    }

    private static Submission refused(FailureClass kind, Billed billed, String diagnostic) {
        return new Submission.Refused(new ProviderFailure(kind, billed, diagnostic));
    }

    private static Progress broken(FailureClass kind, Billed billed, String diagnostic) {
        return new Progress.Broken(new ProviderFailure(kind, billed, diagnostic));
    }
}
