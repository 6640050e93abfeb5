package dev.easel.reliability;

import dev.easel.failure.Billed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Samples, counted up. Tallies merge: that of two hours is the sum of theirs, exactly.
///
/// @param results how many by [Result#wire()]; what never happened is not in it
/// @param latencies of those whose time says how long such a thing takes: [Result#timed()]
/// @param pictures how many pictures came, usable or not
/// @param billed how many calls were billed
/// @param unsettled of how many nobody knows whether they were
/// @param microDollars what the billed ones cost whose price is known
/// @param unpriced how many were billed at a price that nobody wrote down
/// @param simulated how many were made up, or answered by a simulator
public record Tally(
        Map<String, Long> results,
        Latencies latencies,
        long pictures,
        long billed,
        long unsettled,
        long microDollars,
        long unpriced,
        long simulated) {

    public Tally {
        results = Map.copyOf(results);
    }

    /// Of nothing.
    public static Tally empty() {
        return of(List.of());
    }

    public static Tally of(List<Sample> samples) {
        var results = new TreeMap<String, Long>();
        samples.forEach(sample -> results.merge(sample.result().wire(), 1L, Long::sum));
        return new Tally(
                results,
                Latencies.of(latencies(samples)),
                samples.stream().filter(Sample::picture).count(),
                samples.stream().filter(sample -> sample.billed() == Billed.YES).count(),
                samples.stream().filter(sample -> sample.billed() == Billed.UNKNOWN).count(),
                samples.stream().mapToLong(Sample::cost).sum(),
                samples.stream().filter(Sample::isUnpriced).count(),
                samples.stream().filter(Sample::simulated).count());
    }

    private static List<Duration> latencies(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.result().timed())
                .map(Sample::latency)
                .filter(Objects::nonNull)
                .toList();
    }

    public static Tally merge(List<Tally> parts) {
        var results = new TreeMap<String, Long>();
        parts.forEach(
                part -> part.results.forEach((result, n) -> results.merge(result, n, Long::sum)));
        return new Tally(
                results,
                Latencies.merge(parts.stream().map(Tally::latencies).toList()),
                parts.stream().mapToLong(Tally::pictures).sum(),
                parts.stream().mapToLong(Tally::billed).sum(),
                parts.stream().mapToLong(Tally::unsettled).sum(),
                parts.stream().mapToLong(Tally::microDollars).sum(),
                parts.stream().mapToLong(Tally::unpriced).sum(),
                parts.stream().mapToLong(Tally::simulated).sum());
    }

    public long successes() {
        return results.getOrDefault(new Result.Success().wire(), 0L);
    }

    /// How many calls were made.
    public long calls() {
        return sum(Result.Blame.NOBODY) + sum(Result.Blame.PROVIDER) + sum(Result.Blame.OTHERS);
    }

    /// How many of them say something about the provider.
    public long judged() {
        return sum(Result.Blame.NOBODY) + sum(Result.Blame.PROVIDER);
    }

    /// Successes among those that say something about the provider; empty where there are none.
    public Optional<Rate> successRate() {
        return Rate.of(successes(), judged());
    }

    /// Successes among all calls, whoever is to blame; empty where there are none.
    public Optional<Rate> strictSuccessRate() {
        return Rate.of(successes(), calls());
    }

    /// What one picture costs, in millionths of a dollar; empty where none came, or where the price of
    /// any call is not known: it would look cheaper than it was.
    public Optional<Long> costPerPicture() {
        return per(pictures);
    }

    /// What one usable picture costs, the useless ones and what failed and was billed included; empty
    /// in the same cases.
    public Optional<Long> costPerUsablePicture() {
        return per(successes());
    }

    private Optional<Long> per(long number) {
        return number == 0 || unpriced > 0
                ? Optional.empty()
                : Optional.of(Math.round((double) microDollars / number));
    }

    /// A result of a kind that this version does not know says nothing about anybody.
    private long sum(Result.Blame blame) {
        return results.entrySet().stream()
                .filter(entry ->
                        Result.of(entry.getKey())
                                        .map(Result::blame)
                                        .orElse(Result.Blame.NOT_COUNTED)
                                == blame)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
