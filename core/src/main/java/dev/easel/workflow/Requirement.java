package dev.easel.workflow;

import java.util.Locale;

/// Something that a workflow cannot start without.
public enum Requirement {
    IMAGE,
    /// A trait of the image, not an input of its own.
    PERSON,
    MASK,
    REFERENCE,
    PROMPT,
    PIN,
    ASPECT_RATIO;

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
