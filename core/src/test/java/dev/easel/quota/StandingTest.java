package dev.easel.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class StandingTest {

    private static final Quota RUNS = Quota.runsPerAddress(20);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "59999, 60", "60000, 60"})
    void nobodyIsSentBackTooEarly(long millis, long seconds) {
        assertThat(new Standing(RUNS, 0, Duration.ofMillis(millis)).nextInSeconds())
                .isEqualTo(seconds);
    }

    @Test
    void theFirstPlaceTakenComesBackAfterTheWholeWindow() {
        assertThat(new Standing(RUNS, 20, Duration.ZERO).less())
                .isEqualTo(new Standing(RUNS, 19, Duration.ofHours(1)));
        assertThat(new Standing(RUNS, 19, Duration.ofMinutes(50)).less())
                .isEqualTo(new Standing(RUNS, 18, Duration.ofMinutes(50)));
        assertThat(new Standing(RUNS, 0, Duration.ofMinutes(1)).less().remaining()).isZero();
    }

    @Test
    void aQuotaIsSaidAsAPersonSaysIt() {
        assertThat(RUNS.inWords()).isEqualTo("20 runs");
        assertThat(Quota.uploadsPerAddress(1).inWords()).isEqualTo("1 upload request");
    }

    @Test
    void aQuotaOfNothingIsNone() {
        assertThatThrownBy(() -> Quota.runsPerDay(0))
                .hasMessage("runs-per-day must be at least 1, not 0");
    }
}
