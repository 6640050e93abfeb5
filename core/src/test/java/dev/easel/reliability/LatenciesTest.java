package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

class LatenciesTest {

    private static final long SEED = 20261124;

    @Test
    void tellEveryValueFrom1MsTo5MinWithin1Percent() {
        for (long millis = 1; millis <= 300_000; millis += 1 + millis / 200) {
            var told = Latencies.of(sixOf(millis)).estimate(Percentile.P50).orElseThrow().value();

            assertThat((double) told.toMillis())
                    .isCloseTo((double) millis, within(0.01 * millis + 0.5));
        }
    }

    private static List<Duration> sixOf(long millis) {
        return LongStream.range(0, 6).mapToObj(_ -> Duration.ofMillis(millis)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void tellPercentilesWithin2PercentOfTheSortedSamples(Percentile percentile) {
        var samples = samples(8640);
        var sorted = samples.stream().sorted().toList();
        var exact = sorted.get((int) Math.ceil(percentile.share() * sorted.size()) - 1).toMillis();

        var estimate = Latencies.of(samples).estimate(percentile).orElseThrow();

        assertThat((double) estimate.value().toMillis())
                .isCloseTo((double) exact, within(0.02 * exact));
        assertThat(estimate.low()).isLessThanOrEqualTo(estimate.value());
        assertThat(estimate.high()).isGreaterThanOrEqualTo(estimate.value());
    }

    @Test
    void mergeToWhatAllOfThemWouldHaveMade() {
        var samples = samples(2000);
        var hours = new ArrayList<Latencies>();
        for (int from = 0; from < samples.size(); from += 12) {
            hours.add(Latencies.of(samples.subList(from, Math.min(from + 12, samples.size()))));
        }

        assertThat(Latencies.merge(hours)).isEqualTo(Latencies.of(samples));
        assertThat(Latencies.merge(List.of())).isEqualTo(Latencies.of(List.of()));
    }

    @Test
    void areTheSameAfterTheyWereKept() {
        var latencies = Latencies.of(samples(500));

        assertThat(Latencies.of(latencies.bytes())).isEqualTo(latencies);
        assertThat(Latencies.of(Latencies.of(List.of()).bytes()).count()).isZero();
    }

    @Test
    void ofAnHourOfRunsTakeLittleRoom() {
        assertThat(Latencies.of(samples(12)).bytes()).hasSizeLessThan(200);
    }

    @Test
    void refuseBytesThatAreNoHistogram() {
        assertThatThrownBy(() -> Latencies.of(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showNoPercentileOfTooFew() {
        assertThat(Latencies.of(samples(5)).estimate(Percentile.P50)).isEmpty();
        assertThat(Latencies.of(samples(6)).estimate(Percentile.P50)).isPresent();
        assertThat(Latencies.of(samples(19)).estimate(Percentile.P95)).isEmpty();
        assertThat(Latencies.of(samples(20)).estimate(Percentile.P95)).isPresent();
        assertThat(Latencies.of(samples(99)).estimate(Percentile.P99)).isEmpty();
        assertThat(Latencies.of(samples(100)).estimate(Percentile.P99)).isPresent();
    }

    @Test
    void giveAnOpenEndWhereTheSamplesAreTooFewForOne() {
        var p99 = Latencies.of(samples(288)).estimate(Percentile.P99).orElseThrow();

        assertThat(p99.low()).isNotNull();
        assertThat(p99.high()).isNull();
    }

    @Test
    void loseNothingThatIsOutsideOfTheirRange() {
        var odd = List.of(Duration.ZERO, Duration.ofHours(3));

        assertThat(Latencies.of(odd).count()).isEqualTo(2);
        assertThat(Bucket.of(Latencies.of(odd)).stream().mapToLong(Bucket::count).sum())
                .isEqualTo(2);
    }

    @Test
    void fallIntoBucketsThatGrowByRootTwoFromAQuarterOfASecondToSixMinutes() {
        var samples = samples(3000);
        var buckets = Bucket.of(Latencies.of(samples));

        assertThat(buckets.getFirst().to()).isEqualTo(Duration.ofMillis(250));
        assertThat(buckets.getLast().from()).isEqualTo(Duration.ofMillis(362_039));
        for (int i = 2; i < buckets.size() - 1; i++) {
            var bucket = buckets.get(i);
            assertThat((double) bucket.to().toMillis() / bucket.from().toMillis())
                    .isCloseTo(Math.sqrt(2), within(0.003));
            assertThat(bucket.from()).isEqualTo(buckets.get(i - 1).to());
        }
        assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isEqualTo(3000);
    }

    /// Log-normal around eight seconds, as pictures are.
    private static List<Duration> samples(int n) {
        var random = new Random(SEED);
        return LongStream.range(0, n)
                .mapToObj(_ ->
                        Duration.ofMillis(Math.round(8000 * Math.exp(0.5 * random.nextGaussian()))))
                .toList();
    }
}
