package dev.easel.simulator.prodia;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kind of job: what it may be told, what it costs in each tier, and how long it takes.
///
/// @param inputsMax how many pictures it takes; none for a job that paints from words
record JobType(
        String id,
        Set<String> config,
        Map<String, BigDecimal> prices,
        int inputsMax,
        Duration time) {

    static final Set<String> RATIOS =
            Set.of("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9");

    /// The name of the tier's field is documented nowhere: `resolution` is our choice.
    private static final Set<String> TIERED = Set.of("prompt", "aspect_ratio", "resolution");

    private static final Set<String> FLASH =
            Set.of("prompt", "aspect_ratio", "resolution", "google_search");
    private static final Set<String> PLAIN = Set.of("prompt", "aspect_ratio");

    private static final Map<String, BigDecimal> FLASH_PRICES = prices("0.08", "0.12", "0.16");
    private static final Map<String, BigDecimal> PRO_PRICES = prices("0.15", "0.15", "0.30");
    private static final Map<String, BigDecimal> PLAIN_PRICES =
            Map.of("1K", new BigDecimal("0.039"));

    // As their own pages say it.
    private static final Duration FLASH_TIME = Duration.ofSeconds(32);
    private static final Duration PRO_TIME = Duration.ofSeconds(11);
    private static final Duration PLAIN_TIME = Duration.ofSeconds(8);

    private static final List<JobType> ALL =
            List.of(
                    new JobType(
                            "inference.gemini-3-1-flash.txt2img.v1",
                            FLASH,
                            FLASH_PRICES,
                            0,
                            FLASH_TIME),
                    new JobType(
                            "inference.gemini-3-1-flash.img2img.v1",
                            FLASH,
                            FLASH_PRICES,
                            14,
                            FLASH_TIME),
                    new JobType(
                            "inference.gemini-3-pro.txt2img.v1", TIERED, PRO_PRICES, 0, PRO_TIME),
                    new JobType(
                            "inference.gemini-3-pro.img2img.v1", TIERED, PRO_PRICES, 3, PRO_TIME),
                    new JobType(
                            "inference.nano-banana.txt2img.v2", PLAIN, PLAIN_PRICES, 0, PLAIN_TIME),
                    new JobType(
                            "inference.nano-banana.img2img.v2",
                            PLAIN,
                            PLAIN_PRICES,
                            3,
                            PLAIN_TIME));

    static Optional<JobType> find(String id) {
        return ALL.stream().filter(type -> type.id.equals(id)).findFirst();
    }

    boolean takesPictures() {
        return inputsMax > 0;
    }

    private static Map<String, BigDecimal> prices(String one, String two, String four) {
        return Map.of(
                "1K", new BigDecimal(one), "2K", new BigDecimal(two), "4K", new BigDecimal(four));
    }
}
