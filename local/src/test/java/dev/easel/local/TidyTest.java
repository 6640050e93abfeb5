package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the source tree and says what no compiler would.
class TidyTest {

    private static final Path ROOT = Path.of("..");
    private static final int LINES_MAX = 400;
    // Not written in one piece, or this file would be the first finding.
    private static final Pattern LOOSE_END =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!.*#\\d+)");

    @Test
    void theTreeIsReallyRead() throws IOException {
        assertThat(files(ROOT, ".java"))
                .hasSizeGreaterThan(100)
                .anyMatch(file -> file.endsWith("TidyTest.java"));
    }

    @Test
    void noFileIsLongerThanAnybodyReads() throws IOException {
        for (var file : files(ROOT, ".java")) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .hasSizeLessThanOrEqualTo(LINES_MAX);
        }
    }

    @Test
    void whatIsLeftForLaterNamesItsIssue() throws IOException {
        for (var file : files(ROOT, ".java")) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .noneMatch(line -> LOOSE_END.matcher(line).find());
        }
    }

    @Test
    void everySampleEventIsNamedInATest() throws IOException {
        var events = ROOT.resolve("events");
        var tests = new StringBuilder();
        for (var file : files(ROOT, "Test.java")) {
            tests.append(Files.readString(file));
        }
        if (Files.isDirectory(events)) {
            assertThat(files(events, ".json"))
                    .allSatisfy(
                            event -> assertThat(tests).contains(event.getFileName().toString()));
        }
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        var name = directory.getFileName().toString();
                        var skip =
                                name.equals("target")
                                        || name.equals("node_modules")
                                        || name.matches("\\.[^.].*");
                        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(suffix)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
