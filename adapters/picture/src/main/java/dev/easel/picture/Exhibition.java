package dev.easel.picture;

import dev.easel.image.Box;
import dev.easel.image.MediaType;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judging.Changes;
import dev.easel.judging.DifferenceMap;
import dev.easel.judging.Exhibit;
import dev.easel.judging.Exhibits.Limits;
import dev.easel.judging.Showing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Prepares the pictures of one job for judges who look as a person would: opaque, within a size, each
/// under its label, with details at full size of where it matters and a map of what differs.
///
/// What comes first is worth most; where fewer are allowed, the last are left out.
public final class Exhibition {

    /// Around the marked area, so that a judge sees how it joins what is around it.
    private static final double PADDING = 0.25;

    /// Beyond this, places in the one picture are not those in the other.
    private static final double STRETCH_MAX = 0.02;

    /// So much of a picture shown as a detail shows nothing that the whole does not.
    private static final double DETAIL_MAX = 0.6;

    private static final int PAINTED_FROM = 128;

    private final @Nullable Pixels photo;
    private final Pixels output;
    private final @Nullable Pixels mask;
    private final List<Pixels> references;

    /// @param photo what went in; absent when the job started from words
    /// @param mask white where an edit was asked for, of the photo's size; absent when nothing was
    ///     painted
    /// @param references what was to be taken over
    public Exhibition(
            @Nullable Pixels photo, Pixels output, @Nullable Pixels mask, List<Pixels> references) {
        this.photo = photo;
        this.output = output;
        this.mask = mask;
        this.references = List.copyOf(references);
    }

    /// The pictures for one judge.
    public Showing show(Limits limits) {
        var differences = differences();
        var plates = new ArrayList<Plate>();
        if (photo != null) {
            plates.add(Plate.photograph("BEFORE", photo));
        }
        plates.add(Plate.photograph("AFTER", output));
        references.forEach(each -> plates.add(Plate.photograph("REFERENCE", each)));
        if (Traits.usesAlpha(output)) {
            plates.add(Plate.drawing("ALPHA of AFTER", Plates.alpha(output)));
        }
        if (mask != null) {
            plates.add(Plate.drawing("MARKS on BEFORE", mask));
        }
        if (photo != null && differences != null) {
            plates.add(Plate.drawing("DIFFERENCE MAP", Plates.heat(differences)));
            details(plates, photo, "the marked area", marked());
            details(plates, photo, "the largest change outside of it", outside(differences));
        }
        var exhibits = new ArrayList<Exhibit>();
        for (var plate : plates.subList(0, Math.min(plates.size(), limits.picturesMax()))) {
            exhibits.add(plate.exhibit(exhibits.size() + 1, limits));
        }
        return new Showing(
                exhibits,
                output.size(),
                differences == null ? null : new Places(differences, mask, output.size()));
    }

    private @Nullable DifferenceMap differences() {
        return photo == null
                        || Math.abs(output.size().ratio() / photo.size().ratio() - 1) > STRETCH_MAX
                ? null
                : DifferenceMap.of(photo, output, mask);
    }

    /// In pixels of the output.
    private @Nullable Box marked() {
        return mask == null ? null : Plates.painted(mask, PAINTED_FROM, output.size());
    }

    private @Nullable Box outside(DifferenceMap differences) {
        return mask == null ? null : differences.largestOutside();
    }

    /// The same place before and after.
    private void details(List<Plate> plates, Pixels before, String what, @Nullable Box box) {
        if (box == null) {
            return;
        }
        var padded = Plates.padded(box, PADDING, output.size());
        if ((double) padded.width() * padded.height() > DETAIL_MAX * output.size().pixels()) {
            return;
        }
        var place = Plates.scaled(padded, output.size(), before.size());
        plates.add(Plate.photograph("detail of BEFORE: " + what, Plates.crop(before, place)));
        plates.add(Plate.photograph("detail of AFTER: " + what, Plates.crop(output, padded)));
    }

    /// One picture before it is encoded.
    ///
    /// @param drawn it has few colours and sharp edges: compression would blur what it tells
    private record Plate(String name, Pixels pixels, boolean drawn) {

        static Plate photograph(String name, Pixels pixels) {
            return new Plate(name, pixels, false);
        }

        static Plate drawing(String name, Pixels pixels) {
            return new Plate(name, pixels, true);
        }

        /// Smaller until it has few enough bytes: any picture of a few pixels does.
        Exhibit exhibit(int number, Limits limits) {
            var label = "IMAGE " + number + " = " + name;
            var opaque = Plates.overGrey(pixels);
            for (int side = limits.sideMax(); ; side = side * 3 / 4) {
                var small = Plates.within(opaque, side);
                byte[] bytes = drawn ? Encoder.png(small) : Encoder.jpeg(small);
                if (bytes.length <= limits.bytesMax() || side <= 16) {
                    var type = drawn ? MediaType.PNG : MediaType.JPEG;
                    return new Exhibit(label, type.wire(), bytes);
                }
            }
        }
    }

    /// Checks the places that a judge points at.
    private record Places(DifferenceMap map, @Nullable Pixels mask, Size output)
            implements Changes {

        @Override
        public boolean touches(Box box) {
            return map.touches(box);
        }

        @Override
        public boolean isMarked(Box box) {
            if (mask == null) {
                return true;
            }
            var painted = Plates.scaled(box, output, mask.size());
            for (int y = painted.y(); y < painted.y() + painted.height(); y++) {
                for (int x = painted.x(); x < painted.x() + painted.width(); x++) {
                    if (Pixels.luma(Objects.requireNonNull(mask).argb(x, y)) >= PAINTED_FROM) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
