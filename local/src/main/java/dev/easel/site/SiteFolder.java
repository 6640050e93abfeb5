package dev.easel.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The folder `web`: the pages as they are written, and what the build laid beside them.
public final class SiteFolder {

    /// Where the build puts files of third parties, which are checked in nowhere.
    private static final Path LAID = Path.of("target", "vendor");

    private static final Path DEPLOYED = Path.of("target", "site");

    /// What of the folder is no page.
    private static final Set<String> OTHERS = Set.of("src", "target", "screenshots");

    private final Path folder;

    public SiteFolder(Path folder) {
        this.folder = folder;
    }

    /// The pages as they are now.
    public Site read() {
        return read(Map.of());
    }

    /// The same, and if they are as they were in one of the `known` states, that one.
    Site read(Map<String, Site> known) {
        var files = new ArrayList<SiteFile>();
        collect(folder, "", files);
        if (Files.isDirectory(folder.resolve(LAID))) {
            collect(folder.resolve(LAID), SiteFile.VENDOR, files);
        }
        return Site.of(files, known);
    }

    /// Lays them out as they are deployed, in `target/site`, and answers their state.
    public Site lay(SiteConfig config) {
        var site = read();
        try {
            var target = folder.resolve(DEPLOYED);
            clear(target);
            for (var file : site.files().values()) {
                write(target, file);
            }
            write(target, config.file(site.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return site;
    }

    private static void clear(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (var files = Files.walk(target)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void write(Path target, SiteFile file) throws IOException {
        var path = target.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.write(path, file.bytes());
    }

    private static void collect(Path root, String prefix, List<SiteFile> files) {
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) {
                            return isOther(root, directory)
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            var path = root.relativize(file).toString().replace('\\', '/');
                            SiteFile.of(prefix + path, Files.readAllBytes(file))
                                    .ifPresent(files::add);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOther(Path root, Path directory) {
        var below = root.relativize(directory).toString();
        boolean hidden = directory.getFileName().toString().startsWith(".");
        return OTHERS.contains(below) || (hidden && !below.isEmpty());
    }
}
