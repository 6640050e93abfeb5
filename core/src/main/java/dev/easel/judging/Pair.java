package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Region.Part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A photo and its output laid on each other, and what differs.
///
/// Whole-picture figures such as PSNR see hardly any small defect; the largest connected part of a
/// difference that forgives shift and tone sees nearly all of them.
final class Pair {

    /// Brushes are round and models blend: so much around the painted area may change, in working
    /// samples.
    private static final int BLEND = 10;

    /// With fewer samples than this outside, there is nothing to compare.
    private static final int OUTSIDE_MIN = 500;

    private final Softened photo;
    private final Softened output;
    private final Alignment alignment;
    private final Size outputSize;
    private final Region mask;
    private final Region outside;
    private final Region changed;

    private Pair(Planes photo, Alignment alignment, Size outputSize, Region mask, Region outside) {
        this.photo = Softened.of(photo);
        this.output = Softened.of(alignment.planes());
        this.alignment = alignment;
        this.outputSize = outputSize;
        this.mask = mask;
        this.outside = outside;
        this.changed = this.photo.differences(this.output);
    }

    /// Without a mask, everything is outside.
    static Pair of(Pixels photo, Pixels output, @Nullable Pixels mask) {
        var size = Planes.working(photo.size());
        var painted =
                mask == null
                        ? new Region(size.width(), size.height())
                        : Region.painted(mask, size.width(), size.height());
        var outside = painted.dilate(BLEND).not();
        var before = Planes.of(photo, size, output.size());
        var after = Planes.of(output, size);
        return new Pair(
                before, Alignment.of(before, after, outside), output.size(), painted, outside);
    }

    boolean hasOutside() {
        return outside.count() >= OUTSIDE_MIN;
    }

    /// The changed share of the painted area, from 0 to 1.
    double changedInside() {
        return ratio(changed.and(mask).count(), mask.count());
    }

    double changedOutside() {
        return ratio(changed.and(outside).count(), outside.count());
    }

    /// What changed outside the painted area, specks left out, the largest first.
    List<Part> partsOutside() {
        return changed.and(outside).majority().parts();
    }

    /// The same for the painted area.
    List<Part> partsInside() {
        return changed.and(mask).majority().parts();
    }

    /// In levels: how far a sample is off, one place of shift forgiven.
    double difference(int sample) {
        return photo.difference(output, sample);
    }

    /// Whether any changed sample lies within a box of the output's pixels.
    boolean changedWithin(Box box) {
        for (int i = 0; i < changed.samples(); i++) {
            if (changed.has(i)) {
                int x = i % photo.width();
                int y = i / photo.width();
                var here = box(x, y, x + 1, y + 1);
                if (here.x() < box.x() + box.width()
                        && box.x() < here.x() + here.width()
                        && here.y() < box.y() + box.height()
                        && box.y() < here.y() + here.height()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The largest of them as a share of the picture.
    double worstOutside() {
        return largest(partsOutside());
    }

    /// The same for the painted area.
    double worstInside() {
        return largest(changed.and(mask).majority().parts());
    }

    double edgesKept() {
        return Edges.kept(photo, output, mask);
    }

    double colourShift() {
        return alignment.colourShift();
    }

    double share(Part part) {
        return (double) part.area() / changed.samples();
    }

    List<Part> paintedParts() {
        return mask.parts();
    }

    /// Where a part lies in the output's own pixels.
    Box box(Part part) {
        return box(part.left(), part.top(), part.right() + 1, part.bottom() + 1);
    }

    /// From samples of the photo's frame, right and bottom excluded.
    Box box(int fromX, int fromY, int toX, int toY) {
        double scaleX = (double) outputSize.width() / photo.width();
        double scaleY = (double) outputSize.height() / photo.height();
        int left = pixel((fromX + alignment.dx()) * scaleX, outputSize.width());
        int top = pixel((fromY + alignment.dy()) * scaleY, outputSize.height());
        int right = pixel((toX + alignment.dx()) * scaleX, outputSize.width());
        int bottom = pixel((toY + alignment.dy()) * scaleY, outputSize.height());
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private double largest(List<Part> parts) {
        return parts.isEmpty() ? 0 : share(parts.getFirst());
    }

    private static int pixel(double at, int end) {
        return Math.clamp(Math.round(at), 0, end);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
