package dev.easel.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/// One JSON line per event: a constant message with key-values, under the id of the request that
/// led here. Never a prompt, an address, a presigned URL or a key: what looks like one is taken out.
///
/// Our own, because a logging framework costs half of a function's cold start.
public final class Log {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VALUE_CHARS_MAX = 300;

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
        print(line("INFO", message, clock.instant(), keysAndValues));
    }

    /// Something that is counted; the line is a metric as well. `keysAndValues` are ids and the
    /// like: to be found in the line, not to be counted by.
    public void tell(Fact fact, Object... keysAndValues) {
        var now = clock.instant();
        var measurement = Measurement.of(fact, function);
        var line = line("INFO", measurement.message(), now, keysAndValues);
        measurement.into(line, now);
        print(line);
    }

    /// Somebody must act, and it is counted.
    public void error(String message, Fact fact, Throwable cause, Object... keysAndValues) {
        var now = clock.instant();
        var line = line("ERROR", message, now, keysAndValues).put("stack", Trace.of(cause));
        Measurement.of(fact, function).into(line, now);
        print(line);
    }

    /// Somebody must act.
    public void error(String message, Throwable cause, Object... keysAndValues) {
        print(line("ERROR", message, clock.instant(), keysAndValues).put("stack", Trace.of(cause)));
    }

    private ObjectNode line(String level, String message, Instant now, Object... keysAndValues) {
        var line = JSON.createObjectNode();
        line.put("at", now.toString())
                .put("level", level)
                .put("function", function)
                .put("message", message)
                .put("correlation_id", Correlation.current());
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            line.putPOJO(
                    keysAndValues[i].toString(),
                    keysAndValues[i + 1] instanceof Number number
                            ? number
                            : value(String.valueOf(keysAndValues[i + 1])));
        }
        return line;
    }

    private static String value(String text) {
        var clean = Redaction.value(text);
        return clean.length() > VALUE_CHARS_MAX ? clean.substring(0, VALUE_CHARS_MAX) : clean;
    }

    private void print(ObjectNode line) {
        try {
            lines.accept(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
