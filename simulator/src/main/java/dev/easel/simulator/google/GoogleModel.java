package dev.easel.simulator.google;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A model, and what each size of its pictures costs in USD and in tokens.
record GoogleModel(String id, Map<String, Grade> sizes, List<String> ratios, int sourcesMax) {

    /// One size of picture.
    record Grade(BigDecimal price, int tokens) {
        static Grade of(String price, int tokens) {
            return new Grade(new BigDecimal(price), tokens);
        }
    }

    private static final List<String> RATIOS =
            List.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");
    private static final List<String> MORE_RATIOS =
            Stream.concat(RATIOS.stream(), Stream.of("1:4", "4:1", "1:8", "8:1")).toList();

    private static final Map<String, Grade> FLASH_2 = Map.of("1K", Grade.of("0.039", 1290));
    private static final Map<String, Grade> FLASH_3 =
            Map.of(
                    "512", Grade.of("0.045", 747),
                    "1K", Grade.of("0.067", 1120),
                    "2K", Grade.of("0.101", 1680),
                    "4K", Grade.of("0.151", 2520));
    // The price of the lite one is not documented in what could be read.
    private static final Map<String, Grade> LITE = Map.of("1K", Grade.of("0.034", 1120));
    private static final Map<String, Grade> PRO =
            Map.of(
                    "1K", Grade.of("0.134", 1120),
                    "2K", Grade.of("0.134", 1120),
                    "4K", Grade.of("0.24", 2000));

    private static final List<GoogleModel> ALL =
            List.of(
                    new GoogleModel("gemini-2.5-flash-image", FLASH_2, RATIOS, 3),
                    new GoogleModel("gemini-3.1-flash-image", FLASH_3, MORE_RATIOS, 14),
                    new GoogleModel("gemini-3.1-flash-image-preview", FLASH_3, MORE_RATIOS, 14),
                    new GoogleModel("gemini-3.1-flash-lite-image", LITE, MORE_RATIOS, 14),
                    new GoogleModel("gemini-3-pro-image", PRO, RATIOS, 14),
                    new GoogleModel("gemini-3-pro-image-preview", PRO, RATIOS, 14));

    static Optional<GoogleModel> find(String id) {
        return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
    }

    /// Thinks, and shows the drafts that it made on the way.
    boolean thinks() {
        return id.startsWith("gemini-3-pro");
    }

    Optional<Grade> grade(String size) {
        return Optional.ofNullable(sizes.get(size));
    }
}
