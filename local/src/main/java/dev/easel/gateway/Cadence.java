package dev.easel.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// When a schedule fires: `rate(…)` or `cron(…)` of EventBridge Scheduler. Rates in seconds are known
/// here only: who watches does not want to wait.
public sealed interface Cadence permits Cadence.Rate, Cron {

    /// The first time after `instant`.
    Instant next(Instant instant);

    static Cadence parse(String expression, ZoneId zone) {
        var rate = Rate.EXPRESSION.matcher(expression);
        if (rate.matches()) {
            return new Rate(
                    switch (rate.group(2)) {
                        case "second" -> Duration.ofSeconds(Long.parseLong(rate.group(1)));
                        case "minute" -> Duration.ofMinutes(Long.parseLong(rate.group(1)));
                        case "hour" -> Duration.ofHours(Long.parseLong(rate.group(1)));
                        default -> Duration.ofDays(Long.parseLong(rate.group(1)));
                    });
        }
        if (expression.startsWith("cron(") && expression.endsWith(")")) {
            return Cron.parse(
                    expression.substring("cron(".length(), expression.length() - 1), zone);
        }
        throw new IllegalArgumentException(expression + " is neither rate(…) nor cron(…).");
    }

    /// Every so often, aligned to the clock: Amazon counts from the creation of the schedule, which
    /// on a laptop would be another moment at each start.
    record Rate(Duration every) implements Cadence {
        private static final Pattern EXPRESSION =
                Pattern.compile("rate\\(([1-9]\\d*) (second|minute|hour|day)s?\\)");

        @Override
        public Instant next(Instant instant) {
            var seconds = every.toSeconds();
            return Instant.ofEpochSecond(
                    (Math.floorDiv(instant.getEpochSecond(), seconds) + 1) * seconds);
        }
    }
}
