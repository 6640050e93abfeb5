package dev.easel.routing;

import static dev.easel.workflow.Tier.FOUR_K;
import static dev.easel.workflow.Tier.ONE_K;
import static dev.easel.workflow.Tier.TWO_K;

import dev.easel.image.AspectRatio;
import dev.easel.workflow.Tier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Maps (workflow, tier) to a route: one line per swap.
///
/// It names every provider that could do the work; the catalogue keeps to those that a deployment
/// has.
public final class TierTable {

    /// The shapes that every model here makes which may be asked for one.
    private static final List<AspectRatio> TEN =
            Stream.of("21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16")
                    .map(spelling -> AspectRatio.parse(spelling).orElseThrow())
                    .toList();

    /// One family of models, at everybody who serves it, as each of them calls it. Together makes it at
    /// 1K only.
    private static final Route FROM_WORDS =
            Route.of(
                    runflow("google/nano-banana-2"),
                    new Candidate("google", "gemini-3.1-flash-image"),
                    new Candidate("replicate", "google/nano-banana-2"),
                    new Candidate("together", "google/flash-image-3.1"),
                    new Candidate("prodia", "inference.gemini-3-1-flash.txt2img.v1"),
                    new Candidate("runware", "google:4@3"));

    /// Together is not known to take pictures for this model.
    private static final Route FROM_PICTURES =
            Route.of(
                    runflow("google/nano-banana-2/edit"),
                    new Candidate("google", "gemini-3.1-flash-image"),
                    new Candidate("replicate", "google/nano-banana-2"),
                    new Candidate("prodia", "inference.gemini-3-1-flash.img2img.v1"),
                    new Candidate("runware", "google:4@3"));

    /// What a new deployment routes.
    public static final TierTable STANDARD =
            new TierTable(
                    List.of(
                            line("remove-object", ONE_K, runflow("runflow/object-removal")),
                            line("remove-object", TWO_K, runflow("runflow/object-removal")),
                            line("remove-tag", ONE_K, runflow("runflow/tag-removal")),
                            line("remove-tag", TWO_K, runflow("runflow/tag-removal")),
                            line("repair-area", ONE_K, runflow("runflow/reference-inpaint")),
                            line("repair-area", TWO_K, runflow("runflow/reference-inpaint")),
                            line("point-edit", ONE_K, FROM_PICTURES),
                            line("point-edit", TWO_K, FROM_PICTURES),
                            line("point-edit", FOUR_K, FROM_PICTURES),
                            line("cut-out", ONE_K, runflow("bria/background/remove")),
                            line("cut-out", TWO_K, runflow("bria/background/remove")),
                            line("white-background", ONE_K, runflow("runflow/background-color")),
                            line("white-background", TWO_K, runflow("runflow/background-color")),
                            line("new-scene", ONE_K, FROM_PICTURES).shaped(TEN),
                            line("new-scene", TWO_K, FROM_PICTURES).shaped(TEN),
                            line("new-scene", FOUR_K, FROM_PICTURES).shaped(TEN),
                            line("extend", ONE_K, runflow("runflow/outpaint/aspect-ratio"))
                                    .shaped(TEN),
                            line("extend", TWO_K, runflow("runflow/outpaint/aspect-ratio"))
                                    .shaped(TEN),
                            line("restyle", ONE_K, FROM_PICTURES).shaped(TEN),
                            line("restyle", TWO_K, FROM_PICTURES).shaped(TEN),
                            line("restyle", FOUR_K, FROM_PICTURES).shaped(TEN),
                            line("edit", ONE_K, FROM_PICTURES).shaped(TEN),
                            line("edit", TWO_K, FROM_PICTURES).shaped(TEN),
                            line("edit", FOUR_K, FROM_PICTURES).shaped(TEN),
                            line("create", ONE_K, FROM_WORDS).shaped(TEN),
                            line("create", TWO_K, FROM_WORDS.without("together")).shaped(TEN),
                            line("create", FOUR_K, FROM_WORDS.without("together")).shaped(TEN),
                            line("isolate", ONE_K, runflow("runflow/product-isolation")),
                            line("isolate", TWO_K, runflow("runflow/product-isolation")),
                            line("isolate", FOUR_K, runflow("runflow/product-isolation")),
                            line("upscale", TWO_K, runflow("topaz/upscale/image")),
                            line("upscale", FOUR_K, runflow("topaz/upscale/image"))));

    private final List<Line> lines;
    private final Map<Place, Line> places = new HashMap<>();

    public TierTable(List<Line> lines) {
        this.lines = List.copyOf(lines);
        for (var line : lines) {
            if (places.putIfAbsent(new Place(line.workflow, line.tier), line) != null) {
                throw new IllegalArgumentException(
                        "two lines for " + line.workflow + " at " + line.tier.wire());
            }
        }
    }

    /// All of it, from the top.
    public List<Line> lines() {
        return lines;
    }

    /// The ids of all providers that some route names, in order.
    public List<String> providers() {
        return lines.stream()
                .flatMap(line -> line.route.candidates().stream())
                .map(Candidate::provider)
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<Route> route(String workflow, Tier tier) {
        return Optional.ofNullable(places.get(new Place(workflow, tier))).map(Line::route);
    }

    /// The shapes that can be asked for there; empty where none can.
    public List<AspectRatio> aspectRatios(String workflow, Tier tier) {
        var line = places.get(new Place(workflow, tier));
        return line == null ? List.of() : line.aspectRatios;
    }

    public static Line line(String workflow, Tier tier, Candidate... candidates) {
        return line(workflow, tier, Route.of(candidates));
    }

    /// One line of the table.
    public static Line line(String workflow, Tier tier, Route route) {
        return new Line(workflow, tier, route, List.of());
    }

    private static Candidate runflow(String model) {
        return new Candidate("runflow", model);
    }

    /// A workflow at a tier, who does it, and in which shapes it can be had.
    ///
    /// @param aspectRatios made by every candidate of the route; empty where a shape is not a choice
    public record Line(String workflow, Tier tier, Route route, List<AspectRatio> aspectRatios) {

        public Line {
            aspectRatios = List.copyOf(aspectRatios);
        }

        /// The same in any of these shapes.
        public Line shaped(List<AspectRatio> shapes) {
            return new Line(workflow, tier, route, shapes);
        }
    }

    private record Place(String workflow, Tier tier) {}
}
