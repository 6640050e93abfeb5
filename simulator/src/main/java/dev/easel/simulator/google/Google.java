package dev.easel.simulator.google;

import dev.easel.simulator.job.Counter;
import dev.easel.simulator.job.Desk;
import dev.easel.simulator.job.Ids;
import dev.easel.simulator.job.Provider;
import dev.easel.simulator.job.Shop;
import dev.easel.simulator.script.Repertoire;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/// Google's routes: `generateContent` of the Gemini API and of Vertex AI, and the Gemini API's
/// newer `interactions`. Every call is held open until the picture is there.
public final class Google implements Provider {

    private static final Pattern GEMINI =
            Pattern.compile("/v1(?:beta)?/models/([^/:]+):generateContent");
    private static final Pattern VERTEX =
            Pattern.compile(
                    "/v1(?:beta1)?/projects/[^/]+/locations/[^/]+/publishers/google/models/"
                            + "([^/:]+):generateContent");
    private static final Pattern INTERACTIONS = Pattern.compile("/v1(?:beta)?/interactions");
    private static final int BODY_BYTES_MAX = 20 * 1024 * 1024;

    /// Medians of thirty days, as a third party measured them.
    private static final Duration GEMINI_TIME = Duration.ofMillis(25_800);

    private static final Duration VERTEX_TIME = Duration.ofMillis(45_100);

    private final Repertoire repertoire =
            Repertoire.common(
                    "google",
                    Scenario.SUBSTITUTED_MODEL,
                    Scenario.NEW_CONTRACT,
                    Scenario.OLD_CONTRACT);
    private final Desk desk;
    private final Counter gemini;
    private final Counter vertex;
    private final Counter interacting;
    private final GenerateContent generateContent;
    private final Interactions interactions;

    public Google(Shop shop) {
        desk = new Desk(shop, repertoire.provider(), GEMINI_TIME);
        gemini = new Counter(shop.scenarios(), repertoire, GoogleErrors.GEMINI);
        vertex = new Counter(shop.scenarios(), repertoire, GoogleErrors.VERTEX);
        interacting = new Counter(shop.scenarios(), repertoire, GoogleErrors.INTERACTIONS);
        var candidates = new Candidates(shop);
        generateContent = new GenerateContent(shop, desk, candidates);
        interactions = new Interactions(shop, desk, candidates);
    }

    @Override
    public Repertoire repertoire() {
        return repertoire;
    }

    @Override
    public void settle() {
        desk.settle();
    }

    @Override
    public boolean isIdle() {
        return desk.isIdle();
    }

    @Override
    public Reply handle(Request request) throws IOException {
        var ofGemini = GEMINI.matcher(request.path());
        if (ofGemini.matches()) {
            return gemini(request, ofGemini.group(1));
        }
        var ofVertex = VERTEX.matcher(request.path());
        if (ofVertex.matches()) {
            return vertex(request, ofVertex.group(1));
        }
        if (INTERACTIONS.matcher(request.path()).matches()) {
            var refused = refused(request);
            return refused != null
                    ? refused
                    : interacting.serve(
                            request, scenario -> interactions.create(request, scenario));
        }
        return GoogleErrors.notFound(request.path());
    }

    private Reply gemini(Request request, String id) throws IOException {
        var refused = refused(request);
        var model = GoogleModel.find(id).orElse(null);
        if (refused != null) {
            return refused;
        }
        return model == null
                ? GoogleErrors.notFound("models/" + id)
                : gemini.serve(
                        request,
                        scenario ->
                                generateContent.generate(
                                        model, request, scenario, false, GEMINI_TIME));
    }

    private Reply vertex(Request request, String id) throws IOException {
        var key = request.header("authorization").orElse("");
        var model = GoogleModel.find(id).orElse(null);
        if (!key.matches("Bearer .+") || vertex.isShut()) {
            return GoogleErrors.unauthenticated();
        }
        return model == null
                ? GoogleErrors.notFound("models/" + id)
                : vertex.serve(
                        request,
                        scenario ->
                                generateContent.generate(
                                        model, request, scenario, true, VERTEX_TIME));
    }

    private @Nullable Reply refused(Request request) {
        boolean keyed =
                !request.header("x-goog-api-key").orElse("").isBlank()
                        || !request.parameter("key").orElse("").isBlank();
        if (!keyed) {
            return request.header("authorization").isPresent()
                    ? GoogleErrors.unauthenticated()
                    : GoogleErrors.unregistered();
        }
        if (gemini.isShut()) {
            return GoogleErrors.GEMINI.unauthorized();
        }
        if (!request.method().equals("POST")) {
            return GoogleErrors.notFound(request.path());
        }
        return request.body().length() <= BODY_BYTES_MAX
                ? null
                : GoogleErrors.error(
                        400,
                        "INVALID_ARGUMENT",
                        "Request payload size exceeds the limit: " + BODY_BYTES_MAX + " bytes.");
    }

    /// Not JSON at all.
    static Reply.Answer unreadable() {
        return GoogleErrors.error(
                400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unexpected token.");
    }

    /// An id as Google's are: letters and digits, without meaning.
    static String id(Shop shop) {
        return Ids.letters(22, shop.chance().random());
    }
}
