package dev.easel.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One whole stack whose queues give a failed message back after a second instead of minutes: what
/// is poison reaches the dead letters while a test waits. Everything else is the real template.
final class Impatient {

    private static final Path FOLDER = LiveStack.folder();
    static final Path TEMPLATE = FOLDER.resolve("template.yaml");
    static final Path DATA = FOLDER.resolve("data");

    private static @Nullable Stack stack;

    private Impatient() {}

    /// The stack, started at the first call and closed when the JVM ends.
    static synchronized Stack get() {
        if (stack == null) {
            hurry();
            var started = Stack.start(LiveStack.options(TEMPLATE, DATA));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            stack = started;
        }
        return stack;
    }

    private static void hurry() {
        try {
            var real = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
            var hurried = real.replaceAll("VisibilityTimeout: \\d+", "VisibilityTimeout: 1");
            Files.writeString(TEMPLATE, hurried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
