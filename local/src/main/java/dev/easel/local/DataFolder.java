package dev.easel.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The folder that survives a restart. Held by one stack at a time: two in one file of tables would
/// spoil it.
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataFolder open(Path root, boolean fresh) {
        try {
            Files.createDirectories(root);
            var folder = new DataFolder(root, lock(root));
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

    private static FileChannel lock(Path root) throws IOException {
        var channel = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Another stack of this JVM: the same answer.
        }
        channel.close();
        throw new StackException(
                "Another stack is using the data folder " + root + "; choose another with --data.",
                null);
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
        var ours =
                List.of(
                        dynamo(),
                        s3(),
                        simulator(),
                        root.resolve("log"),
                        root.resolve("events.jsonl"));
        for (var path : ours) {
            if (Files.exists(path)) {
                try (var files = Files.walk(path)) {
                    files.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
                }
            }
        }
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
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
