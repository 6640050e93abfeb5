package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

class RetriesTest {

    private final Retries retries = new Retries(Duration.ofSeconds(4), Duration.ofSeconds(60), 3);
    private final Random random = new Random(1);

    @Test
    void pausesDoubleAndAreSpreadOverTheirUpperHalf() {
        for (int retry = 0; retry < 3; retry++) {
            long longest = 4L << retry;
            for (int i = 0; i < 200; i++) {
                assertThat(retries.pause(retry, null, random).orElseThrow())
                        .isBetween(Duration.ofSeconds(longest / 2), Duration.ofSeconds(longest));
            }
        }
        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(_ -> retries.pause(2, null, random).orElseThrow())
                                .distinct())
                .hasSizeGreaterThan(3);
    }

    @Test
    void afterTheLastThereIsNone() {
        assertThat(retries.pause(3, null, random)).isEmpty();
    }

    @Test
    void whatTheProviderAsksForIsTheLeast() {
        for (int i = 0; i < 200; i++) {
            assertThat(retries.pause(0, Duration.ofSeconds(20), random).orElseThrow())
                    .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
        }
    }

    @Test
    void whoAsksForMoreThanWeWaitIsNotAskedAgain() {
        assertThat(retries.pause(0, Duration.ofSeconds(61), random)).isEmpty();
        assertThat(retries.pause(0, Duration.ofSeconds(60), random)).isPresent();
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        var many = new Retries(Duration.ofSeconds(4), Duration.ofSeconds(60), 100);

        assertThat(many.pause(99, null, random).orElseThrow())
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
