package dev.easel.benchmark;

import dev.easel.reliability.Coverage;
import dev.easel.reliability.History;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Counts up the hours that have ended since the last time, and those again in which something may
/// still have changed. It can run as often as it likes: an hour is made anew of its rows and written
/// over the one before.
public final class RollUp {

    /// What is missing after a long pause is made up for tick by tick.
    private static final int HOURS_MAX = 48;

    private final History history;
    private final List<String> providers;
    private final Clock clock;

    /// @param providers all that anything may have been observed of
    public RollUp(History history, List<String> providers, Clock clock) {
        this.history = history;
        this.providers = List.copyOf(providers);
        this.clock = clock;
    }

    /// How far it came.
    ///
    /// @param rollups how many were written
    public record Rolled(Instant upTo, int rollups) {}

    /// Rolls up what has ended.
    public Rolled roll() {
        var now = clock.instant();
        var progress = history.rolledUp(now);
        var from = progress.from(now);
        var to = progress.next(now, HOURS_MAX);
        int written = 0;
        for (var together : series()) {
            var observed = observed(together, from, to, now);
            for (var hour = from; hour.isBefore(to); hour = hour.plus(1, ChronoUnit.HOURS)) {
                written += keep(hour, observed);
            }
        }
        history.note(progress.after(to, now));
        return new Rolled(to, written);
    }

    /// All that there are; together those that share their windows.
    private List<List<Series>> series() {
        var all = new ArrayList<List<Series>>();
        for (var source : Source.OF_PROVIDERS) {
            all.add(providers.stream().map(provider -> new Series(provider, source)).toList());
        }
        all.add(List.of(Series.PANEL));
        return all;
    }

    private Map<Series, List<Observation>> observed(
            List<Series> together, Instant from, Instant to, Instant now) {
        var observed = new LinkedHashMap<Series, List<Observation>>();
        together.forEach(
                series -> observed.put(series, history.observations(series, from, to, now)));
        return observed;
    }

    private int keep(Instant hour, Map<Series, List<Observation>> observed) {
        var ofHour = new LinkedHashMap<Series, List<Observation>>();
        observed.forEach((series, observations) -> {
            var within =
                    observations.stream()
                            .filter(observation -> Rollup.hourOf(observation.at()).equals(hour))
                            .toList();
            if (!within.isEmpty()) {
                ofHour.put(series, within);
            }
        });
        var fired =
                ofHour.values().stream()
                        .flatMap(List::stream)
                        .map(Observation::fired)
                        .filter(Objects::nonNull)
                        .toList();
        ofHour.forEach((series, observations) ->
                history.keep(
                        Rollup.of(series, hour, observations, List.<Coverage.Fired>copyOf(fired))));
        return ofHour.size();
    }
}
