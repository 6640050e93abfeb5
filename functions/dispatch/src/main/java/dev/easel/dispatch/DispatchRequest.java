package dev.easel.dispatch;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.door.Body;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Input;
import dev.easel.id.GenerationId;
import dev.easel.id.UploadId;
import dev.easel.image.AspectRatio;
import dev.easel.image.Point;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An order as it was sent: every field has its form and the workflow has what it needs, but no
/// picture has been looked for yet.
record DispatchRequest(
        Workflow workflow,
        Tier tier,
        @Nullable Input image,
        @Nullable Input mask,
        List<Input> references,
        @Nullable String prompt,
        @Nullable Point pin,
        @Nullable String aspectRatio,
        Map<String, String> metadata) {

    /// Fewer say nothing, and providers refuse them.
    private static final int PROMPT_CHARS_MIN = 3;

    static final int PROMPT_CHARS_MAX = 4000;
    static final int REFERENCES_MAX = 4;
    private static final int OUTPUTS_MAX = 100;
    private static final int SIDE_MAX = 100_000;
    private static final int METADATA_COUNT_MAX = 20;
    private static final int METADATA_CHARS_MAX = 500;
    private static final int URL_CHARS_MAX = 2048;
    private static final int RATIO_CHARS_MAX = 20;

    /// Reads the body of `POST /v1/generations` against the catalogue.
    static DispatchRequest from(JsonNode json, Catalog catalog) {
        var body = Body.of(json);
        if (body.text("callback_url", URL_CHARS_MAX).isPresent()) {
            throw new FailureException(new Failure.NotAvailableYet("/callback_url"));
        }
        var workflow =
                body.required(
                        "workflow",
                        body.choice(
                                "workflow",
                                catalog::workflow,
                                "is not a workflow of the catalogue (GET /v1/catalog)"));
        var tier = body.choice("tier", Tier::of, "must be 1K, 2K or 4K");
        var inputs = body.object("inputs");
        var request =
                new Draft(
                        inputs.flatMap(part -> input(part, "image")).orElse(null),
                        inputs.flatMap(part -> input(part, "mask")).orElse(null),
                        inputs.map(DispatchRequest::references).orElse(List.of()),
                        prompt(body).orElse(null),
                        body.object("pin").flatMap(DispatchRequest::pin).orElse(null),
                        ratio(body).orElse(null),
                        body.texts("metadata", METADATA_COUNT_MAX, METADATA_CHARS_MAX));
        workflow.ifPresent(known -> request.compare(known, body));
        body.check();
        return request.as(workflow.orElseThrow(), tier.orElse(Tier.ONE_K));
    }

    /// The request as it will be carried out, its shape in the usual spelling. Throws unless the
    /// workflow can be dispatched at this tier and in this shape now.
    DispatchRequest offered(Catalog catalog) {
        requireOffer(catalog);
        return aspectRatio == null ? this : shaped(shape(catalog, aspectRatio));
    }

    /// Throws unless an order of before can be carried out now.
    static void requireOffer(Catalog catalog, Workflow workflow, Tier tier) {
        new DispatchRequest(workflow, tier, null, null, List.of(), null, null, null, Map.of())
                .requireOffer(catalog);
    }

    private String shape(Catalog catalog, String asked) {
        return catalog.aspectRatio(workflow, tier, asked)
                .map(AspectRatio::wire)
                .orElseThrow(() -> {
                    var made =
                            catalog.aspectRatios(workflow, tier).stream()
                                    .map(AspectRatio::wire)
                                    .collect(joining(", "));
                    return new FailureException(
                            Failure.InvalidRequest.of("/aspect_ratio", "must be one of " + made));
                });
    }

    private DispatchRequest shaped(String shape) {
        return new DispatchRequest(
                workflow, tier, image, mask, references, prompt, pin, shape, metadata);
    }

    private void requireOffer(Catalog catalog) {
        switch (catalog.offer(workflow, tier)) {
            case Offer.Dispatchable _, Offer.Fanned _ -> {}
            case Offer.ComingSoon(var notice) ->
                    throw new FailureException(new Failure.ComingSoon(notice));
            case Offer.Parked(var notice) -> throw new FailureException(new Failure.Parked(notice));
            case Offer.NoRoute _ ->
                    throw new FailureException(
                            Failure.InvalidRequest.of(
                                    "/tier",
                                    "must be one at which "
                                            + workflow.id()
                                            + " is offered, not "
                                            + tier.wire()
                                            + " (GET /v1/catalog)"));
            case Offer.ModelNotAllowed(var model) ->
                    throw new FailureException(new Failure.ModelNotAllowed(model));
        }
    }

    private static Optional<Input> input(Body inputs, String field) {
        return inputs.object(field).flatMap(DispatchRequest::input);
    }

    private static Optional<Input> input(Body part) {
        var upload = part.choice("upload", UploadId::parse, "is not the id of an upload");
        var generation =
                part.choice("generation", GenerationId::parse, "is not the id of a generation");
        var output = part.number("output", 0, OUTPUTS_MAX).map(Long::intValue);
        if (part.has("upload") == part.has("generation")) {
            part.violate("", "names either an upload or a generation");
            return Optional.empty();
        }
        if (part.has("output") && part.has("upload")) {
            part.violate("output", "belongs to a generation");
        }
        return upload.<Input>map(Input.OfUpload::new)
                .or(() -> generation.map(id -> new Input.OfGeneration(id, output.orElse(0))));
    }

    private static List<Input> references(Body inputs) {
        return inputs.objects("references", REFERENCES_MAX).stream()
                .flatMap(part -> input(part).stream())
                .toList();
    }

    private static Optional<Point> pin(Body part) {
        var x = part.required("x", part.number("x", 0, SIDE_MAX));
        var y = part.required("y", part.number("y", 0, SIDE_MAX));
        return x.isPresent() && y.isPresent()
                ? Optional.of(new Point(x.get().intValue(), y.get().intValue()))
                : Optional.empty();
    }

    private static Optional<String> prompt(Body body) {
        var prompt = body.text("prompt", PROMPT_CHARS_MAX).map(String::strip);
        if (prompt.isPresent() && prompt.get().length() < PROMPT_CHARS_MIN) {
            body.violate("prompt", "has fewer than " + PROMPT_CHARS_MIN + " characters");
        }
        return prompt;
    }

    private static Optional<String> ratio(Body body) {
        var ratio = body.text("aspect_ratio", RATIO_CHARS_MAX);
        if (ratio.isPresent() && AspectRatio.parse(ratio.get()).isEmpty()) {
            body.violate("aspect_ratio", "must be W:H, such as 4:5");
        }
        return ratio;
    }

    /// The fields before it is known whether the workflow wants them.
    private record Draft(
            @Nullable Input image,
            @Nullable Input mask,
            List<Input> references,
            @Nullable String prompt,
            @Nullable Point pin,
            @Nullable String aspectRatio,
            Map<String, String> metadata) {

        /// Notes what the workflow needs and was not given, and what it was given and would ignore.
        void compare(Workflow workflow, Body body) {
            compare(workflow, body, Requirement.IMAGE, "inputs/image", image != null);
            compare(workflow, body, Requirement.MASK, "inputs/mask", mask != null);
            compare(
                    workflow,
                    body,
                    Requirement.REFERENCE,
                    "inputs/references",
                    !references.isEmpty());
            compare(workflow, body, Requirement.PROMPT, "prompt", prompt != null);
            compare(workflow, body, Requirement.PIN, "pin", pin != null);
            compare(workflow, body, Requirement.ASPECT_RATIO, "aspect_ratio", aspectRatio != null);
        }

        private static void compare(
                Workflow workflow,
                Body body,
                Requirement requirement,
                String field,
                boolean given) {
            if (!given && workflow.requires(requirement)) {
                body.violate(field, "is required by " + workflow.id());
            }
            if (given && !workflow.takes(requirement)) {
                body.violate(field, "is not used by " + workflow.id());
            }
        }

        DispatchRequest as(Workflow workflow, Tier tier) {
            return new DispatchRequest(
                    workflow, tier, image, mask, references, prompt, pin, aspectRatio, metadata);
        }
    }
}
