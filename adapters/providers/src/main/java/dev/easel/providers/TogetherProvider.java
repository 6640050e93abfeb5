package dev.easel.providers;

import static dev.easel.providers.Unheeded.Part.PHOTO;
import static dev.easel.providers.Unheeded.Part.PIN;
import static dev.easel.providers.Unheeded.Part.PROMPT;
import static dev.easel.providers.Unheeded.Part.REFERENCES;
import static dev.easel.providers.Unheeded.Part.SHAPE;
import static dev.easel.providers.Unheeded.Part.TIER;

import static java.util.Map.entry;

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
import dev.easel.image.Size;
import dev.easel.provider.Ability;
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Together's image generations: the call is the work, and the picture or its address comes with the
/// answer.
final class TogetherProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "together";

    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(
                    ID, URI.create("https://api.together.xyz"), TogetherProvider::new);

    private static final String REFERENCE_IMAGES = "2026-10";

    /// What each model is documented to take. Pictures go to the larger one only: the smaller is not
    /// on the list of those that read `reference_images`, and a field that is not read is a photo
    /// lost without a word.
    private static final Map<String, Set<Unheeded.Part>> MODELS =
            Map.of(
                    "google/flash-image-3.1", Set.of(PROMPT, SHAPE),
                    "google/gemini-3-pro-image",
                            Set.of(PHOTO, REFERENCES, PROMPT, PIN, SHAPE, TIER));

    /// No shape can be named, only width and height, and of those only these, at 1K; exactly twice
    /// and four times as much at the larger sizes.
    private static final Map<String, Size> PIXELS =
            Map.ofEntries(
                    entry("1:1", new Size(1024, 1024)),
                    entry("3:2", new Size(1248, 832)),
                    entry("2:3", new Size(832, 1248)),
                    entry("4:3", new Size(1184, 864)),
                    entry("3:4", new Size(864, 1184)),
                    entry("4:5", new Size(896, 1152)),
                    entry("5:4", new Size(1152, 896)),
                    entry("9:16", new Size(768, 1344)),
                    entry("16:9", new Size(1344, 768)),
                    entry("21:9", new Size(1536, 672)));

    private static final Warning SMALL =
            Unheeded.tier(
                    "The result has about a thousand pixels on its long side; the chosen size"
                            + " does not change it.");

    private static final AspectRatios SHAPES =
            new AspectRatios(PIXELS.keySet().stream().sorted().toList());
    private static final String SQUARE = "1:1";

    /// A setting of the organization's, for models that partners host.
    private static final String SHARING_BLOCKED = "third_party_data_sharing_blocked";

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,80}");
    private static final Pattern NAMED = Pattern.compile("'([A-Za-z0-9_.]{1,80})' parameter");

    private final JsonHttp http;

    TogetherProvider(Access access) {
        this.http = JsonHttp.blocking(access, Auth.BEARER);
    }

    @Override
    public String id() {
        return ID;
    }

    /// It knows no reference of ours, and nobody can ask what became of a call that broke.
    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public List<String> contracts(String model) {
        return MODELS.containsKey(model) ? List.of(REFERENCE_IMAGES) : List.of();
    }

    @Override
    public List<Warning> warnings(Job job) {
        var warnings = new ArrayList<Warning>();
        for (var warning : Unheeded.of(job, takes(job))) {
            // Nothing is kept of a photo here: its size is not what comes out.
            warnings.add(warning.code().equals(SMALL.code()) ? SMALL : warning);
        }
        if (job.aspectRatio() != null) {
            warnings.addAll(SHAPES.choose(job.aspectRatio()).warnings());
        }
        return List.copyOf(warnings);
    }

    @Override
    public Submission submit(Job job) {
        var tried = job.tried();
        if (!contracts(tried.model()).contains(tried.contract())) {
            return Refusals.unsendable(
                    "no request is known for " + tried.model() + " under " + tried.contract());
        }
        if (job.mask() != null) {
            return Refusals.unsendable("no mask can be given");
        }
        if (job.image() != null && !takes(job).contains(PHOTO)) {
            return Refusals.unsendable("no photo can be given");
        }
        return send(job);
    }

    @Override
    public Lookup lookUp(AttemptId reference) {
        throw new UnsupportedOperationException("nothing is kept under our reference");
    }

    @Override
    public Progress poll(String ticket) {
        throw new UnsupportedOperationException("the call is the work");
    }

    @Override
    public void cancel(String ticket) {
        throw new UnsupportedOperationException("a call can only be waited for");
    }

    private Submission send(Job job) {
        return switch (http.post("/v1/images/generations", request(job))) {
            case Answered answered when answered.ok() -> read(job, answered.json());
            case Answered answered -> refused(job, answered);
            case Keyless(var why) -> Refusals.refused(FailureClass.AUTH, Billed.NO, why);
            case NotSent(var why) -> Refusals.refused(FailureClass.CONNECT, Billed.NO, why);
            case Silent(var why) ->
                    Refusals.refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, why);
        };
    }

    /// The picture itself is asked for: how long its address would live is not documented. The photo
    /// goes before the references.
    private static ObjectNode request(Job job) {
        var size = size(job);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("model", job.tried().model())
                .put("prompt", Instruction.of(job))
                .put("width", size.width())
                .put("height", size.height())
                .put("n", 1)
                .put("response_format", "base64");
        var pictures =
                Stream.concat(Stream.ofNullable(job.image()), job.references().stream()).toList();
        if (!pictures.isEmpty() && takes(job).contains(REFERENCES)) {
            var urls = body.putArray("reference_images");
            pictures.forEach(picture -> urls.add(picture.url().toString()));
        }
        return body;
    }

    /// Without a wish, as near to the photo's shape as there is one; without a photo, a square.
    private static Size size(Job job) {
        var photo = job.image();
        var asked =
                job.aspectRatio() == null && photo != null
                        ? photo.size().width() + ":" + photo.size().height()
                        : job.aspectRatio();
        var shape = SHAPES.choose(asked).spelling();
        var pixels = Objects.requireNonNull(PIXELS.getOrDefault(shape, PIXELS.get(SQUARE)));
        var times = takes(job).contains(TIER) ? times(job.tier()) : 1;
        return new Size(pixels.width() * times, pixels.height() * times);
    }

    private static int times(Tier tier) {
        return switch (tier) {
            case ONE_K -> 1;
            case TWO_K -> 2;
            case FOUR_K -> 4;
        };
    }

    private static Set<Unheeded.Part> takes(Job job) {
        return MODELS.getOrDefault(job.tried().model(), Set.of());
    }

    private static Submission read(Job job, JsonNode json) {
        if (!json.isObject()) {
            // It did not come from the service: some gateways answer 200 for it.
            return Refusals.refused(
                    FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "HTTP 200 without JSON");
        }
        var data = json.path("data");
        if (data.isArray() && data.isEmpty()) {
            return paid(FailureClass.EMPTY_OUTPUT, "ended without a picture");
        }
        var first = data.path(0);
        var letters = text(first.path("b64_json"));
        if (!letters.isEmpty()) {
            return Base64Picture.read(letters)
                    .map(picture -> done(picture, "data[].b64_json"))
                    .orElseGet(() ->
                            paid(FailureClass.BAD_OUTPUT, "the picture's letters are not base 64"));
        }
        return OutputReader.link(text(first.path("url")))
                .map(url -> done(new Output.Remote(url), "data[].url"))
                .orElseGet(() -> drifted(job, first.isObject() ? first : json));
    }

    private static Submission done(Output picture, String shape) {
        return new Submission.Done(new Progress.Finished(List.of(picture), shape));
    }

    private static Submission drifted(Job job, JsonNode shape) {
        var fields =
                shape.propertyStream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        return paid(
                FailureClass.CONTRACT_DRIFT,
                Refusals.diagnostic(job, "HTTP 200 of another shape: [" + fields + "]"));
    }

    private static Submission paid(FailureClass kind, String diagnostic) {
        return Refusals.refused(kind, Billed.YES, diagnostic);
    }

    /// Anything but a 2xx. A 4xx refuses before anything is made.
    private static Submission refused(Job job, Answered answered) {
        var error = answered.json().path("error");
        var message = text(error.isTextual() ? error : error.path("message"));
        var code = text(error.path("code"));
        var words = answered.json().isContainerNode() ? "" : answered.text();
        var told =
                Refusals.diagnostic(
                        job,
                        "HTTP " + answered.status(),
                        code.isEmpty() ? text(error.path("type")) : code,
                        message,
                        words);
        var billed = answered.status() / 100 == 4 ? Billed.NO : Billed.UNKNOWN;
        return new Submission.Refused(
                new ProviderFailure(kind(answered.status(), code, message), billed, told),
                answered.retryAfter(),
                field(error, message));
    }

    private static FailureClass kind(int status, String code, String message) {
        return switch (status) {
            case 400, 422 ->
                    Refusals.moderated(code + " " + message)
                            ? FailureClass.CONTENT_POLICY
                            : FailureClass.INVALID_REQUEST;
            // The key is good; the account has to be changed, as where its credit is gone.
            case 403 ->
                    (code + " " + message).contains(SHARING_BLOCKED)
                            ? FailureClass.QUOTA
                            : FailureClass.AUTH;
            case 401 -> FailureClass.AUTH;
            case 402 -> FailureClass.QUOTA;
            case 404, 405, 413, 415 -> FailureClass.INVALID_REQUEST;
            case 408, 504, 524 -> FailureClass.TIMEOUT;
            case 429 -> FailureClass.RATE_LIMITED;
            case 503, 529 -> FailureClass.OVERLOADED;
            default -> status >= 500 ? FailureClass.UPSTREAM_5XX : FailureClass.UNCLASSIFIED;
        };
    }

    /// A name of their interface, never a value of ours.
    private static @Nullable String field(JsonNode error, String message) {
        return Stream.concat(
                        Stream.of(text(error.path("param"))),
                        NAMED.matcher(message).results().map(match -> match.group(1)))
                .filter(field -> FIELD.matcher(field).matches())
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? Objects.toString(node.textValue(), "") : "";
    }
}
