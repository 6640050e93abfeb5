package dev.easel.providers;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

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
import dev.easel.image.Size;
import dev.easel.provider.Ability;
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.workflow.Tier;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Runware's tasks, which go in a list of one: the task's UUID is ours, and both its reference and its
/// ticket.
final class RunwareProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "runware";

    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(ID, URI.create("https://api.runware.ai"), RunwareProvider::new);

    private static final String CONTRACT = "2026-08";

    private static final Map<String, Generalist> MODELS =
            Map.of("google:4@3", new Generalist(Generalist.FLASH_SHAPES, 14));

    /// Width and height at 1K of each shape; no others are taken. Twice the table that is documented
    /// for 0.5K, but for 21:9, whose height is misprinted there. The larger tiers are multiples.
    private static final Map<String, Size> SIZES =
            Map.ofEntries(
                    entry("1:1", new Size(1024, 1024)),
                    entry("3:2", new Size(1264, 848)),
                    entry("2:3", new Size(848, 1264)),
                    entry("4:3", new Size(1200, 896)),
                    entry("3:4", new Size(896, 1200)),
                    entry("5:4", new Size(1152, 928)),
                    entry("4:5", new Size(928, 1152)),
                    entry("16:9", new Size(1376, 768)),
                    entry("9:16", new Size(768, 1376)),
                    entry("21:9", new Size(1584, 672)),
                    entry("4:1", new Size(2048, 512)),
                    entry("1:4", new Size(512, 2048)),
                    entry("8:1", new Size(3072, 384)),
                    entry("1:8", new Size(384, 3072)));

    private static final String SQUARE = "1:1";
    private static final String PATH = "/v1";

    private final JsonHttp http;

    RunwareProvider(Access access) {
        this.http = JsonHttp.heavy(access, Auth.BEARER);
    }

    @Override
    public String id() {
        return ID;
    }

    /// A task is asked for by the UUID that we gave it. That "it must be unique" promises no
    /// idempotency. No way to stop a task is documented.
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ASYNC, Ability.FOUND_BY_REFERENCE);
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
                    "no task is known for " + tried.model() + " under " + tried.contract());
        }
        if (job.mask() != null) {
            return Refusals.unsendable("no mask can be given");
        }
        return switch (http.post(PATH, task(model, job))) {
            case Answered answered -> taken(job, answered);
            case Keyless(var why) -> Refusals.refused(FailureClass.AUTH, Billed.NO, why);
            case NotSent(var why) -> Refusals.refused(FailureClass.CONNECT, Billed.NO, why);
            case Silent(var why) ->
                    Refusals.refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, why);
        };
    }

    /// It forgets tasks after a while that is not documented.
    @Override
    public Lookup lookUp(AttemptId reference) {
        var ticket = uuid(reference);
        return switch (ask(ticket)) {
            case Answered answered -> found(ticket, RunwareAnswer.of(answered, ticket));
            case Keyless(var why) -> new Lookup.NoAnswer(why);
            case NotSent(var why) -> new Lookup.NoAnswer("not reached: " + why);
            case Silent(var why) -> new Lookup.NoAnswer("no answer: " + why);
        };
    }

    @Override
    public Progress poll(String ticket) {
        return switch (ask(ticket)) {
            case Keyless _, NotSent _, Silent _ -> new Progress.Pending();
            case Answered answered when answered.passing() -> new Progress.Pending();
            // That we may not ask says nothing about the task, and a key can be put right.
            case Answered answered when answered.unauthorized() -> new Progress.Pending();
            case Answered answered -> progress(RunwareAnswer.of(answered, ticket));
        };
    }

    @Override
    public void cancel(String ticket) {
        throw new UnsupportedOperationException("no task can be stopped");
    }

    /// Derived from our reference, so that the same attempt has the same task however often it is
    /// sent. They ask for version 4, so it says that it is one.
    static String uuid(AttemptId reference) {
        var name = ("easel " + reference.value()).getBytes(StandardCharsets.UTF_8);
        var derived = UUID.nameUUIDFromBytes(name);
        return new UUID(
                        (derived.getMostSignificantBits() & ~0xF000L) | 0x4000L,
                        derived.getLeastSignificantBits())
                .toString();
    }

    private Reply ask(String ticket) {
        var tasks = JsonNodeFactory.instance.arrayNode();
        tasks.addObject().put("taskType", RunwareAnswer.ASKING).put("taskUUID", ticket);
        return http.post(PATH, tasks);
    }

    /// Width and height name the shape; `resolution` names the tier alone, excludes them, and leaves
    /// the shape to the photo.
    private static ArrayNode task(Generalist model, Job job) {
        var tasks = JsonNodeFactory.instance.arrayNode();
        var task =
                tasks.addObject()
                        .put("taskType", RunwareAnswer.WORK)
                        .put("taskUUID", uuid(job.reference()))
                        .put("model", job.tried().model())
                        .put("positivePrompt", Instruction.of(job))
                        .put("numberResults", 1)
                        .put("outputType", "URL")
                        .put("outputFormat", "PNG")
                        .put("includeCost", true)
                        .put("deliveryMethod", "async");
        var pictures = model.pictures(job);
        if (!pictures.isEmpty()) {
            var urls = task.putObject("inputs").putArray("referenceImages");
            pictures.forEach(picture -> urls.add(picture.url().toString()));
        }
        var shape = model.shape(job);
        if (shape == null && !pictures.isEmpty()) {
            task.put("resolution", job.tier().wire());
            return tasks;
        }
        var size = Objects.requireNonNull(SIZES.get(shape == null ? SQUARE : shape));
        int times = times(job.tier());
        task.put("width", size.width() * times).put("height", size.height() * times);
        return tasks;
    }

    private static int times(Tier tier) {
        return switch (tier) {
            case ONE_K -> 1;
            case TWO_K -> 2;
            case FOUR_K -> 4;
        };
    }

    /// An acknowledgement is enough, whatever it calls the task: we know its UUID. A UUID that was
    /// there before is this attempt's, because nobody else can derive it. (That they refuse it is not
    /// documented, but has been seen.)
    private static Submission taken(Job job, Answered answered) {
        var ticket = uuid(job.reference());
        var answer = RunwareAnswer.of(answered, ticket);
        var pictures = answer.pictures();
        if (pictures != null) {
            return new Submission.Done(pictures);
        }
        if ((answered.ok() && !answer.data().isEmpty()) || answer.takenBefore()) {
            return new Submission.Accepted(ticket);
        }
        if (answered.ok() && answer.errors().isEmpty()) {
            // Nobody can tell, but it can be asked for.
            return Refusals.refused(
                    FailureClass.UNKNOWN_OUTCOME,
                    Billed.UNKNOWN,
                    "HTTP " + answered.status() + " with neither data nor errors");
        }
        var error = answer.error();
        var code = error.path("code").asText("");
        var message = error.path("message").asText("");
        var told =
                Refusals.diagnostic(
                        job,
                        "HTTP " + answered.status(),
                        code,
                        error.path("parameter").asText(""),
                        message,
                        Symptoms.unread(answered));
        var kind = RunwareAnswer.kind(answered.status(), code, message);
        return new Submission.Refused(
                new ProviderFailure(kind, billed(answered, kind), told),
                answered.retryAfter(),
                // The key is a parameter there, too.
                kind == FailureClass.INVALID_REQUEST
                        ? Symptoms.field(error.path("parameter").asText(""))
                        : null);
    }

    /// A list of errors in place of an acknowledgement refuses a task before it is queued, unless it
    /// tells of something that broke.
    private static Billed billed(Answered answered, FailureClass kind) {
        return answered.ok() && RunwareAnswer.isBeforeWork(kind)
                ? Billed.NO
                : Symptoms.billed(answered.status());
    }

    private static Lookup found(String ticket, RunwareAnswer answer) {
        boolean asked = answer.status() / 100 == 2;
        if (asked && (!answer.data().isEmpty() || answer.workError().isPresent())) {
            return new Lookup.Known(ticket);
        }
        return answer.isUnknown() || answer.isEmpty()
                ? new Lookup.Unknown()
                : new Lookup.NoAnswer("HTTP " + answer.status() + " " + answer.code());
    }

    /// Pictures win over errors: one was asked for, and it is there and paid for. What is not known to
    /// be the end is not the end: the deadline decides.
    private static Progress progress(RunwareAnswer answer) {
        var pictures = answer.pictures();
        if (pictures != null) {
            return pictures;
        }
        var error = answer.workError();
        if (error.isPresent()) {
            return new Progress.Broken(RunwareAnswer.failed(error.get()));
        }
        if (answer.isUnknown()) {
            return broken(
                    FailureClass.LOST, Billed.UNKNOWN, "HTTP " + answer.status() + " no such task");
        }
        return answer.data().stream()
                .filter(RunwareAnswer::hasSucceeded)
                .findFirst()
                .map(RunwareProvider::withoutPicture)
                .orElseGet(Progress.Pending::new);
    }

    private static Progress withoutPicture(JsonNode item) {
        if (item.path("NSFWContent").asBoolean(false)) {
            return broken(FailureClass.CONTENT_POLICY, Billed.YES, "withheld as unsafe");
        }
        return RunwareAnswer.holdsSomethingElse(item)
                ? broken(
                        FailureClass.CONTRACT_DRIFT,
                        Billed.YES,
                        Symptoms.told("", "data of no known shape:", Symptoms.names(item)))
                : broken(FailureClass.EMPTY_OUTPUT, Billed.YES, "success without a picture");
    }

    private static Progress broken(FailureClass kind, Billed billed, String diagnostic) {
        return new Progress.Broken(new ProviderFailure(kind, billed, diagnostic));
    }
}
