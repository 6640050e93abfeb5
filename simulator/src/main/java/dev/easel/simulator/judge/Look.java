package dev.easel.simulator.judge;

import dev.easel.simulator.picture.Box;
import dev.easel.simulator.picture.Mask;
import dev.easel.simulator.picture.Picture;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What one who looks at two pictures sees, and where.
///
/// @param width of the frame that the boxes lie in
/// @param height of the same
/// @param missing where what was asked for should be and is not
/// @param spoilt where something else changed
public record Look(int width, int height, @Nullable Box missing, @Nullable Box spoilt) {

    /// Looks.
    ///
    /// @param photo what went in; absent when the job started from words
    /// @param painted white where an edit was asked for
    public static Look at(
            String task, Picture made, @Nullable Picture photo, @Nullable Picture painted) {
        var mask =
                photo == null || painted == null
                        ? null
                        : Mask.painted(painted, photo.width(), photo.height());
        var exhibit = new Exhibit(task, made, photo, mask, 0);
        var findings = Rules.judged(exhibit);
        var pair = exhibit.pair();
        var frame = pair == null ? made : pair.after();
        var whole = new Box(0, 0, frame.width(), frame.height());
        boolean missing = fails(findings, "edit") || fails(findings, "technical");
        boolean spoilt = fails(findings, "preservation");
        return new Look(
                frame.width(),
                frame.height(),
                missing ? marked(pair, whole) : null,
                spoilt ? changed(pair, whole) : null);
    }

    private static boolean fails(List<Finding> findings, String category) {
        return findings.stream()
                .anyMatch(finding -> finding.category().equals(category) && !finding.passed());
    }

    private static Box marked(@Nullable Pair pair, Box whole) {
        var mask = pair == null ? null : pair.mask();
        return mask == null || mask.bounds().isEmpty() ? whole : mask.bounds();
    }

    private static Box changed(@Nullable Pair pair, Box whole) {
        var bounds = pair == null ? whole : pair.changedBounds();
        return bounds.isEmpty() ? whole : bounds;
    }
}
