package dev.easel.local;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What the handlers print, which on Lambda goes to CloudWatch: while it is open, this JVM's
/// System.out is a file. Whoever talks to the person at the console keeps the stream from before.
final class FunctionLog implements AutoCloseable {

    private final PrintStream before;
    private final PrintStream file;

    private FunctionLog(PrintStream before, PrintStream file) {
        this.before = before;
        this.file = file;
    }

    static FunctionLog redirect(Path path) {
        try {
            var output = new BufferedOutputStream(new FileOutputStream(path.toFile(), true));
            var log =
                    new FunctionLog(
                            System.out, new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setOut(log.file);
            return log;
        } catch (IOException e) {
            throw new StackException(
                    "The log " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    PrintStream stream() {
        return file;
    }

    @Override
    public void close() {
        System.setOut(before);
        file.close();
    }
}
