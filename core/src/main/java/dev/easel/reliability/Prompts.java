package dev.easel.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the benchmark asks for, in turn: the same in one window for all. A set never changes; whoever
/// wants other prompts makes the next version, so that old runs stay comparable.
public final class Prompts {

    private static final String VERSION = "v1";

    /// Things that every policy allows and every model knows, of different kinds: light, matter, many
    /// small parts, people from afar, and words that have to be spelt.
    private static final List<Prompt> V1 =
            numbered(
                    "A red wooden rowing boat on a calm lake at sunrise, mountains behind it",
                    "A glass of iced lemon tea on a white marble table, soft daylight, product"
                            + " photo",
                    "A brown leather boot on a concrete floor, studio light from the left",
                    "A street market at dusk under warm lamps, people seen from afar",
                    "A shop sign that reads OPEN UNTIL NINE, brass letters on dark green wood",
                    "A bowl of ramen from above, steam rising, dark wooden table",
                    "A modern living room with a yellow sofa, a rubber plant and a large window",
                    "A macro photograph of a bee on a lavender flower, blurred background",
                    "A watercolour painting of an old harbour with sailing boats",
                    "A knitted grey pullover folded on a linen bed, natural light",
                    "A night sky full of stars over a lighthouse on a rocky coast",
                    "A cutaway drawing of a mechanical wrist watch, labelled in small print");

    private Prompts() {}

    private static List<Prompt> numbered(String... texts) {
        var prompts = new ArrayList<Prompt>();
        for (var text : texts) {
            prompts.add(new Prompt("%s-%02d".formatted(VERSION, prompts.size() + 1), text));
        }
        return List.copyOf(prompts);
    }

    /// The one of this id; empty for one of a set that was given up.
    public static Optional<Prompt> find(String id) {
        return V1.stream().filter(prompt -> prompt.id().equals(id)).findFirst();
    }

    /// All that is asked for these days.
    public static List<Prompt> all() {
        return V1;
    }

    /// The one for this window: it follows from the window alone, whoever fires and however often.
    public static Prompt of(CronWindow window, Duration period) {
        long number = Math.floorDiv(window.start().toEpochMilli(), period.toMillis());
        return V1.get(Math.floorMod(number, V1.size()));
    }
}
