package dev.easel.reliability;

import dev.easel.routing.Candidate;

import java.util.Map;
import java.util.Optional;

/// What one picture of the benchmark costs by the public price lists, in millionths of a dollar: by
/// image at 1K, as read in November 2026. No invoice: what a provider charges in the end may differ.
public final class Prices {

    private static final Map<Candidate, Long> MICRO_DOLLARS =
            Map.of(
                    new Candidate("runflow", "google/nano-banana-2"), 80_000L,
                    new Candidate("google", "gemini-3.1-flash-image"), 67_000L,
                    new Candidate("replicate", "google/nano-banana-2"), 67_000L,
                    new Candidate("together", "google/flash-image-3.1"), 50_000L,
                    new Candidate("prodia", "inference.gemini-3-1-flash.txt2img.v1"), 80_000L,
                    new Candidate("runware", "google:4@3"), 69_000L);

    private Prices() {}

    /// Empty for a candidate of which nobody wrote down the price.
    public static Optional<Long> microDollars(Candidate candidate) {
        return Optional.ofNullable(MICRO_DOLLARS.get(candidate));
    }
}
