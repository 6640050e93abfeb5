package dev.easel.reliability;

import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Life.Fault;
import dev.easel.reliability.Life.Heard;
import dev.easel.reliability.Life.Nature;
import dev.easel.reliability.Notice.News;

import java.util.List;
import java.util.stream.IntStream;

/// What a detector makes of many simulated lives.
record Trials(Detector detector) {

    private static final int MONTH = 30 * Life.RUNS_OF_DAY;
    private static final int BEFORE = 8 * Life.RUNS_OF_DAY;
    private static final int LASTS = Life.RUNS_OF_DAY;
    private static final int AFTER = Life.RUNS_OF_DAY;

    /// How often healthy providers were accused.
    record Accused(int months, long ofFailing, long ofSlowness) {
        long all() {
            return ofFailing + ofSlowness;
        }

        Accused plus(Accused other) {
            return new Accused(
                    months + other.months,
                    ofFailing + other.ofFailing,
                    ofSlowness + other.ofSlowness);
        }
    }

    /// Months of providers that are healthy all the time, each from its very first run on.
    Accused healthy(Nature nature, int months) {
        return IntStream.range(0, months)
                .parallel()
                .mapToObj(month -> Life.live(nature, Fault.NONE, MONTH, month))
                .map(seen -> Life.watch(detector, seen).untold())
                .map(untold ->
                        new Accused(
                                1,
                                begun(untold, Aspect.SUCCESS_RATE),
                                begun(untold, Aspect.LATENCY)))
                .reduce(new Accused(0, 0, 0), Accused::plus);
    }

    private static long begun(List<Notice> notices, Aspect aspect) {
        return notices.stream()
                .filter(notice -> notice.news() == News.DEGRADED)
                .filter(notice -> notice.incident().aspect() == aspect)
                .count();
    }

    /// How it went with one fault many times over. All lists are sorted.
    ///
    /// @param noticed after how many runs
    /// @param missed how often it was not noticed as long as it lasted
    /// @param repeated how often it was told of more than once
    /// @param relieved how many runs after its end that was told
    record Found(List<Integer> noticed, int missed, int repeated, List<Integer> relieved) {
        /// Of those that were noticed, in runs.
        static int percentile(List<Integer> sorted, double share) {
            return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
        }
    }

    private record Trial(int noticed, int times, int relieved) {}

    /// A week of health, a day of the fault, and a day of health.
    Found faulty(Nature nature, Fault fault, Aspect aspect, int trials) {
        var on = fault.during(BEFORE, BEFORE + LASTS);
        var all =
                IntStream.range(0, trials)
                        .parallel()
                        .mapToObj(life -> Life.live(nature, on, BEFORE + LASTS + AFTER, life))
                        .map(seen -> trial(Life.listen(detector, seen), aspect))
                        .toList();
        return new Found(
                all.stream().map(Trial::noticed).filter(runs -> runs > 0).sorted().toList(),
                (int) all.stream().filter(trial -> trial.times == 0).count(),
                (int) all.stream().filter(trial -> trial.times > 1).count(),
                all.stream().map(Trial::relieved).filter(runs -> runs > 0).sorted().toList());
    }

    private static Trial trial(List<Heard> heard, Aspect aspect) {
        var during =
                heard.stream()
                        .filter(one -> one.notice().incident().aspect() == aspect)
                        .filter(one -> one.run() >= BEFORE)
                        .toList();
        var begun =
                during.stream()
                        .filter(one -> one.notice().news() == News.DEGRADED)
                        .map(Heard::run)
                        .filter(run -> run < BEFORE + LASTS)
                        .toList();
        var relieved =
                during.stream()
                        .filter(one -> one.notice().news() == News.RECOVERED)
                        .map(Heard::run)
                        .filter(run -> run >= BEFORE + LASTS)
                        .findFirst();
        return new Trial(
                begun.isEmpty() ? 0 : begun.getFirst() - BEFORE + 1,
                begun.size(),
                relieved.map(run -> run - BEFORE - LASTS + 1).orElse(0));
    }
}
