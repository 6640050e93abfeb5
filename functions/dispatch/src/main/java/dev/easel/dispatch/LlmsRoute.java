package dev.easel.dispatch;

import static java.util.stream.Collectors.joining;

import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.image.AspectRatio;
import dev.easel.parking.Parking;
import dev.easel.routing.Candidate;
import dev.easel.workflow.Child;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// `GET /llms.txt`: the same catalogue for readers of text, with the way to order. Written from the
/// catalogue, so that the two cannot part. It is for those who build on Easel, and names models.
final class LlmsRoute {

    private static final String HEAD =
            """
            # Easel

            > An AI image generation API. You send a photo, a workflow and what the workflow needs; \
            a model makes the picture, it is kept, and a panel judges it: green, amber, red or \
            incomplete, with the reasons.

            All paths are relative to the address of this file. Bodies are JSON. Errors are \
            `application/problem+json`; `violations[]` names each wrong field.

            ## How to order

            1. Upload each picture, if the workflow needs any. `POST /v1/uploads` with \
            `{"kind": "image"|"mask"|"reference", "content_type", "bytes", "sha256"}`, the hash in \
            base 64, answers `url` and `headers`: PUT the bytes there. Then \
            `POST /v1/uploads/{id}/complete`, for a mask with `{"image": id}` of its photo. A mask \
            is as large as its photo and white where something is to change.
            2. `POST /v1/generations` with `{"workflow", "tier", "inputs": {"image", "mask", \
            "references": []}, "prompt", "pin": {"x", "y"}, "aspect_ratio"}`; leave out what the \
            workflow does not take. An input is `{"upload": id}` or `{"generation": id, "output": \
            0}`. Send an `Idempotency-Key`, so that a repetition is not a second order. 202 answers \
            the generation and its `Location`.
            3. `GET` that location, each time after `Retry-After` seconds, until the header is no \
            longer there. `outputs[]` has the pictures, `evaluation` the verdict. A run that failed \
            is answered with 200 and says why in `failure`.

            At most %d references and %d characters of prompt. The same as below in JSON: \
            `GET /v1/catalog`. What you may still do: `GET /v1/limits`.

            ## Workflows

            A tier is the size of the result; its cost units compare runs. Models are tried in the \
            order in which they stand.
            """
                    .formatted(DispatchRequest.REFERENCES_MAX, DispatchRequest.PROMPT_CHARS_MAX);

    private final Catalog catalog;
    private final Parking parking;

    LlmsRoute(Catalog catalog, Parking parking) {
        this.catalog = catalog;
        this.parking = parking;
    }

    Reply read(Call call) {
        return Reply.text(200, text(catalog.without(parking.notices())))
                .with("cache-control", "public, max-age=60");
    }

    static String text(Catalog catalog) {
        return catalog.workflows().stream()
                .map(workflow -> section(workflow, catalog))
                .collect(joining("\n", HEAD + "\n", ""));
    }

    private static String section(Workflow workflow, Catalog catalog) {
        return Stream.of(
                        Stream.of(
                                "### %s: %s".formatted(workflow.id(), workflow.label()),
                                "",
                                "- group: " + workflow.group().label(),
                                "- kind: " + workflow.kind().wire(),
                                "- needs: " + names(workflow.requires())),
                        line("takes, too", names(optional(workflow))),
                        Stream.of("- judged as: " + workflow.task().wire()),
                        line("runs", children(workflow.children())),
                        Arrays.stream(Tier.values()).map(tier -> line(workflow, tier, catalog)))
                .flatMap(lines -> lines)
                .collect(joining("\n", "", "\n"));
    }

    private static Stream<String> line(String name, String value) {
        return value.isEmpty() ? Stream.empty() : Stream.of("- " + name + ": " + value);
    }

    private static List<Requirement> optional(Workflow workflow) {
        return workflow.kind().optional().stream()
                .filter(requirement -> !workflow.requires(requirement))
                .toList();
    }

    private static String names(Collection<Requirement> requirements) {
        return requirements.stream().sorted().map(Requirement::wire).collect(joining(", "));
    }

    private static String children(List<Child> children) {
        return children.stream()
                .map(child ->
                        child.aspectRatio() == null
                                ? child.workflow()
                                : child.workflow() + " " + child.aspectRatio())
                .collect(joining(", "));
    }

    private static String line(Workflow workflow, Tier tier, Catalog catalog) {
        var offer = catalog.offer(workflow, tier);
        var place = "- " + tier.wire() + ": ";
        return Obstacle.of(offer)
                .map(obstacle -> place + "not dispatchable. " + words(obstacle))
                .orElseGet(() -> place + terms(workflow, tier, catalog) + models(offer));
    }

    private static String words(Obstacle obstacle) {
        return obstacle.model() == null
                ? obstacle.detail()
                : obstacle.detail() + " (" + obstacle.model() + ")";
    }

    private static String terms(Workflow workflow, Tier tier, Catalog catalog) {
        var units = workflow.costUnits(tier);
        var shapes =
                catalog.aspectRatios(workflow, tier).stream()
                        .map(AspectRatio::wire)
                        .collect(joining(" "));
        return "dispatchable; cost units: "
                + units
                + (shapes.isEmpty() ? "" : "; aspect ratios: " + shapes);
    }

    private static String models(Offer offer) {
        return offer instanceof Offer.Dispatchable(var route)
                ? route.candidates().stream()
                        .map(LlmsRoute::name)
                        .collect(joining(", ", "; models: ", ""))
                : "";
    }

    private static String name(Candidate candidate) {
        return candidate.model() + " at " + candidate.provider();
    }
}
