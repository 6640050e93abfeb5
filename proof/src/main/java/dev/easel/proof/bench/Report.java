package dev.easel.proof.bench;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.judging.Finding;
import dev.easel.judging.Result;
import dev.easel.picture.Pictures;

import org.jspecify.annotations.Nullable;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A folder for people: the tables, and the outputs on which the judges were wrong, each beside
/// what went in.
final class Report {

    private static final int PICTURES_MAX = 60;

    /// Of one kind, a few tell it all.
    private static final int ALIKE_MAX = 3;

    private static final int WIDTH_MAX = 480;
    private static final int GAP = 8;

    private final Path folder;
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /// Pictures of an earlier run go: they would be taken for this one's.
    Report(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try (var old = Files.newDirectoryStream(folder, "[0-9]*.jpg")) {
            for (var file : old) {
                Files.delete(file);
            }
        }
    }

    /// Keeps the picture if the judges were wrong about it.
    ///
    /// @param photo what went in; absent where nothing did
    void note(Trial trial, @Nullable Pixels photo, byte[] output) throws IOException {
        if (trial.mistaken()
                && mistakes.size() < PICTURES_MAX
                && kept.merge(kind(trial), 1, Integer::sum) <= ALIKE_MAX) {
            var name = String.format(Locale.ROOT, "%02d.jpg", mistakes.size() + 1);
            Files.write(folder.resolve(name), Encoding.jpeg(sideBySide(photo, output), 0.9));
            mistakes.add(entry(trial, name));
        }
    }

    /// Records hold lambdas, which differ from run to run: the names do not.
    private static String kind(Trial trial) {
        return trial.recipe().task() + trial.recipe().name();
    }

    /// @param lines the tables, as Markdown
    Path write(String title, List<String> lines) throws IOException {
        var text = new ArrayList<String>();
        text.add("# " + title);
        text.add("");
        text.addAll(lines);
        text.add("");
        text.add("## Where the judges were wrong");
        text.add("");
        text.add(
                "At most %d of a kind and %d in all. Left what went in, right what came back."
                        .formatted(ALIKE_MAX, PICTURES_MAX));
        text.addAll(mistakes);
        var file = folder.resolve("report.md");
        Files.write(file, text);
        return file;
    }

    private static String entry(Trial trial, String picture) {
        var recipe = trial.recipe();
        var entry = new StringBuilder("\n### ");
        entry.append(recipe.isGood() ? "Flagged, but good: " : "Missed: ");
        entry.append(recipe.task().wire()).append(", ").append(recipe.name());
        entry.append(" (").append(trial.scene()).append(")\n\n![](").append(picture).append(")\n");
        trial.findings().stream()
                .filter(finding -> finding.result() == Result.FAIL || !recipe.isGood())
                .forEach(finding -> entry.append("\n* ").append(line(finding)));
        return entry.toString();
    }

    private static String line(Finding finding) {
        return "%s, %s: %s"
                .formatted(finding.judge().wire(), finding.result().wire(), finding.reasoning());
    }

    private static BufferedImage sideBySide(@Nullable Pixels photo, byte[] output) {
        var parts = new ArrayList<BufferedImage>();
        if (photo != null) {
            parts.add(small(photo));
        }
        if (Pictures.decode(output) instanceof Output.Decoded(var pixels)) {
            parts.add(small(pixels));
        }
        int width = parts.stream().mapToInt(part -> part.getWidth() + GAP).sum();
        int height = parts.stream().mapToInt(BufferedImage::getHeight).max().orElse(1);
        var both = Drawing.filled(Math.max(1, width - GAP), height, Color.DARK_GRAY);
        int x = 0;
        for (var part : parts) {
            Drawing.pen(both).drawImage(part, x, 0, null);
            x += part.getWidth() + GAP;
        }
        return both;
    }

    /// Clear places show a pattern, or nobody could tell them from white ones.
    private static BufferedImage small(Pixels pixels) {
        var image = Drawing.clear(pixels.width(), pixels.height());
        System.arraycopy(pixels.argb(), 0, Drawing.argb(image), 0, pixels.argb().length);
        int width = Math.min(WIDTH_MAX, pixels.width());
        int height = Math.max(1, pixels.height() * width / pixels.width());
        var ground = Drawing.filled(width, height, new Color(170, 190, 215));
        return Drawing.with(ground, Resampling.of(image, width, height));
    }
}
