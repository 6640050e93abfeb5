package dev.easel.simulator.judge;

import dev.easel.simulator.picture.Picture;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What each task is judged by. The thresholds leave room for what honest models do.
final class Rules {

    private static final List<String> SAME_SHAPE =
            List.of(
                    "object-removal",
                    "tag-removal",
                    "reference-inpaint",
                    "point-edit",
                    "cut-out",
                    "white-background");

    private static final double OUTSIDE_MAX = 0.003;
    private static final double LIVELY_MIN = 4;

    private Rules() {}

    static List<Finding> judged(Exhibit exhibit) {
        var pair = exhibit.pair();
        var onPair =
                pair == null
                        ? Stream.<Finding>empty()
                        : Stream.of(applied(exhibit, pair), kept(exhibit, pair));
        return Stream.concat(onPair, Stream.of(quality(exhibit.made(), pair), instruction(exhibit)))
                .toList();
    }

    private static Finding applied(Exhibit exhibit, Pair pair) {
        return switch (exhibit.task()) {
            case "object-removal", "reference-inpaint" ->
                    applied(
                            pair.changedInside() >= 0.12,
                            "the marked area",
                            "changed inside",
                            pair.changedInside());
            case "tag-removal", "point-edit" ->
                    applied(
                            pair.changedInside() >= 0.0005,
                            "the picture",
                            "changed",
                            pair.changedInside());
            case "cut-out" -> {
                double clear = Measure.transparent(exhibit.made());
                yield Judge.EDIT_APPLIED.says(
                        clear > 0.02 && clear < 0.985,
                        clear > 0.02
                                ? "The background is transparent"
                                : "The background is still there",
                        "transparent",
                        clear);
            }
            case "white-background" -> {
                double ring = Measure.brightRing(exhibit.made(), 235);
                yield Judge.EDIT_APPLIED.says(
                        ring > 0.85,
                        ring > 0.85 ? "The background is white" : "The background is not white",
                        "white ring",
                        ring);
            }
            case "upscale" -> {
                double factor = exhibit.made().width() / (double) photo(exhibit).width();
                yield Judge.EDIT_APPLIED.says(
                        factor > 1.05,
                        factor > 1.05 ? "The picture is larger" : "The picture is no larger",
                        "factor",
                        factor);
            }
            case "extend" -> {
                double added =
                        exhibit.made().size() / (double) photo(exhibit).size()
                                + ratioChange(exhibit);
                yield Judge.EDIT_APPLIED.says(
                        added > 1.02,
                        added > 1.02 ? "The picture was extended" : "The picture was not extended",
                        "growth",
                        added);
            }
            default ->
                    applied(
                            pair.changedInside() >= 0.01,
                            "the picture",
                            "changed",
                            pair.changedInside());
        };
    }

    private static Finding applied(boolean passed, String what, String measured, double value) {
        var why =
                passed
                        ? "There is a clear change in " + what
                        : "There is no visible change in " + what;
        return Judge.EDIT_APPLIED.says(passed, why, measured, value);
    }

    private static Finding kept(Exhibit exhibit, Pair pair) {
        return switch (exhibit.task()) {
            case "object-removal", "reference-inpaint" ->
                    kept(
                            pair.changedOutside() <= OUTSIDE_MAX,
                            "changed outside",
                            pair.changedOutside());
            case "tag-removal" ->
                    kept(pair.changedInside() <= 0.25, "changed", pair.changedInside());
            case "cut-out" -> kept(pair.recoloured() <= 0.05, "recoloured", pair.recoloured());
            case "upscale" -> kept(pair.likeness() > 0.9, "likeness", pair.likeness());
            case "point-edit", "edit" -> kept(pair.likeness() > 0.3, "likeness", pair.likeness());
            default -> kept(true, "likeness", pair.likeness());
        };
    }

    private static Finding kept(boolean passed, String measured, double value) {
        var why =
                passed
                        ? "The rest of the picture is as it was"
                        : "Parts changed that nobody asked to change";
        return Judge.REST_PRESERVED.says(passed, why, measured, value);
    }

    /// An object taken from a plain ground leaves a plain ground, and that is no fault.
    private static Finding quality(Picture made, @Nullable Pair pair) {
        double lively = Measure.liveliness(made);
        boolean plain = pair != null && pair.mask() != null && pair.changedOutside() <= OUTSIDE_MAX;
        boolean clear = lively >= LIVELY_MIN || plain;
        return Judge.IMAGE_QUALITY.says(
                clear,
                clear ? "The picture is clear" : "The picture is blank",
                "liveliest block",
                lively);
    }

    /// The shape only: nobody here reads.
    private static Finding instruction(Exhibit exhibit) {
        double off =
                exhibit.askedRatio() > 0
                        ? Math.abs(ratio(exhibit.made()) / exhibit.askedRatio() - 1)
                        : SAME_SHAPE.contains(exhibit.task().toLowerCase(Locale.ROOT))
                                ? ratioChange(exhibit)
                                : 0;
        return Judge.INSTRUCTION.says(
                off < 0.06,
                off < 0.06 ? "The picture has the right shape" : "The picture has another shape",
                "ratio off by",
                off);
    }

    private static double ratioChange(Exhibit exhibit) {
        var photo = exhibit.photo();
        return photo == null ? 0 : Math.abs(ratio(exhibit.made()) / ratio(photo) - 1);
    }

    private static Picture photo(Exhibit exhibit) {
        var photo = exhibit.photo();
        return photo == null ? exhibit.made() : photo;
    }

    private static double ratio(Picture picture) {
        return picture.width() / (double) picture.height();
    }
}
