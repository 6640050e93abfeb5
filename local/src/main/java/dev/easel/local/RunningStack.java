package dev.easel.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The addresses of the stack that runs in a data folder, written down for other commands.
final class RunningStack implements AutoCloseable {

    /// Where Lambda's Invoke is spoken.
    static final String INVOKE = "invoke";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private RunningStack(Path file) {
        this.file = file;
    }

    static RunningStack announce(Path data, Map<String, URI> addresses) {
        var file = file(data);
        var content = JsonNodeFactory.instance.objectNode();
        addresses.forEach((name, uri) -> content.put(name, uri.toString()));
        try {
            Files.writeString(file, content.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunningStack(file);
    }

    /// Addresses by name; a stack that was killed leaves them behind, so they may answer nobody.
    static Optional<Map<String, URI>> find(Path data) {
        var file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var addresses = new LinkedHashMap<String, URI>();
            JSON.readTree(file.toFile())
                    .properties()
                    .forEach(entry ->
                            addresses.put(entry.getKey(), URI.create(entry.getValue().asText())));
            return Optional.of(addresses);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Path file(Path data) {
        return data.resolve("stack.json");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
