package dev.easel.simulator.runflow;

import dev.easel.simulator.picture.Backdrop;
import dev.easel.simulator.picture.Colour;
import dev.easel.simulator.picture.CutOut;
import dev.easel.simulator.picture.Enlargement;
import dev.easel.simulator.picture.Extension;
import dev.easel.simulator.picture.Isolation;
import dev.easel.simulator.picture.Mask;
import dev.easel.simulator.picture.MaskFill;
import dev.easel.simulator.picture.Painting;
import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.Reference;
import dev.easel.simulator.picture.Sizes;
import dev.easel.simulator.picture.TagRemoval;
import dev.easel.simulator.picture.WordEdit;
import dev.easel.simulator.runflow.Model.Shape;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The models that are served, with the prices of April 2026.
final class Models {

    private static final Field PHOTO = new Field("image_url", true, new Field.Kind.Url());
    private static final Field MASK = new Field("mask_url", true, new Field.Kind.Url());
    private static final Field REFERENCE = new Field("reference_url", true, new Field.Kind.Url());
    private static final Field PHOTOS = new Field("image_urls", true, new Field.Kind.Urls(14));
    private static final Field PROMPT = new Field("prompt", true, new Field.Kind.Text(3, 50_000));
    private static final Field HINT = new Field("prompt", false, new Field.Kind.Text(0, 50_000));
    private static final Field CONFIG = new Field("config", false, new Field.Kind.Options());
    private static final Field RATIO = new Field("aspect_ratio", true, new Field.Kind.Ratio());
    private static final Field TIER = choice("resolution", "1K", "2K", "4K");
    private static final Field TIERS = choice("resolution", "0.5K", "1K", "2K", "4K");
    private static final Field COUNT = new Field("num_images", false, new Field.Kind.Range(1, 4));
    private static final Field FORMAT = choice("output_format", "jpeg", "jpg", "png", "webp");
    private static final Field FACTOR =
            new Field("upscale_factor", false, new Field.Kind.Range(1, 4));

    private static final List<Model> ALL =
            List.of(
                    model(
                            "runflow/object-removal",
                            "0.48",
                            Shape.OUTPUTS,
                            Models::erase,
                            PHOTO,
                            MASK),
                    model(
                            "runflow/reference-inpaint",
                            "0.55",
                            Shape.OUTPUTS,
                            Models::repair,
                            PHOTO,
                            MASK,
                            REFERENCE,
                            HINT),
                    model(
                            "runflow/tag-removal",
                            "0.14",
                            Shape.IMAGE_URLS,
                            Models::untag,
                            PHOTO,
                            CONFIG),
                    model("bria/background/remove", "0.018", Shape.OUTPUTS, Models::cut, PHOTO),
                    model(
                            "runflow/background-removal",
                            "0.10",
                            Shape.IMAGE_URLS,
                            Models::cut,
                            PHOTO,
                            CONFIG),
                    model(
                            "runflow/background-color",
                            "0.12",
                            Shape.IMAGE_URLS,
                            Models::recolour,
                            PHOTO,
                            level("color_red"),
                            level("color_green"),
                            level("color_blue")),
                    model(
                            "runflow/product-isolation",
                            "0.27",
                            Shape.IMAGE_URLS,
                            Models::isolate,
                            PHOTO,
                            RATIO,
                            new Field("resolution", true, TIER.kind()),
                            HINT),
                    model(
                            "topaz/upscale/image",
                            "0.08",
                            Shape.OUTPUTS,
                            Models::enlarge,
                            PHOTO,
                            FACTOR,
                            FORMAT),
                    model(
                            "runflow/outpaint/aspect-ratio",
                            "0.35",
                            Shape.OUTPUTS,
                            Models::extend,
                            PHOTO,
                            RATIO),
                    words("google/nano-banana-2", "0.08", TIERS),
                    words("google/nano-banana-pro", "0.15", TIER),
                    edits("google/nano-banana-2/edit", "0.08", TIERS),
                    edits("google/nano-banana-pro/edit", "0.15", TIER));

    private Models() {}

    static Optional<Model> find(String id) {
        return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /// The catalogue; `renamed` says which inputs of a model go by another name in it.
    static Reply list(Function<String, Map<String, String>> renamed) {
        var body = Json.object();
        var items = body.putArray("items");
        ALL.forEach(model -> items.add(model.record(renamed.apply(model.id()))));
        return Reply.json(200, body.putNull("next_pq").putNull("prev_pq"));
    }

    private static List<Picture> erase(Inputs in) throws IOException {
        var photo = in.photo();
        return List.of(MaskFill.fill(photo, mask(in, photo), in.random()));
    }

    private static List<Picture> repair(Inputs in) throws IOException {
        var photo = in.photo();
        return List.of(Reference.into(photo, mask(in, photo), in.picture("reference_url")));
    }

    private static Mask mask(Inputs in, Picture photo) throws IOException {
        return Mask.painted(in.picture("mask_url"), photo.width(), photo.height());
    }

    private static List<Picture> untag(Inputs in) throws IOException {
        return List.of(TagRemoval.of(in.photo(), in.random()));
    }

    private static List<Picture> cut(Inputs in) throws IOException {
        return List.of(CutOut.of(in.photo()));
    }

    private static List<Picture> recolour(Inputs in) throws IOException {
        int ground =
                Colour.of(
                        in.number("color_red", 255),
                        in.number("color_green", 255),
                        in.number("color_blue", 255));
        return List.of(Backdrop.on(CutOut.of(in.photo()), ground));
    }

    private static List<Picture> isolate(Inputs in) throws IOException {
        var photo = in.photo();
        return List.of(Isolation.of(photo, size(in, photo)));
    }

    private static List<Picture> enlarge(Inputs in) throws IOException {
        return List.of(Enlargement.of(in.photo(), in.number("upscale_factor", 2)));
    }

    private static List<Picture> extend(Inputs in) throws IOException {
        var photo = in.photo();
        return List.of(
                Extension.to(
                        photo,
                        Sizes.ratio(in.text("aspect_ratio", ""), ratio(photo)),
                        in.random()));
    }

    private static List<Picture> paint(Inputs in) {
        var size =
                Sizes.of(
                        in.text("resolution", "1K"),
                        Sizes.ratio(in.text("aspect_ratio", "auto"), 1));
        var pictures = new ArrayList<Picture>();
        for (int variant = 0; variant < in.number("num_images", 1); variant++) {
            pictures.add(Painting.of(in.text("prompt", ""), size, variant));
        }
        return pictures;
    }

    private static List<Picture> edit(Inputs in) throws IOException {
        var photos = in.pictures("image_urls");
        var photo = photos.getFirst();
        var size = size(in, photo);
        var edited = WordEdit.of(photo, photos.subList(1, photos.size()), in.text("prompt", ""));
        return List.of(
                Extension.to(edited, size.width() / (double) size.height(), in.random())
                        .scaledTo(size.width(), size.height()));
    }

    private static Sizes.Size size(Inputs in, Picture photo) {
        return Sizes.of(
                in.text("resolution", "1K"),
                Sizes.ratio(in.text("aspect_ratio", "auto"), ratio(photo)));
    }

    private static double ratio(Picture photo) {
        return photo.width() / (double) photo.height();
    }

    private static Model words(String id, String price, Field tiers) {
        return model(
                id,
                price,
                Shape.OUTPUTS,
                Models::paint,
                PROMPT,
                tiers,
                RATIO.optional(),
                COUNT,
                FORMAT);
    }

    private static Model edits(String id, String price, Field tiers) {
        return model(
                id,
                price,
                Shape.OUTPUTS,
                Models::edit,
                PROMPT,
                PHOTOS,
                tiers,
                RATIO.optional(),
                COUNT,
                FORMAT);
    }

    private static Model model(String id, String price, Shape shape, Work work, Field... fields) {
        return new Model(id, new BigDecimal(price), shape, work, List.of(fields));
    }

    private static Field choice(String name, String... words) {
        return new Field(name, false, new Field.Kind.Choice(Arrays.asList(words)));
    }

    private static Field level(String name) {
        return new Field(name, true, new Field.Kind.Range(0, 255));
    }
}
