package dev.easel.providers;

import static dev.easel.providers.Unheeded.Part.MASK;
import static dev.easel.providers.Unheeded.Part.PHOTO;
import static dev.easel.providers.Unheeded.Part.PIN;
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
import dev.easel.provider.Instruction;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What each model at Runflow wants to be given: since contract 2026-10 masks and references as URLs
/// of their own; under 2026-04 all pictures in one zip, wherever there is more than one.
///
/// A job that lacks what its model needs is a bug of ours (the catalogue's requirements were
/// checked long before) and throws.
final class RunflowInputs {

    static final String URLS = "2026-10";

    /// Which fields name the URL of a picture; a zip takes the place of all of them.
    private static final List<String> PICTURES =
            List.of("image_url", "mask_url", "reference_url", "image_urls");

    private static final String ZIP = "2026-04";

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
                    entry(
                            "runflow/product-isolation",
                            new Recipe(Set.of(PHOTO, SHAPE, TIER), RunflowInputs::isolated)),
                    entry(
                            "runflow/outpaint/aspect-ratio",
                            new Recipe(Set.of(PHOTO, SHAPE), RunflowInputs::extended)),
                    entry("google/nano-banana-2", made(SHAPES)),
                    entry("google/nano-banana-pro", made(PRO_SHAPES)),
                    entry("google/nano-banana-2/edit", edited(SHAPES)),
                    entry("google/nano-banana-pro/edit", edited(PRO_SHAPES)));

    private RunflowInputs() {}

    /// Empty when nobody wrote down how this model is asked.
    static List<String> contracts(String model) {
        var recipe = RECIPES.get(model);
        if (recipe == null) {
            return List.of();
        }
        return recipe.severalPictures() ? List.of(URLS, ZIP) : List.of(URLS);
    }

    /// Empty when nobody wrote down how this model wants to be asked under this contract.
    static Optional<Input> of(Job job) {
        var model = job.tried().model();
        var contract = job.tried().contract();
        return contracts(model).contains(contract)
                ? Optional.of(requireNonNull(RECIPES.get(model)).input(job))
                        .map(input -> contract.equals(ZIP) ? zipped(job, input) : input)
                : Optional.empty();
    }

    /// The names in the zip stand where the URLs stood. A single picture still goes by its URL.
    private static Input zipped(Job job, Input input) {
        if (job.mask() == null && job.references().isEmpty()) {
            return input;
        }
        var bundle = job.bundler().bundle();
        var json = input.json.deepCopy().<ObjectNode>without(PICTURES);
        json.put("zip_url", bundle.url().toString());
        put(json, "file_input", bundle.image());
        put(json, "file_mask", bundle.mask());
        for (int i = 0; i < bundle.references().size(); i++) {
            put(
                    json,
                    i == 0 ? "file_reference" : "file_reference_" + (i + 1),
                    bundle.references().get(i));
        }
        return new Input(json, input.warnings);
    }

    private static void put(ObjectNode json, String field, @Nullable String name) {
        if (name != null) {
            json.put(field, name);
        }
    }

    private static Input photo(Job job) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("image_url", photoOf(job).url().toString());
        return new Input(json, List.of());
    }

    private static Loan photoOf(Job job) {
        return requireNonNull(job.image(), "a photo");
    }

    private static Input masked(Job job) {
        var input = photo(job);
        input.json.put("mask_url", requireNonNull(job.mask(), "a mask").url().toString());
        return input;
    }

    private static Input inpaint(Job job) {
        var input = masked(job);
        input.json.put("reference_url", job.references().getFirst().url().toString());
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

    /// It wants a shape in any case: the photo's own, as near as it has one.
    private static Input isolated(Job job) {
        var input = photo(job);
        var size = photoOf(job).size();
        var asked = job.aspectRatio();
        var shape = PRO_SHAPES.choose(asked == null ? size.width() + ":" + size.height() : asked);
        input.json.put("aspect_ratio", shape.spelling()).put("resolution", job.tier().wire());
        return asked == null ? input : new Input(input.json, shape.warnings());
    }

    private static Input extended(Job job) {
        var input = photo(job);
        input.json.put("aspect_ratio", requireNonNull(job.aspectRatio(), "a shape"));
        return input;
    }

    /// The factor brings the long side to the tier's bucket, to two decimals: within half a per
    /// cent of it.
    private static Input larger(Job job) {
        var input = photo(job);
        var size = photoOf(job).size();
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
                Set.of(PHOTO, REFERENCES, PROMPT, PIN, SHAPE, TIER),
                job -> {
                    var input = worded(job, shapes);
                    var urls = input.json.putArray("image_urls");
                    urls.add(photoOf(job).url().toString());
                    job.references().forEach(reference -> urls.add(reference.url().toString()));
                    return input;
                });
    }

    private static Input worded(Job job, AspectRatios shapes) {
        var shape = shapes.choose(job.aspectRatio());
        var json = JsonNodeFactory.instance.objectNode();
        json.put("prompt", Instruction.of(job))
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
        boolean severalPictures() {
            return Stream.of(MASK, REFERENCE, REFERENCES).anyMatch(takes::contains);
        }

        Input input(Job job) {
            var input = builder.apply(job);
            var warnings = new ArrayList<>(Unheeded.of(job, takes));
            warnings.addAll(input.warnings);
            return new Input(input.json, List.copyOf(warnings));
        }
    }
}
