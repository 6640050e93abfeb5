package dev.easel.asset;

import java.util.Optional;

/// Whether there is somebody in a photo, as far as anybody knows.
public enum Presence {
    PERSON("person"),
    NO_PERSON("no-person"),
    /// Nobody looked, or could not tell. No trait says so: what is unknown stands in nobody's way.
    UNKNOWN("");

    private final String wire;

    Presence(String wire) {
        this.wire = wire;
    }

    /// As a trait of the photo, if it is known.
    public Optional<String> trait() {
        return Optional.of(wire).filter(trait -> !trait.isEmpty());
    }
}
