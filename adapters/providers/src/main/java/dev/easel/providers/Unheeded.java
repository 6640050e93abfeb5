package dev.easel.providers;

import dev.easel.failure.Warning;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells people what of their order the work will not honour. They read it, so no sentence names a
/// model or a company.
final class Unheeded {

    /// A part of an order that not every model takes.
    enum Part {
        PHOTO,
        MASK,
        REFERENCE,
        REFERENCES,
        PROMPT,
        PIN,
        SHAPE,
        TIER
    }

    private Unheeded() {}

    /// One warning for each part that the job has and the model does not take.
    static List<Warning> of(Job job, Set<Part> takes) {
        var warnings = new ArrayList<Warning>();
        for (var part : Part.values()) {
            if (!takes.contains(part) && asks(job, part, takes)) {
                warnings.add(warning(job, part));
            }
        }
        return List.copyOf(warnings);
    }

    static Warning tier(String detail) {
        return new Warning("tier-not-honoured", detail);
    }

    static Warning shape(String detail) {
        return new Warning("aspect-ratio-not-honoured", detail);
    }

    private static boolean asks(Job job, Part part, Set<Part> takes) {
        return switch (part) {
            case PHOTO -> job.image() != null;
            case MASK -> job.mask() != null;
            case REFERENCE -> !job.references().isEmpty() && !takes.contains(Part.REFERENCES);
            case REFERENCES -> job.references().size() > 1 && takes.contains(Part.REFERENCE);
            case PROMPT -> job.prompt() != null && !job.prompt().isBlank();
            case PIN -> job.pin() != null;
            case SHAPE -> job.aspectRatio() != null;
            // 1K is what one gets without choosing.
            case TIER -> job.tier() != Tier.ONE_K;
        };
    }

    private static Warning warning(Job job, Part part) {
        return switch (part) {
            case PHOTO -> new Warning("photo-not-honoured", "The photo is not used.");
            case MASK -> new Warning("mask-not-honoured", "The painted area is not used.");
            case REFERENCE ->
                    new Warning("references-not-honoured", "The references are not used.");
            case REFERENCES ->
                    new Warning("references-not-honoured", "Only the first reference is used.");
            case PROMPT -> new Warning("prompt-not-honoured", "The words are not used.");
            case PIN -> new Warning("pin-not-honoured", "The marked point is not used.");
            case SHAPE ->
                    shape(
                            "The result keeps the photo's own shape; the aspect ratio %s does not change it."
                                    .formatted(job.aspectRatio()));
            case TIER ->
                    tier(
                            "The result keeps the photo's own size%s; the chosen size does not change it."
                                    .formatted(inWords(job.image())));
        };
    }

    private static String inWords(@Nullable Loan image) {
        return image == null ? "" : ", " + image.size();
    }
}
