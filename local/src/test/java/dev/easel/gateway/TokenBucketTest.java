package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.template.Throttle;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class TokenBucketTest {

    private final Hand hand = new Hand();
    private final TokenBucket bucket = new TokenBucket(new Throttle(2, 3), hand);

    @Test
    void aBurstIsLetThroughAndThenOneForEachPartOfASecond() {
        assertThat(taken(10)).isEqualTo(3);
        hand.now = hand.now.plus(Duration.ofMillis(499));
        assertThat(taken(10)).isZero();
        hand.now = hand.now.plus(Duration.ofMillis(1));
        assertThat(taken(10)).isEqualTo(1);
    }

    @Test
    void itNeverHoldsMoreThanItsBurst() {
        hand.now = hand.now.plus(Duration.ofDays(1));

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void aClockThatIsSetBackTakesNothingAway() {
        assertThat(bucket.take()).isTrue();
        hand.now = hand.now.minusSeconds(60);

        assertThat(taken(10)).isEqualTo(2);
    }

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }

    /// A clock that is moved by hand.
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
