package dev.easel.routing;

import static dev.easel.workflow.Tier.FOUR_K;
import static dev.easel.workflow.Tier.ONE_K;
import static dev.easel.workflow.Tier.TWO_K;

import dev.easel.workflow.Tier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Maps (workflow, tier) to a route: one line per swap.
public final class TierTable {

    private static final String RUNFLOW = "runflow";

    /// Masks and references as URLs of their own; no zip.
    private static final String RUNFLOW_2026_10 = "2026-10";

    /// What a new deployment routes.
    public static final TierTable STANDARD =
            new TierTable(
                    List.of(
                            line("remove-object", ONE_K, runflow("runflow/object-removal")),
                            line("remove-object", TWO_K, runflow("runflow/object-removal")),
                            line("repair-area", ONE_K, runflow("runflow/reference-inpaint")),
                            line("repair-area", TWO_K, runflow("runflow/reference-inpaint")),
                            line("cut-out", ONE_K, runflow("bria/background/remove")),
                            line("cut-out", TWO_K, runflow("bria/background/remove")),
                            line("white-background", ONE_K, runflow("runflow/background-color")),
                            line("white-background", TWO_K, runflow("runflow/background-color")),
                            line("edit", ONE_K, runflow("google/nano-banana-2/edit")),
                            line("edit", TWO_K, runflow("google/nano-banana-2/edit")),
                            line("edit", FOUR_K, runflow("google/nano-banana-2/edit")),
                            line("create", ONE_K, runflow("google/nano-banana-2")),
                            line("create", TWO_K, runflow("google/nano-banana-2")),
                            line("create", FOUR_K, runflow("google/nano-banana-2")),
                            line("upscale", TWO_K, runflow("topaz/upscale/image")),
                            line("upscale", FOUR_K, runflow("topaz/upscale/image"))));

    private final Map<Place, Route> routes = new HashMap<>();

    public TierTable(List<Line> lines) {
        for (var line : lines) {
            if (routes.putIfAbsent(new Place(line.workflow, line.tier), line.route) != null) {
                throw new IllegalArgumentException(
                        "two lines for " + line.workflow + " at " + line.tier.wire());
            }
        }
    }

    public Optional<Route> route(String workflow, Tier tier) {
        return Optional.ofNullable(routes.get(new Place(workflow, tier)));
    }

    /// One line of the table.
    public static Line line(String workflow, Tier tier, Try... tries) {
        return new Line(workflow, tier, new Route(List.of(tries)));
    }

    private static Try runflow(String model) {
        return new Try(RUNFLOW, model, RUNFLOW_2026_10);
    }

    /// A workflow at a tier, and who does it.
    public record Line(String workflow, Tier tier, Route route) {}

    private record Place(String workflow, Tier tier) {}
}
