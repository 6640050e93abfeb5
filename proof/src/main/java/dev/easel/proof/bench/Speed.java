package dev.easel.proof.bench;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence;
import dev.easel.judging.Evidence.Output;
import dev.easel.judging.Rubrics;
import dev.easel.picture.Pictures;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long all pixel judges of a task take for one output, on one core that is warm: the thread's
/// own time on the processor, so that it does not matter what else the machine does.
final class Speed {

    private static final List<String> HEAD =
            List.of("task", "megapixels", "decode ms", "judge ms", "both ms", "both ms/MP");

    private final Jury jury;

    Speed(Jury jury) {
        this.jury = jury;
    }

    /// Milliseconds; what decoding the output takes, and all judges of its task.
    record Time(Task task, double megapixels, double decoding, double judging) {

        double both() {
            return decoding + judging;
        }

        List<String> cells() {
            return List.of(
                    task.wire(),
                    format(megapixels),
                    format(decoding),
                    format(judging),
                    format(both()),
                    format(both() / megapixels));
        }

        private static String format(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }

    /// A table: each task at one and at four megapixels.
    List<String> lines() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        // A first round that nobody looks at: the compilers learn from all tasks.
        times(1, 6);
        for (var time : times(1, 24)) {
            rows.add(time.cells());
        }
        for (var time : times(4, 12)) {
            rows.add(time.cells());
        }
        return Sheet.table(rows);
    }

    private List<Time> times(int megapixels, int rounds) {
        var scene = Scene.of(Seeds.CALIBRATION.first());
        double factor = Math.sqrt(megapixels * 1e6 / scene.area());
        var photo = enlarged(scene.photo(), factor);
        var shot = enlarged(scene.shot(), factor);
        var mask = Drawing.pixels(enlarged(scene.mask(), factor));
        return List.of(
                time(
                        Task.OBJECT_REMOVAL,
                        Drawing.pixels(photo),
                        mask,
                        Encoding.jpeg(enlarged(scene.bare(), factor), 0.9),
                        rounds),
                time(
                        Task.WHITE_BACKGROUND,
                        Drawing.pixels(shot),
                        null,
                        Encoding.jpeg(enlarged(scene.onWhite(), factor), 0.9),
                        rounds),
                time(
                        Task.CUT_OUT,
                        Drawing.pixels(shot),
                        null,
                        Encoding.png(enlarged(scene.subject(), factor)),
                        rounds));
    }

    private Time time(Task task, Pixels photo, @Nullable Pixels mask, byte[] output, int rounds) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] decoding = new long[rounds];
        long[] judging = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = threads.getCurrentThreadCpuTime();
            var decoded = Pictures.decode(output);
            long between = threads.getCurrentThreadCpuTime();
            var findings = jury.judge(Rubrics.of(task), new Evidence(photo, mask, decoded));
            long end = threads.getCurrentThreadCpuTime();
            if (!(decoded instanceof Output.Decoded) || findings.isEmpty()) {
                throw new IllegalStateException("nothing was measured");
            }
            decoding[i] = between - start;
            judging[i] = end - between;
        }
        return new Time(task, photo.size().pixels() / 1e6, median(decoding), median(judging));
    }

    /// Of the later half, in milliseconds.
    private static double median(long[] nanos) {
        long[] later = Arrays.copyOfRange(nanos, nanos.length / 2, nanos.length);
        Arrays.sort(later);
        return later[later.length / 2] / 1e6;
    }

    private static BufferedImage enlarged(BufferedImage image, double factor) {
        return Resampling.of(
                image,
                (int) Math.round(image.getWidth() * factor),
                (int) Math.round(image.getHeight() * factor));
    }
}
