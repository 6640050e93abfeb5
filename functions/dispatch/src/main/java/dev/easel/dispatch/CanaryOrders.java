package dev.easel.dispatch;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.catalog.Catalog;
import dev.easel.generation.Order;
import dev.easel.image.AspectRatio;
import dev.easel.image.Point;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a canary asks for: exactly what its workflow requires, at the cheapest tier.
public final class CanaryOrders {

    private static final String EDIT = "Make it a blue evening";
    private static final String CREATE = "A red boat on a calm sea under mountains";

    private static final String SQUARE = "1:1";

    /// On the cup.
    private static final Point PIN = new Point(200, 180);

    private final Catalog catalog;
    private final Assets assets;

    /// @param catalog as if nothing rested
    public CanaryOrders(Catalog catalog, Assets assets) {
        this.catalog = catalog;
        this.assets = assets;
    }

    /// Puts the pictures in place and names them. Empty when this deployment cannot run the workflow
    /// by itself at any tier: a package wakes with its parts.
    Optional<Order> order(String workflow) {
        return catalog.workflow(workflow)
                .filter(known -> known.children().isEmpty())
                .flatMap(known -> cheapest(known).map(tier -> order(known, tier)));
    }

    private Optional<Tier> cheapest(Workflow workflow) {
        return Arrays.stream(Tier.values())
                .filter(tier -> catalog.offer(workflow, tier).isDispatchable())
                .findFirst();
    }

    private Order order(Workflow workflow, Tier tier) {
        var person = workflow.requires(Requirement.PERSON);
        var photo = person ? CanaryPicture.PERSON : CanaryPicture.PHOTO;
        var other = person ? CanaryPicture.PHOTO : CanaryPicture.PERSON;
        var reference = put(workflow, Requirement.REFERENCE, other);
        return new Order(
                workflow.id(),
                tier,
                put(workflow, Requirement.IMAGE, photo),
                put(workflow, Requirement.MASK, CanaryPicture.MASK),
                reference == null ? List.of() : List.of(reference),
                prompt(workflow),
                workflow.requires(Requirement.PIN) ? PIN : null,
                workflow.requires(Requirement.ASPECT_RATIO) ? ratio(workflow, tier) : null,
                Map.of());
    }

    private @Nullable StoredPicture put(
            Workflow workflow, Requirement requirement, CanaryPicture picture) {
        return workflow.requires(requirement) ? picture.put(assets) : null;
    }

    private static @Nullable String prompt(Workflow workflow) {
        if (!workflow.requires(Requirement.PROMPT)) {
            return null;
        }
        return workflow.requires(Requirement.IMAGE) ? EDIT : CREATE;
    }

    /// A square, which neither of the photos is that it is asked for with.
    private String ratio(Workflow workflow, Tier tier) {
        return catalog.aspectRatio(workflow, tier, SQUARE).map(AspectRatio::wire).orElseThrow();
    }
}
