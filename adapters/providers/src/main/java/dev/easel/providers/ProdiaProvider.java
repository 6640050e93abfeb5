package dev.easel.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.http.Access;
import dev.easel.http.Auth;
import dev.easel.http.JsonHttp;
import dev.easel.http.Reply;
import dev.easel.http.Reply.Answered;
import dev.easel.http.Reply.Keyless;
import dev.easel.http.Reply.NotSent;
import dev.easel.http.Reply.Silent;
import dev.easel.id.AttemptId;
import dev.easel.provider.Ability;
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.provider.Lookup;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Prodia's jobs, in their asynchronous form: a job is created, its state is one word, and its output
/// files are collected with the key, so pictures come by value.
final class ProdiaProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "prodia";

    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(
                    ID, URI.create("https://inference.prodia.com"), ProdiaProvider::new);

    private static final String CONTRACT = "2026-08";

    /// Which shapes are taken is not documented; these are by all others.
    private static final Map<String, Generalist> MODELS =
            Map.of(
                    "inference.gemini-3-1-flash.txt2img.v1",
                    new Generalist(Generalist.COMMON_SHAPES, 0),
                    "inference.gemini-3-1-flash.img2img.v1",
                    new Generalist(Generalist.COMMON_SHAPES, 14));

    private static final String JOBS = "/v2/job/async";
    private static final int NOT_FOUND = 404;
    private static final int FILES_MAX = 4;
    private static final Pattern NO_PICTURE = Pattern.compile("(?i).*\\.(txt|json|md|html?)");

    /// Errors have no member of their own for the place; some name it in their sentence.
    private static final Pattern FIELD = Pattern.compile("\\bconfig\\.\\w{1,40}");

    private final JsonHttp http;

    ProdiaProvider(Access access) {
        this.http = JsonHttp.heavy(access, Auth.BEARER);
    }

    @Override
    public String id() {
        return ID;
    }

    /// No way to stop a job, no reference of ours and no idempotency key are documented.
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ASYNC);
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
                    "no job is known for " + tried.model() + " under " + tried.contract());
        }
        if (job.mask() != null) {
            return Refusals.unsendable("no mask can be given");
        }
        return switch (http.send(request(model, job))) {
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

    /// One word says how far it is. What is not known to be the end is not the end: the deadline
    /// decides.
    @Override
    public Progress poll(String ticket) {
        var job = JOBS + "/" + JsonHttp.segment(ticket);
        return switch (get(job + "/job.state.current", "text/plain")) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.ok() ->
                    switch (ProdiaAnswers.word(answered)) {
                        case "processed" -> output(job);
                        case "failed" -> failure(job);
                        default -> new Progress.Pending();
                    };
            case Answered answered when answered.status() == NOT_FOUND ->
                    broken(FailureClass.LOST, Billed.UNKNOWN, "HTTP 404");
            // That we may not ask says nothing about the job, and a key can be put right.
            case Answered _ -> new Progress.Pending();
        };
    }

    @Override
    public void cancel(String ticket) {
        throw new UnsupportedOperationException("no job can be stopped");
    }

    /// Words go as JSON; pictures as files beside it, which the config names in their order.
    private HttpRequest.Builder request(Generalist model, Job job) {
        var body = JsonNodeFactory.instance.objectNode().put("type", job.tried().model());
        // That the tier is called so is not documented.
        var config =
                body.putObject("config")
                        .put("prompt", Instruction.of(job))
                        .put("resolution", job.tier().wire());
        var shape = model.shape(job);
        if (shape != null) {
            config.put("aspect_ratio", shape);
        }
        var pictures = model.pictures(job);
        return pictures.isEmpty() ? plain(body) : withFiles(body, config, pictures, job);
    }

    private HttpRequest.Builder plain(ObjectNode body) {
        return http.request(JOBS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    /// Our reference is the boundary: no picture and no prompt can know it.
    private HttpRequest.Builder withFiles(
            ObjectNode body, ObjectNode config, List<Loan> pictures, Job job) {
        var names = config.putArray("images");
        for (int i = 0; i < pictures.size(); i++) {
            names.add("image-" + (i + 1) + "." + pictures.get(i).type().extension());
        }
        var form = new Multipart("easel-" + job.reference().value());
        form.with(
                "job",
                "job.json",
                "application/json",
                body.toString().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            form.with("input", names.get(i).asText(), picture.type().wire(), picture.bytes());
        }
        return http.request(JOBS)
                .header("Content-Type", form.type())
                .POST(BodyPublishers.ofByteArray(form.body()));
    }

    /// It answers with the job; a synchronous answer, which holds the picture, is understood, too.
    private static Submission taken(Answered answered) {
        var found = ProdiaAnswers.pictures(answered.content());
        if (found != null) {
            return new Submission.Done(found);
        }
        var parts = Multipart.read(answered.content());
        var job = parts.isEmpty() ? answered.json() : ProdiaAnswers.part(parts);
        var told = "HTTP " + answered.status();
        if (ProdiaAnswers.state(job).equals("failed")) {
            return new Submission.Refused(ProdiaAnswers.failed(job));
        }
        if (!parts.isEmpty()) {
            return Refusals.refused(
                    FailureClass.EMPTY_OUTPUT, Billed.YES, told + " without a picture part");
        }
        var ticket = job.path("id").asText("");
        if (!ticket.isBlank()) {
            return new Submission.Accepted(ticket);
        }
        // What is no JSON did not come from the service: some gateways answer 200 for it.
        return job.isObject()
                ? new Submission.Unnamed(
                        new ProviderFailure(
                                FailureClass.UNKNOWN_OUTCOME,
                                Billed.UNKNOWN,
                                told + " without an id"))
                : Refusals.refused(
                        FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, told + " without JSON");
    }

    private static Submission refused(Job job, Answered answered) {
        var message = ProdiaAnswers.message(answered.json());
        var told =
                Refusals.diagnostic(
                        job, "HTTP " + answered.status(), message, Symptoms.unread(answered));
        var field = FIELD.matcher(message);
        return new Submission.Refused(
                new ProviderFailure(
                        Symptoms.kind(answered.status(), told),
                        Symptoms.billed(answered.status()),
                        told),
                answered.retryAfter(),
                field.find() ? field.group() : null);
    }

    /// Its files are listed, and collected one by one; where the list itself is the file, that is read.
    private Progress output(String job) {
        return switch (get(job + "/output", "application/json, multipart/form-data, image/*")) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.ok() -> output(job, answered);
            case Answered answered when answered.status() == NOT_FOUND -> gone();
            case Answered _ -> new Progress.Pending();
        };
    }

    private Progress output(String job, Answered answered) {
        var found = ProdiaAnswers.pictures(answered.content());
        if (found != null) {
            return found;
        }
        if (!Multipart.read(answered.content()).isEmpty()) {
            return broken(FailureClass.EMPTY_OUTPUT, Billed.YES, "no part is a picture");
        }
        var list = ProdiaAnswers.list(answered);
        if (list.isMissingNode()) {
            return new Progress.Pending();
        }
        var names = ProdiaAnswers.names(list);
        if (names == null) {
            return broken(
                    FailureClass.CONTRACT_DRIFT,
                    Billed.YES,
                    Symptoms.told("", "a list of no known shape:", Symptoms.names(list)));
        }
        var files =
                names.stream()
                        .filter(name -> !NO_PICTURE.matcher(name).matches())
                        .limit(FILES_MAX)
                        .toList();
        return files.isEmpty()
                ? broken(FailureClass.EMPTY_OUTPUT, Billed.YES, "processed without a picture")
                : collected(job, files);
    }

    private Progress collected(String job, List<String> files) {
        var pictures = new ArrayList<Output>();
        for (var file : files) {
            var path = job + "/output/" + JsonHttp.segment(file);
            if (!(get(path, "image/*") instanceof Answered answered)) {
                return new Progress.Pending();
            }
            if (answered.status() == NOT_FOUND) {
                return gone();
            }
            if (!answered.ok() || !ProdiaAnswers.isFile(answered)) {
                return new Progress.Pending();
            }
            pictures.add(new Output.Inline(answered.content().bytes()));
        }
        return new Progress.Finished(pictures, "output files");
    }

    /// The reason stands in the record alone, and the price, which tells whether it was free.
    private Progress failure(String job) {
        return switch (get(job + "/job.json?price=true", "application/json")) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.passing() -> new Progress.Pending();
            case Answered answered -> new Progress.Broken(ProdiaAnswers.failed(answered.json()));
        };
    }

    private static Progress gone() {
        return broken(FailureClass.OUTPUT_FETCH_FAILED, Billed.YES, "the output is gone");
    }

    private Reply get(String path, String accept) {
        return http.send(http.request(path).setHeader("Accept", accept));
    }

    private static Progress broken(FailureClass kind, Billed billed, String diagnostic) {
        return new Progress.Broken(new ProviderFailure(kind, billed, diagnostic));
    }
}
