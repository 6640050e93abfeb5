package dev.easel.metrics;

import dev.easel.failure.Billed;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What there is to say about runs, counted one by one, without anything that the product counts with.
///
/// @param runs of one provider
record Truth(List<Run> runs) {

    private static final Set<String> NO_CALL = Set.of("over_budget", "not_configured");
    private static final Set<String> NOT_THE_PROVIDERS =
            Set.of(
                    "rate_limited",
                    "quota",
                    "auth",
                    "invalid_request",
                    "content_policy",
                    "cancelled",
                    "lost");

    /// To more digits than any double has.
    private static final BigDecimal Z = new BigDecimal("1.959963984540054235524594430520551");

    Map<String, Long> results() {
        return runs.stream()
                .collect(Collectors.groupingBy(Truth::word, TreeMap::new, Collectors.counting()));
    }

    private static String word(Run run) {
        var ended = run.ended();
        return ended == null ? "lost" : ended.result().wire();
    }

    long calls() {
        return runs.stream().filter(run -> !NO_CALL.contains(word(run))).count();
    }

    long judged() {
        return runs.stream()
                .filter(run -> !NO_CALL.contains(word(run)))
                .filter(run -> !NOT_THE_PROVIDERS.contains(word(run)))
                .count();
    }

    long successes() {
        return runs.stream().filter(run -> word(run).equals("success")).count();
    }

    long skipped() {
        return runs.stream().mapToLong(Run::skipped).sum();
    }

    long microDollars() {
        return runs.stream()
                .map(Run::ended)
                .filter(Objects::nonNull)
                .filter(ended -> ended.billed() == Billed.YES)
                .mapToLong(Run.Ended::microDollars)
                .sum();
    }

    /// Windows between the first and `now` that are over, and in which nothing fired.
    long missed(Duration period, Instant now) {
        var fired = runs.stream().map(run -> run.window().start()).collect(Collectors.toSet());
        long missed = 0;
        var first = fired.stream().min(Instant::compareTo).orElseThrow();
        for (var at = first; at.plus(period).isBefore(now); at = at.plus(period)) {
            missed += fired.contains(at) ? 0 : 1;
        }
        return missed;
    }

    /// The smallest time that no fewer than this share of the successes took at most, to the millisecond.
    long percentile(double share) {
        var times =
                runs.stream()
                        .map(Run::ended)
                        .filter(Objects::nonNull)
                        .filter(ended -> ended.result() instanceof Result.Success)
                        .map(ended -> Objects.requireNonNull(ended.timing()).decoded())
                        .map(decoded -> Objects.requireNonNull(decoded).toMillis())
                        .sorted()
                        .toList();
        return times.get((int) Math.ceil(share * times.size()) - 1);
    }

    /// An end of Wilson's interval: where the distance to the observed share is z standard errors of what
    /// is supposed, which is a quadratic equation.
    static double wilson(long successes, long n, int sign) {
        var z2 = Z.pow(2);
        var all = BigDecimal.valueOf(n);
        var good = BigDecimal.valueOf(successes);
        var two = BigDecimal.valueOf(2);
        var a = all.add(z2);
        var b = two.multiply(good).add(z2);
        var c = good.pow(2).divide(all, MathContext.DECIMAL128);
        var root =
                b.pow(2)
                        .subtract(BigDecimal.valueOf(4).multiply(a).multiply(c))
                        .sqrt(MathContext.DECIMAL128);
        return b.add(root.multiply(BigDecimal.valueOf(sign)))
                .divide(two.multiply(a), MathContext.DECIMAL128)
                .doubleValue();
    }
}
