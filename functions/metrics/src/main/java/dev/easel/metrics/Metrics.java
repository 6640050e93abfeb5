package dev.easel.metrics;

import dev.easel.reliability.Digest;
import dev.easel.reliability.Digests;
import dev.easel.reliability.Health;
import dev.easel.reliability.History;
import dev.easel.reliability.Incidents;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Looks up how reliable providers are.
final class Metrics {

    private final Digests digests;
    private final Incidents incidents;
    private final List<String> providers;
    private final Clock clock;

    /// @param providers all that anything may have been observed of
    Metrics(History history, Incidents incidents, List<String> providers, Clock clock) {
        this.digests = new Digests(history);
        this.incidents = incidents;
        this.providers = List.copyOf(providers);
        this.clock = clock;
    }

    Report report(MetricsRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var from = request.window().from(now);
        var all = providers.stream().map(id -> new Series(id, request.source())).toList();
        var read = digests.read(request.window(), all, now);
        return new Report(
                request.window(),
                request.source(),
                from,
                now,
                all.stream()
                        .filter(series -> request.wants(series.subject()))
                        .map(series -> of(series, read, from))
                        .toList(),
                panel(request, now));
    }

    private Report.OfProvider of(Series series, Map<Series, Digest> read, Instant from) {
        var digest = Objects.requireNonNull(read.get(series));
        var seen = incidents.since(series, from);
        return new Report.OfProvider(
                series.subject(), Health.of(digest.tally(), seen), digest, seen);
    }

    /// Evaluations are of real generations, and of no provider.
    private @Nullable Digest panel(MetricsRequest request, Instant now) {
        return request.source() == Source.TRAFFIC && request.provider() == null
                ? digests.read(request.window(), Series.PANEL, now)
                : null;
    }
}
