package dev.easel.judging;

import dev.easel.image.Size;

import java.util.List;

/// Prepares the pictures for judges that are sent bytes rather than links. A port.
@FunctionalInterface
public interface Exhibits {

    /// For judges that bring their own eyes: nothing is prepared.
    Exhibits NONE = _ -> new Showing(List.of(), new Size(1, 1), null);

    /// Before, after, and what helps to see the difference, in the order in which they are shown.
    Showing prepare(Limits limits);

    /// What one judge can be shown.
    ///
    /// @param sideMax the longest side in pixels
    /// @param bytesMax the most bytes of one picture
    /// @param picturesMax how many pictures in all
    record Limits(int sideMax, int bytesMax, int picturesMax) {}
}
