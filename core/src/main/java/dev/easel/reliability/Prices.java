package dev.easel.reliability;

import dev.easel.routing.Candidate;
import dev.easel.workflow.Tier;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one picture costs by the public price lists, in millionths of a dollar, as read in November
/// 2026. No invoice: what a provider charges in the end may differ. What is not on a list is not here:
/// a price that nobody wrote down is unknown, and is never taken for nothing.
public final class Prices {

    private static final Map<Candidate, Map<Tier, Long>> MICRO_DOLLARS = new HashMap<>();

    static {
        byTier("runflow", "google/nano-banana-2", 80_000);
        byTier("runflow", "google/nano-banana-2/edit", 80_000);
        byTier("google", "gemini-3.1-flash-image", 67_000, 101_000, 151_000);
        byTier("replicate", "google/nano-banana-2", 67_000, 101_000, 151_000);
        byTier("together", "google/flash-image-3.1", 50_000);
        byTier("prodia", "inference.gemini-3-1-flash.txt2img.v1", 80_000, 120_000, 160_000);
        byTier("prodia", "inference.gemini-3-1-flash.img2img.v1", 80_000, 120_000, 160_000);
        byTier("runware", "google:4@3", 69_000, 102_550, 152_950);
        byTier("runflow", "runflow/product-isolation", 270_000);
        always("runflow", "runflow/object-removal", 480_000);
        always("runflow", "runflow/reference-inpaint", 550_000);
        always("runflow", "runflow/tag-removal", 140_000);
        always("runflow", "runflow/background-color", 120_000);
        always("runflow", "bria/background/remove", 18_000);
        always("runflow", "topaz/upscale/image", 80_000);
    }

    private Prices() {}

    /// Of a picture at 1K, which the benchmark asks for.
    public static Optional<Long> microDollars(Candidate candidate) {
        return microDollars(candidate, Tier.ONE_K);
    }

    /// Empty for a candidate and tier of which nobody wrote down the price.
    public static Optional<Long> microDollars(Candidate candidate, Tier tier) {
        return Optional.ofNullable(MICRO_DOLLARS.getOrDefault(candidate, Map.of()).get(tier));
    }

    /// From 1K on, as far as the list goes.
    private static void byTier(String provider, String model, long... prices) {
        var byTier = new EnumMap<Tier, Long>(Tier.class);
        for (var tier : Tier.values()) {
            if (byTier.size() < prices.length) {
                byTier.put(tier, prices[byTier.size()]);
            }
        }
        MICRO_DOLLARS.put(new Candidate(provider, model), Map.copyOf(byTier));
    }

    /// Whatever the size.
    private static void always(String provider, String model, long price) {
        byTier(provider, model, price, price, price);
    }
}
