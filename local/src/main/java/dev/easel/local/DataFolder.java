package dev.easel.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The folder that survives a restart. Each part of a stack holds its own of it, alone: two in one
/// file of tables would spoil it.
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final Set<Part> parts;
    private final List<FileChannel> locks = new ArrayList<>();

    private DataFolder(Path root, Set<Part> parts) {
        this.root = root;
        this.parts = parts;
    }

    /// Takes what these parts keep, and forgets it if it is to be fresh.
    static DataFolder open(Path root, Set<Part> parts, boolean fresh) {
        var folder = new DataFolder(root, parts);
        try {
            Files.createDirectories(root);
            folder.lock();
            if (fresh) {
                folder.clear();
            }
            Files.createDirectories(folder.functionLog().getParent());
            return folder;
        } catch (IOException e) {
            throw new StackException(
                    "The data folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void lock() throws IOException {
        for (var part : EnumSet.copyOf(parts)) {
            var channel = FileChannel.open(root.resolve("lock-" + part.wire()), CREATE, WRITE);
            locks.add(channel);
            if (!isHeld(channel)) {
                close();
                throw new StackException(
                        "Another stack is using the data folder "
                                + root
                                + "; choose another with --data.",
                        null);
            }
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // Another stack of this JVM: the same answer.
            return false;
        }
    }

    Path dynamo() {
        return root.resolve("dynamodb");
    }

    Path s3() {
        return root.resolve("s3");
    }

    Path simulator() {
        return root.resolve("simulator");
    }

    Path root() {
        return root;
    }

    Path functionLog() {
        return root.resolve("log").resolve("functions.jsonl");
    }

    /// Deletes what stacks made, and nothing else: somebody may point `--data` at a folder with
    /// more in it.
    private void clear() throws IOException {
        var ours = parts.stream().flatMap(part -> kept(part).stream()).toList();
        for (var path : ours) {
            if (Files.exists(path)) {
                try (var files = Files.walk(path)) {
                    files.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
                }
            }
        }
    }

    private List<Path> kept(Part part) {
        return switch (part) {
            case FUNCTIONS -> List.of(root.resolve("log"));
            case DYNAMODB -> List.of(dynamo());
            case SQS -> List.of();
            case S3 -> List.of(s3());
            case EVENTS -> List.of(root.resolve("events.jsonl"));
            case SIMULATOR -> List.of(simulator());
        };
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (var lock : locks) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
