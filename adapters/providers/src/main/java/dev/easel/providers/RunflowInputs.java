package dev.easel.providers;

import static dev.easel.providers.Unheeded.Part.MASK;
import static dev.easel.providers.Unheeded.Part.PHOTO;
import static dev.easel.providers.Unheeded.Part.PROMPT;
import static dev.easel.providers.Unheeded.Part.REFERENCE;
import static dev.easel.providers.Unheeded.Part.REFERENCES;
import static dev.easel.providers.Unheeded.Part.SHAPE;
import static dev.easel.providers.Unheeded.Part.TIER;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.failure.Warning;
import dev.easel.provider.Job;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What each model at Runflow wants to be given under contract 2026-10: masks and references as
/// URLs of their own.
///
/// A job that lacks what its model needs is a bug of ours (the catalogue's requirements were
/// checked long before) and throws.
final class RunflowInputs {

    static final String CONTRACT = "2026-10";

    private static final AspectRatios PRO_SHAPES =
            new AspectRatios(
                    List.of(
                            "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3",
                            "9:16"));
    private static final AspectRatios SHAPES =
            new AspectRatios(
                    List.of(
                            "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16",
                            "4:1", "1:4", "8:1", "1:8"));

    private static final double FACTOR_MIN = 1;
    private static final double FACTOR_MAX = 4;
    private static final int WHITE = 255;

    private static final Map<String, Recipe> RECIPES =
            Map.ofEntries(
                    entry(
                            "runflow/object-removal",
                            new Recipe(Set.of(PHOTO, MASK), RunflowInputs::masked)),
                    entry(
                            "runflow/reference-inpaint",
                            new Recipe(
                                    Set.of(PHOTO, MASK, REFERENCE, PROMPT),
                                    RunflowInputs::inpaint)),
                    entry("runflow/tag-removal", new Recipe(Set.of(PHOTO), RunflowInputs::photo)),
                    entry(
                            "bria/background/remove",
                            new Recipe(Set.of(PHOTO), RunflowInputs::photo)),
                    entry(
                            "runflow/background-color",
                            new Recipe(Set.of(PHOTO), RunflowInputs::white)),
                    entry(
                            "topaz/upscale/image",
                            new Recipe(Set.of(PHOTO, TIER), RunflowInputs::larger)),
                    entry("google/nano-banana-2", made(SHAPES)),
                    entry("google/nano-banana-pro", made(PRO_SHAPES)),
                    entry("google/nano-banana-2/edit", edited(SHAPES)),
                    entry("google/nano-banana-pro/edit", edited(PRO_SHAPES)));

    private RunflowInputs() {}

    /// Empty when nobody wrote down how this model wants to be asked under this contract.
    static Optional<Input> of(Job job) {
        return recipe(job.tried()).map(recipe -> recipe.input(job));
    }

    private static Optional<Recipe> recipe(Try tried) {
        return tried.contract().equals(CONTRACT)
                ? Optional.ofNullable(RECIPES.get(tried.model()))
                : Optional.empty();
    }

    private static Input photo(Job job) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("image_url", requireNonNull(job.image(), "a photo").toString());
        return new Input(json, List.of());
    }

    private static Input masked(Job job) {
        var input = photo(job);
        input.json.put("mask_url", requireNonNull(job.mask(), "a mask").toString());
        return input;
    }

    private static Input inpaint(Job job) {
        var input = masked(job);
        input.json.put("reference_url", job.references().getFirst().toString());
        if (job.prompt() != null && !job.prompt().isBlank()) {
            input.json.put("prompt", job.prompt());
        }
        return input;
    }

    private static Input white(Job job) {
        var input = photo(job);
        List.of("color_red", "color_green", "color_blue")
                .forEach(colour -> input.json.put(colour, WHITE));
        return input;
    }

    /// The factor brings the long side to the tier's bucket, to two decimals: within half a per
    /// cent of it.
    private static Input larger(Job job) {
        var input = photo(job);
        var size = requireNonNull(job.imageSize(), "the photo's size");
        var wanted = (double) longSide(job.tier()) / Math.max(size.width(), size.height());
        var factor = Math.clamp(Math.round(wanted * 100) / 100.0, FACTOR_MIN, FACTOR_MAX);
        input.json.put("upscale_factor", factor).put("output_format", "png");
        if (wanted > FACTOR_MAX) {
            return input.with(
                    "The result is four times as large as the photo of %s, which is less than the chosen size."
                            .formatted(size));
        }
        return wanted < FACTOR_MIN
                ? input.with(
                        "The photo is larger than the chosen size; it stays at %s.".formatted(size))
                : input;
    }

    private static int longSide(Tier tier) {
        return switch (tier) {
            case ONE_K -> 1024;
            case TWO_K -> 2048;
            case FOUR_K -> 4096;
        };
    }

    private static Recipe made(AspectRatios shapes) {
        return new Recipe(Set.of(PROMPT, SHAPE, TIER), job -> worded(job, shapes));
    }

    private static Recipe edited(AspectRatios shapes) {
        return new Recipe(
                Set.of(PHOTO, REFERENCES, PROMPT, SHAPE, TIER),
                job -> {
                    var input = worded(job, shapes);
                    var urls = input.json.putArray("image_urls");
                    urls.add(requireNonNull(job.image(), "a photo").toString());
                    job.references().forEach(reference -> urls.add(reference.toString()));
                    return input;
                });
    }

    private static Input worded(Job job, AspectRatios shapes) {
        var shape = shapes.choose(job.aspectRatio());
        var json = JsonNodeFactory.instance.objectNode();
        json.put("prompt", requireNonNull(job.prompt(), "words"))
                .put("resolution", job.tier().wire())
                .put("aspect_ratio", shape.spelling())
                .put("num_images", 1)
                .put("output_format", "png")
                // Without it the model may answer with more pictures than were asked for, each of
                // them billed.
                .put("limit_generations", true);
        return new Input(json, shape.warnings());
    }

    /// The `input` of a run, and what of the job it does not honour.
    record Input(ObjectNode json, List<Warning> warnings) {
        private Input with(String tierNotHonoured) {
            return new Input(json, List.of(Unheeded.tier(tierNotHonoured)));
        }
    }

    /// How one model is asked, and which parts of a job that covers.
    private record Recipe(Set<Unheeded.Part> takes, Function<Job, Input> builder) {
        Input input(Job job) {
            var input = builder.apply(job);
            var warnings = new ArrayList<>(Unheeded.of(job, takes));
            warnings.addAll(input.warnings);
            return new Input(input.json, List.copyOf(warnings));
        }
    }
}
