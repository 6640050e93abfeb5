package dev.easel.workflow;

import java.util.Set;

/// The shape of a workflow's input.
public enum Kind {
    /// A photo.
    SIMPLE("simple"),
    /// Words, with or without a photo.
    PROMPT("prompt"),
    /// A photo, words and references; some models still want them as one zip.
    PROMPT_ZIP("prompt-zip"),
    /// A point on the photo.
    PIN("pin"),
    /// A photo and a mask.
    MASK_ONLY("mask-only"),
    /// A photo, a mask and a reference.
    MASK_REF("mask-ref"),
    /// One photo in, a set of outputs out: a fan-out of other workflows.
    PACKAGE("package");

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    /// What may be given although no workflow of this kind requires it.
    public Set<Requirement> optional() {
        return switch (this) {
            case PROMPT, PROMPT_ZIP -> Set.of(Requirement.ASPECT_RATIO);
            case MASK_REF -> Set.of(Requirement.PROMPT);
            case SIMPLE, PIN, MASK_ONLY, PACKAGE -> Set.of();
        };
    }

    /// As the API spells it.
    public String wire() {
        return wire;
    }
}
