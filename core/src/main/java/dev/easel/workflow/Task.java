package dev.easel.workflow;

import java.util.Arrays;
import java.util.Optional;

/// What an output is judged as. Each has a rubric of its own.
public enum Task {
    OBJECT_REMOVAL("object-removal"),
    TAG_REMOVAL("tag-removal"),
    REFERENCE_INPAINT("reference-inpaint"),
    POINT_EDIT("point-edit"),
    CUT_OUT("cut-out"),
    WHITE_BACKGROUND("white-background"),
    SCENE("scene"),
    EXTEND("extend"),
    RESTYLE("restyle"),
    EDIT("edit"),
    TEXT_TO_IMAGE("text-to-image"),
    ISOLATION("isolation"),
    UPSCALE("upscale"),
    /// A package is judged by its children.
    CHILDREN("children");

    private final String wire;

    Task(String wire) {
        this.wire = wire;
    }

    /// As evaluators and the API spell it.
    public String wire() {
        return wire;
    }

    /// Reads the spelling back.
    public static Optional<Task> of(String wire) {
        return Arrays.stream(values()).filter(task -> task.wire.equals(wire)).findFirst();
    }
}
