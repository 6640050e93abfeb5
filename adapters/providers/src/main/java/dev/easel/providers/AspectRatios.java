package dev.easel.providers;

import dev.easel.failure.Warning;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The shapes that a model can make, and the choice among them.
///
/// @param spellings as the model spells them, `W:H`
record AspectRatios(List<String> spellings) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4}):([1-9]\\d{0,4})");

    /// Leaves the choice to the model.
    static final String AUTO = "auto";

    /// The spelling that is sent, and a warning where it is not what was asked for.
    record Choice(String spelling, List<Warning> warnings) {}

    AspectRatios {
        spellings = List.copyOf(spellings);
    }

    /// The same shape however it is written (42:18 is 21:9), else the nearest; `auto` where none
    /// was asked for.
    Choice choose(@Nullable String asked) {
        if (asked == null) {
            return new Choice(AUTO, List.of());
        }
        var wanted = logarithm(asked);
        if (wanted.isEmpty()) {
            return new Choice(AUTO, List.of(warning(asked, "the shape is chosen for you")));
        }
        var nearest = nearest(wanted.get());
        var same = distance(nearest, wanted.get()) < 1e-9;
        return new Choice(
                nearest, same ? List.of() : List.of(warning(asked, nearest + " is the nearest")));
    }

    private String nearest(double wanted) {
        return spellings.stream()
                .min(Comparator.comparingDouble(spelling -> distance(spelling, wanted)))
                .orElseThrow();
    }

    private static double distance(String spelling, double wanted) {
        return Math.abs(logarithm(spelling).orElseThrow() - wanted);
    }

    /// The logarithm, so that twice as wide and half as wide are equally far.
    private static Optional<Double> logarithm(String ratio) {
        var sides = FORM.matcher(ratio);
        return sides.matches()
                ? Optional.of(
                        Math.log(
                                Double.parseDouble(sides.group(1))
                                        / Double.parseDouble(sides.group(2))))
                : Optional.empty();
    }

    private static Warning warning(String asked, String instead) {
        return Unheeded.shape("The aspect ratio " + asked + " is not available; " + instead + ".");
    }
}
