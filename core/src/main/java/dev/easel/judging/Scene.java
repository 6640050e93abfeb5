package dev.easel.judging;

import dev.easel.image.AspectRatio;
import dev.easel.image.Pixels;
import dev.easel.image.Size;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What one evaluation's pixel judges look at together. Everything that more than one check needs
/// is made once, and only if one of them asks for it.
final class Scene {

    /// Rounding to whole pixels stretches by 0.2 % at most.
    static final double STRETCH_MAX = 0.01;

    final @Nullable Pixels photo;
    final @Nullable Pixels mask;
    final @Nullable AspectRatio shape;
    final Pixels output;
    private @Nullable Planes photoPlanes;
    private @Nullable Planes outputPlanes;
    private @Nullable Pair pair;
    private @Nullable Pair subject;
    private @Nullable Transparency transparency;
    private @Nullable WhiteBackground white;

    Scene(Evidence evidence, Pixels output) {
        this.photo = evidence.photo();
        this.mask = evidence.mask();
        this.shape = evidence.shape();
        this.output = output;
    }

    /// The output at working size: that of the photo, unless its shape is another.
    Planes planes() {
        if (outputPlanes == null) {
            var size =
                    photo != null && stretch(photo) <= STRETCH_MAX ? photo.size() : output.size();
            outputPlanes = Planes.of(output, Planes.working(size));
        }
        return outputPlanes;
    }

    /// None without a photo.
    Optional<Pair> pair() {
        if (pair == null && photo != null) {
            pair = pair(photo, Pair.painted(mask, Planes.working(photo.size())), true);
        }
        return Optional.ofNullable(pair);
    }

    /// The photo and the output with the new background left out; none without a photo, or where
    /// the shape is another.
    Optional<Pair> subject() {
        if (subject == null && photo != null && stretch(photo) <= STRETCH_MAX) {
            subject = pair(photo, background(), false);
        }
        return Optional.ofNullable(subject);
    }

    /// The photo, and the part of the output where it was found again; none without a photo, or where
    /// it was not found.
    Optional<Pair> middle() {
        if (photo == null) {
            return Optional.empty();
        }
        var before = Planes.of(photo, Planes.working(photo.size()));
        return Placement.find(before, planes()).map(found -> found.pair(before, planes(), output));
    }

    /// What surrounds the subject in the output: what is clear, or else what is white.
    Region background() {
        return transparency().isUsed() ? Transparency.background(planes()) : white().around();
    }

    Transparency transparency() {
        if (transparency == null) {
            transparency = Transparency.of(output);
        }
        return transparency;
    }

    WhiteBackground white() {
        if (white == null) {
            white = WhiteBackground.of(planes());
        }
        return white;
    }

    /// How far the output's shape is off, as a share: 0.01 is one percent wider or narrower than
    /// the photo.
    double stretch(Pixels before) {
        return Math.abs(output.size().ratio() / before.size().ratio() - 1);
    }

    private Pair pair(Pixels before, Region painted, boolean inside) {
        var size = new Size(painted.width, painted.height);
        if (photoPlanes == null) {
            photoPlanes = Planes.of(before, size, output.size());
        }
        var after =
                planes().width() == size.width() && planes().height() == size.height()
                        ? planes()
                        : Planes.of(output, size);
        return new Pair(photoPlanes, after, Pair.whole(output), painted, inside);
    }
}
