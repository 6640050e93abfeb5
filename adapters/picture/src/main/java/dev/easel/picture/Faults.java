package dev.easel.picture;

/// What can be wrong with a file, in the words that its owner reads.
final class Faults {

    static final String CUT_SHORT = "The picture ends too early: a part of the file is missing.";
    static final String DAMAGED = "The picture is damaged: its bytes changed on the way.";
    static final String NOTHING_IN_IT = "The picture has no pixels in it.";
    static final String ANIMATED = "The picture is an animation. Only still pictures can be used.";
    static final String UNREADABLE =
            "The picture cannot be decoded: its file is damaged or of a rare variety.";

    private Faults() {}
}
