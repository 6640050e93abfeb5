package dev.easel.benchmark;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.event.Bus;
import dev.easel.reliability.Detector;
import dev.easel.reliability.History;
import dev.easel.reliability.Incidents;
import dev.easel.reliability.Notice;
import dev.easel.reliability.Past;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;
import dev.easel.reliability.Standing;
import dev.easel.reliability.Standings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks at what the benchmark saw of each provider since the last time, and tells when one got worse
/// than it used to be, and when it is as before again.
///
/// How a series stands is written by one conditional write before anything of it is told, and what was
/// told is struck off afterwards. Of many ticks at once one tells; what a crash kept from being told,
/// another tells when the lease has ended.
///
/// Traffic is not watched: what is asked for changes by the hour, and with it how long it takes and
/// how often it fails.
public final class ProviderWatch {

    /// How long telling may take before another does it: longer than the function may run.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int TRIES_MAX = 10;

    private final List<Series> all;
    private final History history;
    private final Standings standings;
    private final Incidents incidents;
    private final Bus bus;
    private final Clock clock;
    private final Log log;

    /// @param providers all that anything may have been observed of
    public ProviderWatch(
            List<String> providers,
            History history,
            Standings standings,
            Incidents incidents,
            Bus bus,
            Clock clock,
            Log log) {
        this.all = providers.stream().map(id -> new Series(id, Source.BENCHMARK)).toList();
        this.history = history;
        this.standings = standings;
        this.incidents = incidents;
        this.bus = bus;
        this.clock = clock;
        this.log = log;
    }

    /// What came of a look.
    ///
    /// @param degraded how many providers are worse than usual
    /// @param told how many events it told
    public record Watched(int degraded, int told) {}

    /// Looks at all of them. One that cannot be looked at keeps nobody from hearing of the others.
    public Watched watch() {
        int degraded = 0;
        int told = 0;
        var failures = new ArrayList<RuntimeException>();
        for (var series : all) {
            try {
                var watched = watch(series);
                degraded += watched.degraded;
                told += watched.told;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        log.tell(new Fact.Watch(degraded));
        throwAll(failures);
        return new Watched(degraded, told);
    }

    private static void throwAll(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            var first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private Watched watch(Series series) {
        var now = clock.instant();
        var before = standings.of(series).orElseGet(() -> Standing.begin(series, now));
        if (before.isBeingTold(now, LEASE)) {
            return watched(before, 0);
        }
        var after = look(before, now);
        boolean isNews = before.version() == 0 || !after.equals(before);
        if (!isNews && after.untold().isEmpty()) {
            return watched(after, 0);
        }
        var taken = after.take(before.version(), now);
        return watched(taken, standings.save(taken) ? tell(taken) : 0);
    }

    private static Watched watched(Standing standing, int told) {
        return new Watched(standing.isDegraded() ? 1 : 0, told);
    }

    private Standing look(Standing before, Instant now) {
        var series = before.series();
        return Detector.STANDARD.follow(
                before,
                history.observations(series, before.upTo().plusMillis(1), now, now),
                now,
                (from, to) -> history.rollups(series, from, to));
    }

    /// In the order in which it happened. An incident is written before it is told: whoever hears of it
    /// can read it.
    private int tell(Standing standing) {
        if (standing.untold().isEmpty()) {
            return 0;
        }
        standing.untold().forEach(this::tell);
        standings.save(standing.tell());
        return standing.untold().size();
    }

    private void tell(Notice notice) {
        incidents.keep(notice.incident());
        bus.publish(Telling.event(notice));
        log.info(
                "incident told",
                "provider",
                notice.incident().series().subject(),
                "aspect",
                notice.incident().aspect().wire(),
                "news",
                notice.news().wire());
    }

    /// Looks over a past in one go, as if it had looked every minute from `from` on. How providers
    /// stood before is forgotten, and the next look goes on from `to`.
    ///
    /// @return how many incidents began
    public long review(Instant from, Instant to) {
        long began = 0;
        for (var series : all) {
            var standing =
                    Detector.STANDARD.follow(
                            Standing.begin(series, from),
                            history.observations(series, from, to, to),
                            to,
                            Past.of(history.rollups(series, Detector.learnsFrom(from), to)));
            tell(replace(standing, to));
            began +=
                    standing.untold().stream()
                            .filter(notice -> notice.news() == Notice.News.DEGRADED)
                            .count();
        }
        return began;
    }

    private Standing replace(Standing standing, Instant now) {
        for (int i = 0; i < TRIES_MAX; i++) {
            long version = standings.of(standing.series()).map(Standing::version).orElse(0L);
            var taken = standing.take(version, now);
            if (standings.save(taken)) {
                return taken;
            }
        }
        throw new IllegalStateException("others keep writing how it stands: " + standing.series());
    }
}
