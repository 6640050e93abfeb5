package dev.easel.simulator.job;

import dev.easel.simulator.picture.Sizes;

import java.util.ArrayList;
import java.util.List;

/// The sizes that providers take who count pixels and know no ratio: those at 1K, and each of them
/// two and four times as large.
public final class Pixels {

    private static final int[][] ONE_K = {
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
    private static final int[][] HALF_K = {
        {512, 512}, {632, 424}, {424, 632}, {600, 448}, {448, 600}, {464, 576}, {576, 464},
        {384, 688}, {688, 384}, {792, 168}, {1024, 256}, {256, 1024}, {1536, 192}, {192, 1536}
    };

    /// A size, and the tier that it belongs to.
    public record Listed(Sizes.Size size, String tier) {}

    private Pixels() {}

    public static List<Listed> of(List<String> tiers) {
        var all = new ArrayList<Listed>();
        for (var tier : tiers) {
            switch (tier) {
                case "0.5K" -> add(all, HALF_K, 1, tier);
                case "1K" -> add(all, ONE_K, 1, tier);
                case "2K" -> add(all, ONE_K, 2, tier);
                default -> add(all, ONE_K, 4, tier);
            }
        }
        return List.copyOf(all);
    }

    private static void add(List<Listed> all, int[][] sizes, int factor, String tier) {
        for (var size : sizes) {
            all.add(new Listed(new Sizes.Size(size[0] * factor, size[1] * factor), tier));
        }
    }
}
