package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Where an output differs from its photo once shift and tone are taken off, cell by cell.
///
/// A judge who claims a change is checked against it, and a heat map is drawn of it. One cell is one
/// sample at working size: the picture has at most 512 of them along its longer side.
public final class DifferenceMap {

    private static final int BOXES_MAX = 5;

    private final Pair pair;
    private final Size size;

    private DifferenceMap(Pair pair, Size size) {
        this.pair = pair;
        this.size = size;
    }

    /// The mask is white where an edit was asked for; without one, everything is outside.
    public static DifferenceMap of(Pixels photo, Pixels output, @Nullable Pixels mask) {
        return new DifferenceMap(Pair.of(photo, output, mask), Planes.working(photo.size()));
    }

    /// How many cells there are, across and down.
    public Size cells() {
        return size;
    }

    /// How far the output is off in this cell of the photo's frame, from 0 to 255 levels; 16 is what
    /// noise and compression stay below.
    public double at(int column, int row) {
        return pair.difference(row * size.width() + column);
    }

    /// Where a cell lies in the output's own pixels.
    public Box cell(int column, int row) {
        return pair.box(column, row, column + 1, row + 1);
    }

    /// Whether anything changed within `box`, which is in pixels of the output.
    public boolean touches(Box box) {
        return pair.changedWithin(box);
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
        return pair.partsOutside().stream().limit(BOXES_MAX).map(pair::box).toList();
    }

    /// The same inside it.
    public List<Box> inside() {
        return pair.partsInside().stream().limit(BOXES_MAX).map(pair::box).toList();
    }

    private static @Nullable Box first(List<Box> boxes) {
        return boxes.isEmpty() ? null : boxes.getFirst();
    }
}
