package dev.easel.workflow;

/// The shelf on which a workflow is shown, in this order.
public enum Group {
    RETOUCH("Retouch"),
    BACKGROUND("Background"),
    STYLE("Style"),
    FINISH("Finish");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    /// What a person reads.
    public String label() {
        return label;
    }
}
