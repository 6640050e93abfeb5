package dev.easel.reliability;

import static dev.easel.reliability.Trials.Found.percentile;

import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Life.Fault;
import dev.easel.reliability.Life.Nature;
import dev.easel.reliability.Life.Times;
import dev.easel.reliability.Trials.Accused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// The tables of `docs/degradation.md`.
final class DegradationTable {

    private static final double TAIL = 0.025;

    private DegradationTable() {}

    static String row(double failing, String times, Accused accused) {
        return row(percent(failing), times, accused);
    }

    static String row(String failing, String times, Accused accused) {
        double months = accused.months();
        long n = accused.all();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %.4f (%.4f to %.4f) |",
                failing,
                times.toLowerCase(Locale.ROOT).replace('_', ' '),
                accused.months(),
                accused.ofFailing(),
                accused.ofSlowness(),
                n / months,
                n == 0 ? 0 : solve(mean -> TAIL - (1 - upTo(n - 1, mean)), n) / months,
                solve(mean -> upTo(n, mean) - TAIL, n) / months);
    }

    /// Providers that are harder to tell from sick ones.
    static List<String> harder(Trials trials, int months) {
        var lines = new ArrayList<String>();
        lines.add(
                "| fails | takes | harder by | months | said to fail | said to be slow | a month,"
                        + " 95 % |");
        lines.add("|---|---|---|---|---|---|---|");
        for (double failing : new double[] {0.01, 0.03}) {
            var pairs = new Nature(failing, Times.NARROW, 0.08, 0.3);
            lines.add(
                    row(
                            percent(failing),
                            "narrow | three failures in ten bring another",
                            trials.healthy(pairs, months)));
        }
        for (var times : Times.values()) {
            for (double wander : new double[] {0.12, 0.16}) {
                var restless = new Nature(0.01, times, wander, 0);
                lines.add(
                        row(
                                percent(0.01),
                                times + " | hours differ by " + percent(wander),
                                trials.healthy(restless, months)));
            }
        }
        return lines;
    }

    static List<String> faults(Trials trials, int n) {
        var lines = new ArrayList<String>();
        lines.add(
                "| usually fails | takes | fault | noticed after P50 | P95 | not within a day |"
                        + " told more than once | its end told after P50 | P95 |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (double failing : new double[] {0.001, 0.01, 0.03}) {
            for (double share : new double[] {1, 0.5, 0.2, 0.1}) {
                var nature = Nature.of(failing, Times.NARROW);
                lines.add(fault(trials, nature, Fault.failing(share), n));
            }
        }
        for (var times : Times.values()) {
            for (double factor : new double[] {3, 2, 1.5}) {
                lines.add(fault(trials, Nature.of(0.01, times), Fault.slower(factor), n));
            }
        }
        lines.add(fault(trials, Nature.of(0.01, Times.TWO_HUMPS), Fault.queued(0.6), n));
        return lines;
    }

    private static String fault(Trials trials, Nature nature, Fault fault, int n) {
        var aspect = fault.failing() == null ? Aspect.LATENCY : Aspect.SUCCESS_RATE;
        var found = trials.faulty(nature, fault, aspect, n);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
                percent(nature.failing()),
                nature.times().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                name(fault),
                runs(found.noticed(), 0.5),
                runs(found.noticed(), 0.95),
                percent((double) found.missed() / n),
                percent((double) found.repeated() / n),
                runs(found.relieved(), 0.5),
                runs(found.relieved(), 0.95));
    }

    private static String name(Fault fault) {
        if (fault.failing() != null) {
            return percent(Objects.requireNonNull(fault.failing())) + " fail";
        }
        return fault.slower() > 1
                ? "takes " + fault.slower() + " times as long"
                : percent(fault.queued()) + " wait instead of 15 %";
    }

    private static String runs(List<Integer> sorted, double share) {
        return sorted.isEmpty() ? "" : String.valueOf(percentile(sorted, share));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%s %%", Math.round(1000 * share) / 10.0)
                .replace(".0 ", " ");
    }

    /// How likely at most `n` are where `mean` are expected: Poisson.
    private static double upTo(long n, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (long k = 1; k <= n; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    /// Where a falling function crosses zero; for counts of up to some hundreds.
    private static double solve(DoubleUnaryOperator falling, long n) {
        double low = 0;
        double high = 20 + 2.0 * n;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
