package dev.easel.provider;

import dev.easel.image.Point;
import dev.easel.image.Size;

/// Says in words what a model that takes only words and pictures is to do.
public final class Instruction {

    private static final String KEEP =
            " Keep everything else exactly as it is: framing, light, colours and sharpness.";

    private Instruction() {}

    /// The person's own words, and what of the job is not in them. A person's words come last, so
    /// that nothing of ours can be read as their end.
    public static String of(Job job) {
        return switch (job.task()) {
            case TEXT_TO_IMAGE, EDIT, CHILDREN -> words(job);
            case POINT_EDIT -> place(job) + KEEP + " The change: " + words(job);
            case SCENE ->
                    "Put the subject of this photo into a new scene. The subject itself, its shape,"
                            + " colours, text and proportions stay exactly as they are; light and"
                            + " shadow fit the scene. The scene: "
                            + words(job);
            case RESTYLE ->
                    "Restyle the first picture after the other ones. The person stays the same"
                            + " person: face, body and pose do not change. The wish: "
                            + words(job);
            case EXTEND ->
                    "Extend this picture past its edges to the wanted shape. What is there stays"
                            + " exactly as it is; continue it naturally."
                            + more(job);
            case ISOLATION ->
                    "Show the product of this photo alone, centred, on plain white. The product"
                            + " itself does not change."
                            + more(job);
            case CUT_OUT, WHITE_BACKGROUND ->
                    "Put the subject of this photo on a plain white background. The subject itself"
                            + " does not change."
                            + more(job);
            case TAG_REMOVAL -> "Remove the price tag." + KEEP + more(job);
            case OBJECT_REMOVAL -> "Remove the marked object." + KEEP + more(job);
            case REFERENCE_INPAINT -> "Repair the marked area." + KEEP + more(job);
            case UPSCALE -> "Show the same picture, larger and sharper." + KEEP + more(job);
        };
    }

    private static String words(Job job) {
        return job.prompt() == null ? "" : job.prompt();
    }

    private static String more(Job job) {
        var words = words(job);
        return words.isBlank() ? "" : " The wish: " + words;
    }

    /// Models know no pixels of ours, but they know parts of a picture.
    private static String place(Job job) {
        var image = job.image();
        return image == null || job.pin() == null
                ? "Change one thing in this photo."
                : "Change one thing in this photo: what is at the point "
                        + place(job.pin(), image.size())
                        + ".";
    }

    private static String place(Point pin, Size size) {
        return "%d %% from the left edge and %d %% from the top edge"
                .formatted(
                        Math.round(100.0 * pin.x() / size.width()),
                        Math.round(100.0 * pin.y() / size.height()));
    }
}
