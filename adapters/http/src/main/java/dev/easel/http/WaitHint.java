package dev.easel.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How long an answer asks us to wait: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or
/// the older `X-RateLimit-Reset` in seconds from now or since 1970.
///
/// Points in time are measured against the answer's own `Date`: their clock, not ours. What cannot be
/// read, and what has passed, is no hint.
final class WaitHint {

    /// Greater numbers are points in time: as a pause they would be 30 years.
    private static final long PAUSE_SECONDS_MAX = 1_000_000_000;

    private WaitHint() {}

    static Optional<Duration> read(HttpHeaders headers) {
        var at = headers.firstValue("date").flatMap(WaitHint::date);
        return read(headers.firstValue("retry-after"), at)
                .or(() -> read(headers.firstValue("x-ratelimit-reset"), at));
    }

    private static Optional<Duration> read(Optional<String> header, Optional<Instant> at) {
        return header.flatMap(hint -> read(hint.strip(), at)).filter(pause -> !pause.isNegative());
    }

    private static Optional<Duration> read(String hint, Optional<Instant> at) {
        if (hint.matches("\\d{1,12}")) {
            long seconds = Long.parseLong(hint);
            return seconds <= PAUSE_SECONDS_MAX
                    ? Optional.of(Duration.ofSeconds(seconds))
                    : at.map(now -> Duration.between(now, Instant.ofEpochSecond(seconds)));
        }
        return date(hint).flatMap(then -> at.map(now -> Duration.between(now, then)));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
