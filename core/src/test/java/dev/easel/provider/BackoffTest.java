package dev.easel.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void waitsGrowAndStayUnderTheirLimit() {
        var waits =
                IntStream.range(0, 12).mapToObj(polls -> backoff.after(polls).toSeconds()).toList();

        assertThat(waits).startsWith(2L, 3L, 3L, 4L).isSorted().endsWith(10L);
    }

    @Test
    void manyPollsDoNotOverflow() {
        assertThat(backoff.after(100_000)).isEqualTo(Duration.ofSeconds(10));
    }
}
