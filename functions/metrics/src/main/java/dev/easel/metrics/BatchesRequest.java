package dev.easel.metrics;

import dev.easel.reliability.CronWindow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which windows somebody wants to see.
///
/// @param before the windows before this one; absent for the newest
record BatchesRequest(int limit, @Nullable CronWindow before) {

    private static final int LIMIT = 12;
    private static final int LIMIT_MAX = 48;

    static BatchesRequest of(Map<String, List<String>> parameters) {
        var query = new Query(parameters);
        var request =
                new BatchesRequest(
                        query.maybe(
                                        "limit",
                                        BatchesRequest::limit,
                                        "a whole number from 1 to " + LIMIT_MAX)
                                .orElse(LIMIT),
                        query.maybe(
                                        "before",
                                        CronWindow::parse,
                                        "the start of a window, such as 2026-11-24T10:05:00Z")
                                .orElse(null));
        query.check();
        return request;
    }

    private static Optional<Integer> limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            return limit < 1 || limit > LIMIT_MAX ? Optional.empty() : Optional.of(limit);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
