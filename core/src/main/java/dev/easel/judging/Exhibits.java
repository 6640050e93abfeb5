package dev.easel.judging;

import java.util.List;

/// Prepares the pictures for judges that are sent bytes rather than links. A port.
@FunctionalInterface
public interface Exhibits {

    /// Before, after, and what helps to see the difference, in the order in which they are shown.
    List<Exhibit> prepare(Limits limits);

    /// What one judge can be shown.
    ///
    /// @param sideMax the longest side in pixels
    /// @param bytesMax the most bytes of one picture
    /// @param picturesMax how many pictures in all
    record Limits(int sideMax, int bytesMax, int picturesMax) {}
}
