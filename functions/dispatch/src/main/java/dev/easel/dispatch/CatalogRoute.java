package dev.easel.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.catalog.Catalog;
import dev.easel.catalog.Offer;
import dev.easel.door.Call;
import dev.easel.door.Reply;
import dev.easel.image.AspectRatio;
import dev.easel.parking.Parking;
import dev.easel.workflow.Availability;
import dev.easel.workflow.Child;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

/// `GET /v1/catalog`: what can be ordered, what each order needs, and what stands in the way.
final class CatalogRoute {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalog catalog;
    private final Parking parking;

    CatalogRoute(Catalog catalog, Parking parking) {
        this.catalog = catalog;
        this.parking = parking;
    }

    Reply read(Call call) {
        var json = JSON.createObjectNode();
        var workflows = json.putArray("workflows");
        var current = catalog.without(parking.notices());
        current.workflows().forEach(workflow -> write(workflows.addObject(), workflow, current));
        return Reply.json(200, json).with("cache-control", "public, max-age=60");
    }

    private static void write(ObjectNode json, Workflow workflow, Catalog catalog) {
        json.put("id", workflow.id())
                .put("label", workflow.label())
                .put("group", workflow.group().label())
                .put("kind", workflow.kind().wire())
                .put("task", workflow.task().wire());
        var requires = json.putArray("requires");
        workflow.requires().stream().sorted().map(Requirement::wire).forEach(requires::add);
        var optional = json.putArray("optional");
        workflow.kind().optional().stream()
                .filter(requirement -> !workflow.requires(requirement))
                .sorted()
                .map(Requirement::wire)
                .forEach(optional::add);
        switch (catalog.availability(workflow)) {
            case Availability.Available() ->
                    json.putObject("availability").put("status", "available");
            case Availability.ComingSoon(var notice) ->
                    json.putObject("availability")
                            .put("status", "coming_soon")
                            .put("notice", notice);
            case Availability.Parked(var notice) ->
                    json.putObject("availability").put("status", "parked").put("notice", notice);
        }
        if (!workflow.children().isEmpty()) {
            var children = json.putArray("children");
            workflow.children().forEach(child -> write(children.addObject(), child));
        }
        var tiers = json.putArray("tiers");
        for (var tier : Tier.values()) {
            var place =
                    tiers.addObject()
                            .put("tier", tier.wire())
                            .put("cost_units", workflow.costUnits(tier));
            write(place, catalog.offer(workflow, tier));
            var shapes = place.putArray("aspect_ratios");
            catalog.aspectRatios(workflow, tier).stream()
                    .map(AspectRatio::wire)
                    .forEach(shapes::add);
        }
    }

    private static void write(ObjectNode json, Child child) {
        json.put("workflow", child.workflow());
        if (child.aspectRatio() != null) {
            json.put("aspect_ratio", child.aspectRatio());
        }
    }

    private static void write(ObjectNode tier, Offer offer) {
        var obstacle = Obstacle.of(offer);
        tier.put("dispatchable", obstacle.isEmpty());
        obstacle.ifPresent(found -> {
            var why = tier.putObject("why").put("code", found.code()).put("detail", found.detail());
            if (found.model() != null) {
                why.put("model", found.model());
            }
        });
    }
}
