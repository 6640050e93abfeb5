import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// Checks or fixes the format of every Java file under a directory: `java Format.java check|fix
/// DIRECTORY`.
///
/// Why not Spotless: the formatter parses with the javac of the JVM that it runs in. Spotless runs
/// it inside Maven, and on Java 17 that javac does not know record patterns. This program runs on
/// the JDK that compiles the code.
final class Format {

    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(Style.AOSP).formatJavadoc(false).build());

    static void main(String[] args) throws IOException {
        var fix = args[0].equals("fix");
        var root = Path.of(args[1]);
        var wrong =
                javaFiles(root).parallelStream()
                        .filter(file -> !isFormatted(file, fix))
                        .sorted()
                        .toList();
        for (var file : wrong) {
            IO.println((fix ? "formatted " : "not formatted: ") + root.relativize(file));
        }
        if (!fix && !wrong.isEmpty()) {
            IO.println("Run: mvn -N process-sources -Dformat=fix");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
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
                                        || name.startsWith(".");
                        return skip && !directory.equals(root)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    private static boolean isFormatted(Path file, boolean fix) {
        try {
            var before = Files.readString(file);
            var after = FORMATTER.formatSourceAndFixImports(before);
            if (fix && !before.equals(after)) {
                Files.writeString(file, after);
            }
            return before.equals(after);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " does not parse: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
