package dev.easel.simulator.judge;

/// What one judge says. `confidence` and `weight` are from 0 to 1; `evidence` is what was measured.
public record Finding(
        String name,
        String description,
        String category,
        String subcategory,
        boolean passed,
        double confidence,
        double weight,
        String reasoning,
        String evidence) {

    /// From this weight on, a judge that fails fails the picture.
    public static final double GATE = 1.0;
}
