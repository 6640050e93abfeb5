package dev.easel.simulator.runware;

import dev.easel.simulator.job.Pixels;
import dev.easel.simulator.picture.Sizes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model by its AIR id, its tiers with their prices, and the sizes of them.
record RunwareModel(String id, Map<String, BigDecimal> prices, List<Pixels.Listed> sizes) {

    private static final List<String> TIERS = List.of("1K", "2K", "4K");

    private static final List<RunwareModel> ALL =
            List.of(
                    new RunwareModel(
                            "google:4@3",
                            Map.of(
                                    "0.5K", new BigDecimal("0.04657"),
                                    "1K", new BigDecimal("0.06895"),
                                    "2K", new BigDecimal("0.10255"),
                                    "4K", new BigDecimal("0.15295")),
                            Pixels.later(List.of("0.5K", "1K", "2K", "4K"))),
                    // Its id is known, its prices are not.
                    new RunwareModel(
                            "google:4@2",
                            Map.of(
                                    "1K", new BigDecimal("0.138"),
                                    "2K", new BigDecimal("0.138"),
                                    "4K", new BigDecimal("0.244")),
                            Pixels.later(TIERS)),
                    new RunwareModel(
                            "google:4@1",
                            Map.of("1K", new BigDecimal("0.039")),
                            Pixels.first(List.of("1K"))));

    static Optional<RunwareModel> find(String id) {
        return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
    }

    /// The tier of a size; empty for a size that is not on the list.
    Optional<String> tier(Sizes.Size size) {
        return sizes.stream()
                .filter(listed -> listed.size().equals(size))
                .map(Pixels.Listed::tier)
                .findFirst();
    }
}
