package dev.easel.simulator.together;

import dev.easel.simulator.job.Pixels;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A model of Google's as Together serves it: its sizes, its price (an estimate), and whether it
/// is documented to take pictures.
record TogetherModel(
        String id, List<Pixels.Listed> sizes, BigDecimal price, boolean takesPictures) {

    private static final List<Pixels.Listed> ONE = Pixels.first(List.of("1K"));
    private static final List<Pixels.Listed> THREE = Pixels.first(List.of("1K", "2K", "4K"));

    private static final List<TogetherModel> ALL =
            List.of(
                    new TogetherModel("google/flash-image-2.5", ONE, new BigDecimal("0.039"), true),
                    new TogetherModel(
                            "google/gemini-3-pro-image", THREE, new BigDecimal("0.134"), true),
                    new TogetherModel(
                            "google/flash-image-3.1", THREE, new BigDecimal("0.05"), false),
                    new TogetherModel(
                            "google/flash-image-3.1-lite", ONE, new BigDecimal("0.034"), false));

    static Optional<TogetherModel> find(String id) {
        return ALL.stream().filter(model -> model.id.equals(id)).findFirst();
    }
}
