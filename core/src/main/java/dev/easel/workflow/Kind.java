package dev.easel.workflow;

import java.util.Set;

/// The shape of a workflow's input.
public enum Kind {
    /// A photo.
    SIMPLE("simple"),
    /// Words, with or without a photo.
    PROMPT("prompt", Requirement.ASPECT_RATIO),
    /// A photo, words and references; some models still want them as one zip.
    PROMPT_ZIP("prompt-zip", Requirement.ASPECT_RATIO),
    /// A point on the photo.
    PIN("pin"),
    /// A photo and a mask.
    MASK_ONLY("mask-only"),
    /// A photo, a mask and a reference.
    MASK_REF("mask-ref", Requirement.PROMPT),
    /// One photo in, a set of outputs out: a fan-out of other workflows.
    PACKAGE("package");

    private final String wire;
    private final Set<Requirement> optional;

    Kind(String wire, Requirement... optional) {
        this.wire = wire;
        this.optional = Set.of(optional);
    }

    /// What may be given although no workflow of this kind requires it.
    public Set<Requirement> optional() {
        return optional;
    }

    /// As the API spells it.
    public String wire() {
        return wire;
    }
}
