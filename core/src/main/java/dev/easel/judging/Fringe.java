package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.judging.Contour.Normal;
import dev.easel.judging.Rim.Look;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// How far the edge of a cut-out subject lies off the edge that the photo itself has.
///
/// A correct edge lies on an edge of the photo. The edge of a halo lies in the middle of the old
/// background, and the photo's own is so much further in. Nothing is assumed about colours: old
/// background, a foreign outline, a dark one and a glow all push the edge out.
///
/// @param used how many places of the contour told both edges
/// @param width of the fringe in units of the photo: -4 is a halo of 4, 3 is a subject cut into
/// by 3
/// @param displaced how much of the contour gathers at some place further in rather than at the
/// photo's edge, from 0 to 1
/// @param further the share that lies further in than it should
/// @param mode where that place is, in units
/// @param contaminated the share under whose soft alpha old background was copied
/// @param lightness of the fringe, from 0 to 255
/// @param unit pixels of the output per unit
/// @param box around the fringe, in pixels of the output; absent where there is none
record Fringe(
        int used,
        double width,
        double displaced,
        double further,
        double mode,
        double contaminated,
        int lightness,
        double unit,
        @Nullable Box box) {

    /// Rounds of a fit in which what is far off weighs less and less.
    private static final int ROUNDS = 8;

    private static final double HALF_WEIGHT = 1.5;

    /// What alignment may have left over, in units.
    private static final double SHIFT_MAX = 1;

    private static final double SHIFT_DAMPING = 0.2;

    /// An edge that is further in than this does not belong there.
    private static final double FURTHER_FROM = -1.5;

    /// The histogram of offsets: halves of a unit from -30 to 10.
    private static final int BINS = 80;

    private static final int ZERO_BIN = 60;

    static Fringe of(Rim rim, double unit, Region background) {
        var contour = Contour.of(background);
        var looks = contour.stream().map(rim::along).filter(Objects::nonNull).toList();
        if (looks.isEmpty()) {
            return new Fringe(0, 0, 0, 0, 0, 0, 0, unit, null);
        }
        double[] fit = fit(looks);
        double[] offsets = new double[looks.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset(looks.get(i), fit);
        }
        double width = fit[0];
        int[] modes = modes(offsets);
        double further =
                (double) Arrays.stream(offsets).filter(at -> at < FURTHER_FROM).count()
                        / offsets.length;
        double contaminated =
                (double) looks.stream().filter(Look::contaminated).count() / looks.size();
        double displaced = (double) modes[1] / Math.max(1, modes[0] + modes[1]);
        var off = off(looks, offsets);
        return new Fringe(
                looks.size(),
                width,
                displaced,
                further,
                (modes[2] - ZERO_BIN) / 2.0,
                contaminated,
                lightness(off),
                unit,
                box(rim, contour, looks, off));
    }

    /// How wide it is for an eye, in pixels of the output.
    double pixels() {
        return unit * Math.max(-width, displaced >= 0.5 ? -mode : 0);
    }

    /// The looks that do not lie where they should.
    private static List<Look> off(List<Look> looks, double[] offsets) {
        return IntStream.range(0, offsets.length)
                .filter(i -> Math.abs(offsets[i]) > -FURTHER_FROM)
                .mapToObj(looks::get)
                .toList();
    }

    /// Offset = width + shift right * normal + shift down * normal: a shift that alignment left
    /// over moves opposite sides oppositely, a fringe moves both outwards.
    private static double[] fit(List<Look> looks) {
        double[] sorted = looks.stream().mapToDouble(Look::offset).sorted().toArray();
        double[] fit = {sorted[sorted.length / 2], 0, 0};
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[3][4];
            for (var look : looks) {
                double off = offset(look, fit) - fit[0];
                double weight = 1 / (1 + off * off / HALF_WEIGHT);
                double[] terms = {1, look.normal().towardsX(), look.normal().towardsY()};
                for (int i = 0; i < 3; i++) {
                    for (int k = 0; k < 3; k++) {
                        sums[i][k] += weight * terms[i] * terms[k];
                    }
                    sums[i][3] += weight * terms[i] * look.offset();
                }
            }
            sums[1][1] += SHIFT_DAMPING * looks.size();
            sums[2][2] += SHIFT_DAMPING * looks.size();
            fit = LinearSystem.solve(sums);
            fit[1] = Math.clamp(fit[1], -SHIFT_MAX, SHIFT_MAX);
            fit[2] = Math.clamp(fit[2], -SHIFT_MAX, SHIFT_MAX);
        }
        return fit;
    }

    private static double offset(Look look, double[] fit) {
        return look.offset()
                - fit[1] * look.normal().towardsX()
                - fit[2] * look.normal().towardsY();
    }

    /// The most looks within two units at the photo's edge, the most within two units further in,
    /// and where those are. A fringe may be so wide that the fit settles on something else.
    private static int[] modes(double[] offsets) {
        int[] counts = new int[BINS];
        for (double offset : offsets) {
            counts[Math.clamp((int) (offset * 2 + ZERO_BIN), 0, BINS - 1)]++;
        }
        int atEdge = 0;
        int inside = 0;
        int where = ZERO_BIN;
        for (int bin = 2; bin < BINS - 2; bin++) {
            int near = counts[bin - 2] + counts[bin - 1] + counts[bin] + counts[bin + 1];
            if (Math.abs(bin - ZERO_BIN) <= 2) {
                atEdge = Math.max(atEdge, near);
            }
            if (bin - ZERO_BIN < -3 && near > inside) {
                inside = near;
                where = bin;
            }
        }
        return new int[] {atEdge, inside, where};
    }

    private static int lightness(List<Look> off) {
        return (int) off.stream().mapToInt(Look::lightness).average().orElse(0);
    }

    /// Of all the contour if most of what was seen of it is off.
    private static @Nullable Box box(
            Rim rim, List<Normal> contour, List<Look> looks, List<Look> off) {
        var shown =
                2 * off.size() >= looks.size() ? contour : off.stream().map(Look::normal).toList();
        return shown.isEmpty()
                ? null
                : rim.box(
                        shown.stream().mapToDouble(Normal::x).min().orElseThrow(),
                        shown.stream().mapToDouble(Normal::y).min().orElseThrow(),
                        shown.stream().mapToDouble(Normal::x).max().orElseThrow(),
                        shown.stream().mapToDouble(Normal::y).max().orElseThrow());
    }
}
