package dev.easel.proof.bench;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence;
import dev.easel.judging.Evidence.Output;
import dev.easel.judging.PixelJudges;
import dev.easel.judging.Rubrics;
import dev.easel.picture.Pictures;
import dev.easel.workflow.Task;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Whether a large pair can be judged in little memory: a JVM of its own that may take no more than
/// [#HEAP_MB] decodes and judges 16 megapixels as the function does. If it needed more, it would
/// die.
final class Memory {

    static final int HEAP_MB = 512;
    private static final int SIDE = 4000;
    private static final List<Task> TASKS = List.of(Task.OBJECT_REMOVAL, Task.WHITE_BACKGROUND);

    private Memory() {}

    /// What the child said, one line; throws where it did not finish.
    static String measure() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("easel-memory");
        try {
            write(folder);
            return judgeElsewhere(folder);
        } finally {
            try (var files = Files.newDirectoryStream(folder)) {
                for (var file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void write(Path folder) throws IOException {
        var scene = Scene.of(Seeds.CALIBRATION.first());
        Files.write(folder.resolve("photo"), Encoding.jpeg(enlarged(scene.photo()), 0.9));
        Files.write(folder.resolve("mask"), Encoding.png(enlarged(scene.mask())));
        Files.write(
                folder.resolve(Task.OBJECT_REMOVAL.wire()),
                Encoding.jpeg(enlarged(scene.bare()), 0.9));
        Files.write(
                folder.resolve(Task.WHITE_BACKGROUND.wire()),
                Encoding.jpeg(enlarged(scene.onWhite()), 0.9));
    }

    private static String judgeElsewhere(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var child =
                new ProcessBuilder(
                                java.toString(),
                                "-Xmx" + HEAP_MB + "m",
                                "-XX:+UseSerialGC",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                Memory.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(child.getInputStream().readAllBytes(), System.out.charset()).strip();
        if (child.waitFor() != 0) {
            throw new IllegalStateException(
                    "16 megapixels were not judged in %d MB: %s".formatted(HEAP_MB, said));
        }
        return said;
    }

    /// The child. Its only argument is the folder with the files.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        for (var task : TASKS) {
            var output = decode(folder.resolve(task.wire()));
            var photo = pixels(folder.resolve("photo"));
            var mask = task == Task.OBJECT_REMOVAL ? pixels(folder.resolve("mask")) : null;
            var findings = PixelJudges.judge(Rubrics.of(task), new Evidence(photo, mask, output));
            if (findings.isEmpty()) {
                throw new IllegalStateException("nobody judged");
            }
        }
        System.out.printf(
                Locale.ROOT,
                "16 megapixels judged with a heap of at most %d MB; peak use %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20,
                peak() >> 20);
    }

    private static Output decode(Path file) throws IOException {
        return Pictures.decode(Files.readAllBytes(file));
    }

    private static Pixels pixels(Path file) throws IOException {
        return switch (decode(file)) {
            case Output.Decoded(var pixels) -> pixels;
            case Output.Broken(var reason) -> throw new IllegalStateException(reason);
        };
    }

    /// The sum over the heap's parts, which need not have been full at once.
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static BufferedImage enlarged(BufferedImage image) {
        var large = Drawing.filled(SIDE, SIDE, Color.WHITE);
        Drawing.pen(large).drawImage(image, 0, 0, SIDE, SIDE, null);
        return large;
    }
}
