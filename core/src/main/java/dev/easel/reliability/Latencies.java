package dev.easel.reliability;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How long things took: a histogram from 1 ms to half an hour in which every value is told within
/// 1 %. Two of them merge to the very one that all their values would have made, which no percentile
/// of percentiles can do.
public final class Latencies {

    private static final long LEAST = 1;
    private static final long MOST = Duration.ofMinutes(30).toMillis();

    /// Two digits: what counts as one value is at most 1/128 wide.
    private static final int DIGITS = 2;

    private final Histogram histogram;

    private Latencies(Histogram histogram) {
        this.histogram = histogram;
    }

    /// Of these. What is shorter or longer than the histogram reaches counts as its end.
    public static Latencies of(List<Duration> durations) {
        var histogram = new Histogram(LEAST, MOST, DIGITS);
        durations.forEach(
                duration -> histogram.recordValue(Math.clamp(duration.toMillis(), LEAST, MOST)));
        return new Latencies(histogram);
    }

    public static Latencies merge(List<Latencies> parts) {
        var histogram = new Histogram(LEAST, MOST, DIGITS);
        parts.forEach(part -> histogram.add(part.histogram));
        return new Latencies(histogram);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /// The percentile and where the true one lies; empty below the count that it is shown from.
    public Optional<Estimate> estimate(Percentile percentile) {
        long n = count();
        if (n < percentile.least()) {
            return Optional.empty();
        }
        var ranks = Ranks.of(percentile.share(), n);
        return Optional.of(
                new Estimate(
                        at((long) Math.ceil(percentile.share() * n)),
                        at(ranks.low()),
                        at(ranks.high())));
    }

    /// As long as this share of them took at most; of none there is none.
    public Duration within(double share) {
        return at(Math.max(1, (long) Math.ceil(share * count())));
    }

    /// Milliseconds; 0 of none.
    public double mean() {
        return histogram.getMean();
    }

    /// How many took so long, or longer.
    public long from(Duration bound) {
        return between(bound, Duration.ofMillis(MOST + 1));
    }

    /// How many lie from this bound on, up to the next one. What lies on the edge may be counted on
    /// either side of it, by 1 %.
    public long between(Duration from, Duration to) {
        long low = from.toMillis();
        long high = Math.min(to.toMillis(), MOST + 1);
        long found = 0;
        for (var value : histogram.recordedValues()) {
            long middle = histogram.medianEquivalentValue(value.getValueIteratedTo());
            if (middle >= low && middle < high) {
                found += value.getCountAtValueIteratedTo();
            }
        }
        return found;
    }

    private @Nullable Duration at(OptionalLong rank) {
        return rank.isPresent() ? at(rank.getAsLong()) : null;
    }

    /// The value of this rank, counted from 1.
    private Duration at(long rank) {
        long passed = 0;
        for (var value : histogram.recordedValues()) {
            passed += value.getCountAtValueIteratedTo();
            if (passed >= rank) {
                return Duration.ofMillis(
                        histogram.medianEquivalentValue(value.getValueIteratedTo()));
            }
        }
        throw new IllegalArgumentException("no rank " + rank + " of " + count());
    }

    /// As it is kept: HdrHistogram's own format, in which what is empty takes next to no room.
    public byte[] bytes() {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }

    /// What [#bytes()] wrote.
    public static Latencies of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return new Latencies(Histogram.decodeFromByteBuffer(buffer, MOST));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a histogram that we wrote", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies && histogram.equals(latencies.histogram);
    }

    @Override
    public int hashCode() {
        return histogram.hashCode();
    }

    @Override
    public String toString() {
        return "Latencies[" + count() + "]";
    }
}
