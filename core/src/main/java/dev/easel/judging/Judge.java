package dev.easel.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who sits on panels. The first four look at pixels and answer at once; each stands for a family
/// of checks. No name tells a model or a company.
public enum Judge {
    /// Is it a picture at all: whole, decodable, of the right size, not blank?
    TECHNICAL("technical", true),
    /// Did what was asked for happen?
    CHANGE("change", true),
    /// Is what should have stayed still the same?
    PRESERVATION("preservation", true),
    /// Can it be used for what it is meant for: transparent where it should be, white where it
    /// should be?
    USABILITY("usability", true),
    /// The evaluation service, which looks as a person would.
    SENTINEL("vision", false),
    /// The first of up to three models that look at the pictures and answer the rubric's questions.
    FIRST_VIEWER("vision", false),
    /// The second, of another company than the first.
    SECOND_VIEWER("vision", false),
    /// The third, of another company than the others.
    THIRD_VIEWER("vision", false);

    private final String family;
    private final boolean looksAtPixels;

    Judge(String family, boolean looksAtPixels) {
        this.family = family;
        this.looksAtPixels = looksAtPixels;
    }

    /// As the API spells it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of evidence that it looks at.
    public String family() {
        return family;
    }

    /// It answers at once, from the pixels alone.
    public boolean looksAtPixels() {
        return looksAtPixels;
    }

    public static Optional<Judge> of(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
