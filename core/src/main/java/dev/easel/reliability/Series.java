package dev.easel.reliability;

/// What statistics are kept of, seen from one source.
///
/// @param subject a provider's id, or [#PANEL]'s
public record Series(String subject, Source source) {

    /// All evaluations, and within them the judges who sat.
    public static final Series PANEL = new Series("panel", Source.EVALUATION);

    /// As the tables spell it: `google#benchmark`.
    public String wire() {
        return subject + "#" + source.wire();
    }
}
