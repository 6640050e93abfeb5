package dev.easel.reliability;

/// What statistics are kept of: one provider, seen from one source.
///
/// @param provider its id
public record Series(String provider, Source source) {

    /// As the tables spell it: `google#benchmark`.
    public String wire() {
        return provider + "#" + source.wire();
    }
}
