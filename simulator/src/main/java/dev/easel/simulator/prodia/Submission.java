package dev.easel.simulator.prodia;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Frame;
import dev.easel.simulator.job.Order;
import dev.easel.simulator.job.Source;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Multipart;
import dev.easel.simulator.web.Reply;
import dev.easel.simulator.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A job as it was handed in: JSON, or multipart with the part `job` and the pictures as parts
/// `input`. Either `order` or what is `wrong` is there.
record Submission(@Nullable JobType type, @Nullable Order order, Reply.@Nullable Answer wrong) {

    static Submission of(Request request) throws IOException {
        var contentType = request.header("content-type").orElse("");
        if (!contentType.startsWith("multipart/")) {
            var job = Json.read(request.body()).orElse(null);
            return job == null ? bad("job", "JSON expected") : of(job, List.of(), request);
        }
        var parts = Multipart.read(contentType, request.body()).orElse(List.of());
        var named = parts.stream().filter(part -> part.name().equals("job")).findFirst();
        var job = named.isEmpty() ? null : Json.read(named.get().body()).orElse(null);
        var inputs = parts.stream().filter(part -> part.name().equals("input")).toList();
        return job == null ? bad("job", "JSON expected") : of(job, inputs, request);
    }

    private static Submission of(ObjectNode job, List<Multipart.Part> inputs, Request request) {
        var type = JobType.find(Json.text(job, "type", "")).orElse(null);
        if (type == null) {
            return bad("type", "unknown job type");
        }
        var unknown = Json.unknown(job, Set.of("type", "config"));
        if (unknown.isPresent()) {
            return bad(unknown.get(), "additional property is not allowed");
        }
        var config = job.path("config");
        var wrong = wrong(type, config, inputs.size());
        if (wrong != null) {
            return new Submission(null, null, wrong);
        }
        var sources = new ArrayList<Source>();
        for (var part : chosen(config, inputs)) {
            sources.add(new Source.Inline(part.body()));
        }
        if (config.has("images") && sources.size() < config.path("images").size()) {
            return bad("config.images", "names a file that is not among the inputs");
        }
        return new Submission(type, order(type, config, sources, isJpeg(request)), null);
    }

    /// `images` names the parts by their file names, in order; without it all of them are taken.
    private static List<Multipart.Part> chosen(JsonNode config, List<Multipart.Part> inputs) {
        if (!config.has("images")) {
            return inputs;
        }
        var chosen = new ArrayList<Multipart.Part>();
        for (var name : config.path("images")) {
            inputs.stream()
                    .filter(part -> part.fileName().equals(name.asText()))
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private static Reply.@Nullable Answer wrong(JobType type, JsonNode config, int inputs) {
        var prompt = Json.text(config, "prompt");
        if (prompt == null || prompt.isBlank()) {
            return ProdiaErrors.wrong("config.prompt", "is required");
        }
        for (var entry : config.properties()) {
            var name = entry.getKey();
            boolean images = name.equals("images") && type.takesPictures();
            if (!images && !type.config().contains(name)) {
                return ProdiaErrors.wrong("config." + name, "additional property is not allowed");
            }
        }
        var ratio = Json.text(config, "aspect_ratio", "1:1");
        if (!JobType.RATIOS.contains(ratio)) {
            return ProdiaErrors.wrong("config.aspect_ratio", "must be one of " + JobType.RATIOS);
        }
        if (!type.prices().containsKey(tier(config))) {
            return ProdiaErrors.wrong(
                    "config.resolution", "must be one of " + type.prices().keySet());
        }
        boolean fits = type.takesPictures() ? inputs >= 1 : inputs == 0;
        return fits && inputs <= type.inputsMax()
                ? null
                : ProdiaErrors.wrong("input", "wrong number of inputs: " + inputs);
    }

    private static String tier(JsonNode config) {
        return requireNonNullElse(Json.text(config, "resolution"), "1K");
    }

    private static Order order(JobType type, JsonNode config, List<Source> sources, boolean jpeg) {
        return new Order(
                type.id(),
                null,
                Json.text(config, "prompt", ""),
                sources,
                new Frame.Tiered(tier(config), Json.text(config, "aspect_ratio", "")),
                1,
                jpeg,
                type.prices().getOrDefault(tier(config), BigDecimal.ZERO));
    }

    private static boolean isJpeg(Request request) {
        return request.header("accept").orElse("").contains("image/jpeg");
    }

    private static Submission bad(String field, String rule) {
        return new Submission(null, null, ProdiaErrors.wrong(field, rule));
    }
}
