package dev.easel.simulator.judge;

/// Looks at one thing.
enum Judge {
    EDIT_APPLIED("Edit applied", "Whether what was asked for happened", "edit", "not_applied", 1.0),
    REST_PRESERVED(
            "Rest preserved",
            "Whether what was not asked for stayed",
            "preservation",
            "unwanted_change",
            1.0),
    IMAGE_QUALITY("Image quality", "Whether there is a picture at all", "technical", "blank", 1.0),
    INSTRUCTION(
            "Instruction followed",
            "Whether it has the shape that was asked for",
            "instruction",
            "format",
            0.5);

    private final String title;
    private final String description;
    private final String category;
    private final String subcategory;
    private final double weight;

    Judge(String title, String description, String category, String subcategory, double weight) {
        this.title = title;
        this.description = description;
        this.category = category;
        this.subcategory = subcategory;
        this.weight = weight;
    }

    Finding says(boolean passed, String why, String measured, double value) {
        var evidence = "%s: %.3f".formatted(measured, value);
        return new Finding(
                title, description, category, subcategory, passed, 0.9, weight, why, evidence);
    }
}
