package dev.easel.judging;

import dev.easel.image.Box;

/// What the pixels say of a place that a judge points at.
public interface Changes {

    /// Whether anything differs there from the photo. The box is in pixels of the output.
    boolean touches(Box box);

    /// Whether it reaches into the area where an edit was asked for: everywhere, where none was
    /// painted.
    boolean isMarked(Box box);
}
