package dev.easel.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaCatalog;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runflow's public catalogue, `GET /v1/public/models`: everybody may read it, so no key travels.
///
/// How it pages is documented for its other lists (`next_pq`, asked for as `pq`) and taken to be the
/// same here; not verified live.
public final class RunflowCatalog implements SchemaCatalog {

    private static final String PATH = "/v1/public/models?limit=500";

    /// More pages than it has models: a cursor that leads in a circle ends here.
    private static final int PAGES_MAX = 20;

    private static final int FINGERPRINT_BYTES = 16;

    /// What only a form shows. It changes more often than what a request may hold.
    private static final Set<String> SHOWN =
            Set.of("display_name", "description", "sort_order", "is_featured");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String base;
    private final Duration timeout;
    private final long bytesMax;

    public RunflowCatalog(HttpClient http, URI base) {
        this(http, base, Duration.ofSeconds(15), 8_000_000);
    }

    /// @param timeout for one page, whole
    /// @param bytesMax of one page
    RunflowCatalog(HttpClient http, URI base, Duration timeout, long bytesMax) {
        this.http = http;
        this.base = base.toString().replaceFirst("/+$", "");
        this.timeout = timeout;
        this.bytesMax = bytesMax;
    }

    @Override
    public String provider() {
        return RunflowProvider.ID;
    }

    @Override
    public Listing list() {
        var models = new HashMap<String, ModelSchema>();
        var path = PATH;
        for (int page = 0; page < PAGES_MAX; page++) {
            switch (read(path)) {
                case Page.Unread(var why) -> {
                    return new Listing.Unreadable(why);
                }
                case Page.Read(var items, var next) -> {
                    items.forEach(item -> models.put(model(item), schema(item)));
                    if (next == null) {
                        return listing(models);
                    }
                    path = PATH + "&pq=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
                }
            }
        }
        return new Listing.Unreadable("more than " + PAGES_MAX + " pages");
    }

    private Page read(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(timeout)
                        .header("Accept", "application/json")
                        .build();
        var answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax));
        try {
            // The request's own time-out ends with the headers.
            return page(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Page.Unread("no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Page.Unread("interrupted");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            return new Page.Unread(cause.getClass().getSimpleName());
        }
    }

    private static Page page(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return new Page.Unread("HTTP " + answer.statusCode());
        }
        try {
            var json = JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
            // A bare list would be a list, too.
            var items = json.isArray() ? json : json.path("items");
            if (!items.isArray()) {
                return new Page.Unread("no list of models");
            }
            var found = new ArrayList<JsonNode>();
            for (var item : items) {
                if (!isReadable(item)) {
                    return new Page.Unread("a model or a field without a name");
                }
                found.add(item);
            }
            var next = json.path("next_pq");
            return new Page.Read(found, next.isTextual() ? next.textValue() : null);
        } catch (JsonProcessingException e) {
            return new Page.Unread("not JSON");
        }
    }

    /// A model may take or give nothing, but fields without a name would pass for fields that went.
    private static boolean isReadable(JsonNode item) {
        return item.path("slug").isTextual()
                && areNamed(item.path("inputs"))
                && areNamed(item.path("outputs"));
    }

    private static boolean areNamed(JsonNode fields) {
        return fields.isMissingNode()
                || fields.isNull()
                || (fields.isArray()
                        && fields.valueStream().allMatch(field -> field.path("name").isTextual()));
    }

    /// When the word `inputs` itself is another one, every model would seem to have lost them all.
    private static Listing listing(Map<String, ModelSchema> models) {
        if (models.isEmpty()) {
            return new Listing.Unreadable("it lists no model");
        }
        return models.values().stream().allMatch(schema -> schema.inputs().isEmpty())
                ? new Listing.Unreadable("no model in it has inputs")
                : new Listing.Whole(models);
    }

    /// The id by which a model is run. Whether `slug` holds its owner is not documented; where it
    /// does not, the owner is looked for beside it.
    private static String model(JsonNode item) {
        var slug = item.path("slug").asText();
        var owner = item.at("/model_creator/slug").asText("");
        return slug.contains("/") || owner.isEmpty() ? slug : owner + "/" + slug;
    }

    private static ModelSchema schema(JsonNode item) {
        return new ModelSchema(fields(item.path("inputs")), fields(item.path("outputs")));
    }

    private static Map<String, String> fields(JsonNode list) {
        var fields = new HashMap<String, String>();
        for (var field : list) {
            fields.put(field.path("name").asText(), fingerprint(field));
        }
        return fields;
    }

    private static String fingerprint(JsonNode field) {
        var meaning = ((ObjectNode) field).deepCopy().without(SHOWN);
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical(meaning).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same text for the same value, in whatever order its members came.
    private static String canonical(JsonNode value) {
        var text = new StringBuilder();
        if (value.isObject()) {
            var members = new TreeMap<String, JsonNode>();
            value.properties().forEach(one -> members.put(one.getKey(), one.getValue()));
            members.forEach((name, member) ->
                    text.append(TextNode.valueOf(name))
                            .append(':')
                            .append(canonical(member))
                            .append(','));
            return "{" + text + "}";
        }
        if (value.isArray()) {
            value.forEach(element -> text.append(canonical(element)).append(','));
            return "[" + text + "]";
        }
        return value.toString();
    }

    /// One page, or why there is none.
    private sealed interface Page {
        /// @param next leads to the page after this; absent on the last
        record Read(List<JsonNode> items, @Nullable String next) implements Page {}

        record Unread(String why) implements Page {}
    }
}
