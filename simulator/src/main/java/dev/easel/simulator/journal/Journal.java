package dev.easel.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/// What was taken on (`submit`) and what was billed (`run`, `evaluation`): one JSON line for each
/// thing, on disk before anybody is told of it. Survives restarts.
///
/// It is the other side of the promise "billed at most once": whoever doubts the product counts
/// here.
public final class Journal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    public static Journal in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Journal(folder.resolve("journal.jsonl"));
    }

    public synchronized void write(ObjectNode entry) {
        try {
            Files.writeString(
                    file,
                    entry + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized ArrayNode entries(Predicate<JsonNode> wanted) {
        var entries = JSON.createArrayNode();
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    JsonNode entry = JSON.readTree(line);
                    if (wanted.test(entry)) {
                        entries.add(entry);
                    }
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
