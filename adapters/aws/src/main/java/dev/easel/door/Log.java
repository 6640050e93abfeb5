package dev.easel.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.function.Consumer;

/// One JSON line per event: a constant message with key-values. Never a prompt, an address, a
/// presigned URL or a key.
///
/// Our own, because a logging framework costs half of a function's cold start.
public final class Log {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The innermost calls tell; the rest is the runtime's.
    private static final int STACK_CHARS_MAX = 4000;

    private final String function;
    private final Clock clock;
    private final Consumer<String> lines;

    /// To standard output, which Lambda keeps.
    public Log(String function, Clock clock) {
        this(function, clock, System.out::println);
    }

    /// To whoever takes the lines.
    public Log(String function, Clock clock, Consumer<String> lines) {
        this.function = function;
        this.clock = clock;
        this.lines = lines;
    }

    /// Something went as it should. `keysAndValues` alternate.
    public void info(String message, Object... keysAndValues) {
        write("INFO", message, keysAndValues);
    }

    /// Somebody must act.
    public void error(String message, Throwable cause, Object... keysAndValues) {
        var line = line("ERROR", message, keysAndValues);
        var stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack));
        var trace = stack.toString();
        print(line.put("stack", trace.substring(0, Math.min(trace.length(), STACK_CHARS_MAX))));
    }

    private void write(String level, String message, Object... keysAndValues) {
        print(line(level, message, keysAndValues));
    }

    private ObjectNode line(String level, String message, Object... keysAndValues) {
        var line = JSON.createObjectNode();
        line.put("at", clock.instant().toString())
                .put("level", level)
                .put("function", function)
                .put("message", message);
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            line.putPOJO(
                    keysAndValues[i].toString(),
                    keysAndValues[i + 1] instanceof Number number
                            ? number
                            : String.valueOf(keysAndValues[i + 1]));
        }
        return line;
    }

    private void print(ObjectNode line) {
        try {
            lines.accept(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
