package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Region.Part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Where an output differs from its photo once shift and tone are taken off, cell by cell.
///
/// A judge who claims a change is checked against it, and a heat map is drawn of it. One cell is one
/// sample at working size: the picture has at most 512 of them along its longer side.
public final class DifferenceMap {

    private static final int BOXES_MAX = 5;

    private final Pair pair;
    private final Region plain;
    private final Region faint;

    private DifferenceMap(Pair pair) {
        this.pair = pair;
        this.plain = pair.changed().majority();
        this.faint = pair.detail().faint().open();
    }

    /// The mask is white where an edit was asked for; without one, everything is outside.
    public static DifferenceMap of(Pixels photo, Pixels output, @Nullable Pixels mask) {
        return new DifferenceMap(Pair.of(photo, output, mask));
    }

    /// How many cells there are, across and down.
    public Size cells() {
        return pair.size();
    }

    /// How far the output is off in this cell of the photo's frame, from 0 to 255 levels; what noise
    /// and compression do stays below 16.
    public double at(int column, int row) {
        return pair.difference(row * pair.size().width() + column);
    }

    /// Where a cell lies in the output's own pixels.
    public Box cell(int column, int row) {
        return pair.box(column, row, column + 1, row + 1);
    }

    /// Whether anything changed within `box`, which is in pixels of the output: by much in a few
    /// pixels, or by little over many.
    public boolean touches(Box box) {
        var size = pair.size();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (isChanged(x, y) && overlap(cell(x, y), box)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The largest connected change outside the painted area, in pixels of the output; absent where
    /// nothing changed.
    public @Nullable Box largestOutside() {
        return first(outside());
    }

    /// The same inside it.
    public @Nullable Box largestInside() {
        return first(inside());
    }

    /// The largest changes outside the painted area in pixels of the output, the largest first.
    public List<Box> outside() {
        return boxes(pair.partsOutside());
    }

    /// The same inside it.
    public List<Box> inside() {
        return boxes(pair.partsInside());
    }

    private List<Box> boxes(List<Part> parts) {
        return parts.stream().limit(BOXES_MAX).map(pair::box).toList();
    }

    private boolean isChanged(int x, int y) {
        int column = Math.min(x / Cells.SIDE, faint.width - 1);
        int row = Math.min(y / Cells.SIDE, faint.height - 1);
        return plain.has(y * plain.width + x) || faint.has(row * faint.width + column);
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    private static @Nullable Box first(List<Box> boxes) {
        return boxes.isEmpty() ? null : boxes.getFirst();
    }
}
