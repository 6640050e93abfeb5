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

    private final Planes before;
    private final Planes after;
    private final Softened photo;
    private final Softened output;
    private final Alignment alignment;
    private final Box frame;
    private final Region mask;
    private final Region outside;
    private final short[] differences;
    private final Region changed;
    private final List<Part> partsOutside;
    private @Nullable ErasedDetail detail;

    /// @param before the photo at working size
    /// @param after the output at the same
    /// @param frame where the photo's frame lies in the output's own pixels
    /// @param mask what may have changed, in samples
    /// @param inside whether anybody wants to know what changed there
    Pair(Planes before, Planes after, Box frame, Region mask, boolean inside) {
        this.before = before;
        this.after = after;
        this.mask = mask;
        this.outside = mask.dilate(BLEND).not();
        this.alignment = Alignment.of(before, after, outside);
        this.photo = Softened.of(before);
        this.output = Softened.of(alignment.planes());
        this.frame = frame;
        this.differences = photo.differences(output, inside ? everywhere(mask) : outside);
        this.changed =
                Region.where(
                        photo.width(),
                        photo.height(),
                        i -> differences[i] > Softened.DIFFERENT_ABOVE);
        this.partsOutside = changed.and(outside).majority().parts();
    }

    /// Without a mask, everything is outside.
    static Pair of(Pixels photo, Pixels output, @Nullable Pixels mask) {
        var size = Planes.working(photo.size());
        return new Pair(
                Planes.of(photo, size, output.size()),
                Planes.of(output, size),
                whole(output),
                painted(mask, size),
                true);
    }

    static Box whole(Pixels output) {
        return new Box(0, 0, output.width(), output.height());
    }

    static Region painted(@Nullable Pixels mask, Size size) {
        return mask == null
                ? new Region(size.width(), size.height())
                : Region.painted(mask, size.width(), size.height());
    }

    private static Region everywhere(Region mask) {
        return Region.where(mask.width, mask.height, _ -> true);
    }

    Alignment alignment() {
        return alignment;
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
        return partsOutside;
    }

    /// The same for the painted area.
    List<Part> partsInside() {
        return changed.and(mask).majority().parts();
    }

    /// The largest of those outside as a share of the picture.
    double worstOutside() {
        return partsOutside.isEmpty() ? 0 : share(partsOutside.getFirst());
    }

    double edgesKept() {
        return Edges.kept(photo, output, mask);
    }

    double colourShift() {
        return alignment.colourShift();
    }

    /// What was softly painted away outside the mask.
    ErasedDetail detail() {
        if (detail == null) {
            detail = new ErasedDetail(new Cells(before, alignment.planes(), outside));
        }
        return detail;
    }

    Sharpness sharpness() {
        return Sharpness.of(before, after, alignment, outside);
    }

    double share(Part part) {
        return (double) part.area() / changed.samples();
    }

    List<Part> paintedParts() {
        return mask.parts();
    }

    /// In levels: how far a sample is off, one place of shift forgiven.
    double difference(int sample) {
        return (double) differences[sample] / Planes.LEVEL;
    }

    /// Everything that differs by more than noise and compression do.
    Region changed() {
        return changed;
    }

    Size size() {
        return new Size(photo.width(), photo.height());
    }

    /// Where a part lies in the output's own pixels.
    Box box(Part part) {
        return box(part.left(), part.top(), part.right() + 1, part.bottom() + 1);
    }

    /// From samples of the photo's frame, right and bottom excluded.
    Box box(int fromX, int fromY, int toX, int toY) {
        double scaleX = (double) frame.width() / photo.width();
        double scaleY = (double) frame.height() / photo.height();
        int left = pixel((fromX + alignment.dx()) * scaleX, frame.width());
        int top = pixel((fromY + alignment.dy()) * scaleY, frame.height());
        int right = pixel((toX + alignment.dx()) * scaleX, frame.width());
        int bottom = pixel((toY + alignment.dy()) * scaleY, frame.height());
        return new Box(
                frame.x() + left,
                frame.y() + top,
                Math.max(1, right - left),
                Math.max(1, bottom - top));
    }

    private static int pixel(double at, int end) {
        return Math.clamp(Math.round(at), 0, end);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
