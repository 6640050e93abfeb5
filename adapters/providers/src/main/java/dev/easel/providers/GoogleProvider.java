package dev.easel.providers;

import static dev.easel.providers.Unheeded.Part.PHOTO;
import static dev.easel.providers.Unheeded.Part.PIN;
import static dev.easel.providers.Unheeded.Part.PROMPT;
import static dev.easel.providers.Unheeded.Part.REFERENCES;
import static dev.easel.providers.Unheeded.Part.SHAPE;
import static dev.easel.providers.Unheeded.Part.TIER;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Google's Gemini API, or Vertex AI where the address is that of a project there: the call is the
/// work, and the picture comes with the answer.
final class GoogleProvider implements Provider {

    /// As the tier table spells it.
    static final String ID = "google";

    /// An operator of Vertex AI gives the address of the project,
    /// `…/v1beta1/projects/{project}/locations/{location}`, and an access token for the key.
    static final ProviderShelf.Entry ENTRY =
            new ProviderShelf.Entry(
                    ID,
                    URI.create("https://generativelanguage.googleapis.com"),
                    GoogleProvider::new);

    /// `interactions`, with shape and size in `response_format`.
    private static final String INTERACTION = "2026-08";

    /// `generateContent`, with shape and size in `generationConfig.imageConfig`.
    private static final String CONTENT = "2026-02";

    private static final String PROJECT = "/projects/";

    private static final Map<String, AspectRatios> MODELS =
            Map.of(
                    "gemini-3.1-flash-image",
                    new AspectRatios(
                            List.of(
                                    "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3",
                                    "9:16", "4:1", "1:4", "8:1", "1:8")),
                    "gemini-3-pro-image",
                    new AspectRatios(
                            List.of(
                                    "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3",
                                    "9:16")));

    /// The whole request may have about 20 MB; this leaves room for the words. Vertex AI takes more,
    /// but the function that makes the call would not.
    private static final long PICTURE_LETTERS_MAX = 19_000_000;

    /// A key that is not taken is told as a bad request.
    private static final Auth API_KEY =
            new Auth(
                    "x-goog-api-key",
                    "",
                    answered -> answered.status() == 401 || GoogleReplies.badKey(answered));

    private final JsonHttp http;
    private final boolean vertex;

    GoogleProvider(Access access) {
        this.vertex = access.base().getPath().contains(PROJECT);
        this.http = JsonHttp.blocking(access, vertex ? Auth.BEARER : API_KEY);
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
        if (!MODELS.containsKey(model)) {
            return List.of();
        }
        // That Vertex AI makes pictures by interactions is written down nowhere.
        return vertex ? List.of(CONTENT) : List.of(INTERACTION, CONTENT);
    }

    @Override
    public List<Warning> warnings(Job job) {
        var warnings =
                new ArrayList<>(
                        Unheeded.of(job, Set.of(PHOTO, REFERENCES, PROMPT, PIN, SHAPE, TIER)));
        choice(job).map(AspectRatios.Choice::warnings).ifPresent(warnings::addAll);
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
        return pictures(job)
                .map(pictures -> send(job, pictures))
                .orElseGet(() -> Refusals.unsendable("the pictures are too large for one request"));
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

    private Submission send(Job job, List<Picture> pictures) {
        return switch (http.post(path(job), request(job, pictures))) {
            case Answered answered when answered.ok() -> GoogleReplies.read(job, answered);
            case Answered answered -> GoogleReplies.refused(job, answered);
            case Keyless(var why) -> Refusals.refused(FailureClass.AUTH, Billed.NO, why);
            case NotSent(var why) -> Refusals.refused(FailureClass.CONNECT, Billed.NO, why);
            case Silent(var why) ->
                    Refusals.refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, why);
        };
    }

    private String path(Job job) {
        if (job.tried().contract().equals(INTERACTION)) {
            return "/v1beta/interactions";
        }
        var models = vertex ? "/publishers/google/models/" : "/v1beta/models/";
        return models + JsonHttp.segment(job.tried().model()) + ":generateContent";
    }

    private static ObjectNode request(Job job, List<Picture> pictures) {
        return job.tried().contract().equals(INTERACTION)
                ? interaction(job, pictures)
                : content(job, pictures);
    }

    private static ObjectNode content(Job job, List<Picture> pictures) {
        var body = JsonNodeFactory.instance.objectNode();
        var parts = body.putArray("contents").addObject().put("role", "user").putArray("parts");
        parts.addObject().put("text", Instruction.of(job));
        for (var picture : pictures) {
            parts.addObject()
                    .putObject("inlineData")
                    .put("mimeType", picture.type())
                    .put("data", picture.letters());
        }
        var config = body.putObject("generationConfig");
        config.putArray("responseModalities").add("TEXT").add("IMAGE");
        var image = config.putObject("imageConfig").put("imageSize", job.tier().wire());
        shape(job).ifPresent(shape -> image.put("aspectRatio", shape));
        return body;
    }

    /// Nothing is left lying there: `store` would keep the pictures for a later turn.
    private static ObjectNode interaction(Job job, List<Picture> pictures) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("model", job.tried().model()).put("store", false);
        var input = body.putArray("input");
        input.addObject().put("type", "text").put("text", Instruction.of(job));
        for (var picture : pictures) {
            input.addObject()
                    .put("type", "image")
                    .put("mime_type", picture.type())
                    .put("data", picture.letters());
        }
        var format = body.putObject("response_format").put("type", "image");
        format.put("image_size", job.tier().wire()).put("delivery", "inline");
        shape(job).ifPresent(shape -> format.put("aspect_ratio", shape));
        return body;
    }

    /// The photo goes before the references. Empty when they are too large, of which no more is read
    /// than shows it.
    private static Optional<List<Picture>> pictures(Job job) {
        var loans = Stream.concat(Stream.ofNullable(job.image()), job.references().stream());
        var pictures = new ArrayList<Picture>();
        long letters = 0;
        for (var loan : loans.toList()) {
            var picture = new Picture(loan.type().wire(), Base64Picture.spell(loan));
            letters += picture.letters.length();
            if (letters > PICTURE_LETTERS_MAX) {
                return Optional.empty();
            }
            pictures.add(picture);
        }
        return Optional.of(pictures);
    }

    /// Without one it takes the photo's, or a square.
    private static Optional<String> shape(Job job) {
        return choice(job)
                .map(AspectRatios.Choice::spelling)
                .filter(spelling -> !spelling.equals(AspectRatios.AUTO));
    }

    private static Optional<AspectRatios.Choice> choice(Job job) {
        return Optional.ofNullable(MODELS.get(job.tried().model()))
                .map(shapes -> shapes.choose(job.aspectRatio()));
    }

    /// One that goes along within the request.
    private record Picture(String type, String letters) {
        @Override
        public String toString() {
            return "Picture[" + type + ", " + letters.length() + " letters]";
        }
    }
}
