package dev.easel.simulator.job;

import dev.easel.simulator.picture.Sizes;

import java.util.ArrayList;
import java.util.List;

/// The sizes that providers take who count pixels and know no ratio.
public final class Pixels {

    /// Of the first Nano Banana, and of all at Together, at 1K.
    private static final int[][] FIRST = {
        {1024, 1024},
        {1248, 832},
        {832, 1248},
        {1184, 864},
        {864, 1184},
        {896, 1152},
        {1152, 896},
        {768, 1344},
        {1344, 768},
        {1536, 672}
    };

    /// Of the later ones, at half of 1K. The height of the widest is documented as 168, which is
    /// half of what its ratio makes: both are taken.
    private static final int[][] LATER = {
        {512, 512}, {632, 424}, {424, 632}, {600, 448}, {448, 600}, {464, 576}, {576, 464},
        {384, 688}, {688, 384}, {792, 168}, {792, 336}, {1024, 256}, {256, 1024}, {1536, 192},
        {192, 1536}
    };

    /// A size, and the tier that it belongs to.
    public record Listed(Sizes.Size size, String tier) {}

    private Pixels() {}

    public static List<Listed> first(List<String> tiers) {
        return of(tiers, FIRST, 1);
    }

    /// The larger tiers are multiples of the smallest, which is all that is documented.
    public static List<Listed> later(List<String> tiers) {
        return of(tiers, LATER, 2);
    }

    /// `unit` is how many times as large as the listed ones those at 1K are.
    private static List<Listed> of(List<String> tiers, int[][] listed, int unit) {
        var all = new ArrayList<Listed>();
        for (var tier : tiers) {
            int factor =
                    switch (tier) {
                        case "0.5K" -> 1;
                        case "1K" -> unit;
                        case "2K" -> 2 * unit;
                        default -> 4 * unit;
                    };
            for (var size : listed) {
                all.add(new Listed(new Sizes.Size(size[0] * factor, size[1] * factor), tier));
            }
        }
        return List.copyOf(all);
    }
}
