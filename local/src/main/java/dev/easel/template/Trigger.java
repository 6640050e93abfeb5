package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What calls a function.
public sealed interface Trigger {

    /// A route of the HTTP API. `method` may be `ANY`; `path` may be `$default` or end in
    /// `{name+}`.
    record Route(String method, String path) implements Trigger {
        /// The way payload format 2.0 writes it.
        public String key() {
            return path.equals("$default") ? path : method + " " + path;
        }
    }

    /// Batches of messages of one queue.
    record Messages(String queueArn, int batchSize, boolean partialFailures, int maximumConcurrency)
            implements Trigger {}

    /// A schedule of EventBridge Scheduler: `rate(…)` or `cron(…)`, and the event it sends (null:
    /// Amazon's own).
    record Timetable(String id, String expression, String zone, @Nullable String input)
            implements Trigger {}

    /// Events of a bus (`default` for Amazon's own) that match a pattern.
    record Rule(String bus, Map<String, Object> pattern) implements Trigger {}
}
