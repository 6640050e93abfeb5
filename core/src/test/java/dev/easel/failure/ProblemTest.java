package dev.easel.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ProblemTest {

    @Test
    void everyWrongFieldIsNamed() {
        var violations =
                List.of(
                        new Violation("/prompt", "is required by create"),
                        new Violation("/tier", "must be 1K, 2K or 4K"));

        var problem = Problem.of(new Failure.InvalidRequest(violations));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("/problems/invalid-request");
        assertThat(problem.detail()).isEqualTo("/prompt is required by create, and 1 more.");
        assertThat(problem.violations()).isEqualTo(violations);
    }

    @Test
    void aMissingModelStandsInAMemberOfItsOwnAndNowhereElse() {
        var problem = Problem.of(new Failure.ModelNotAllowed("acme/paint-9"));

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.extensions()).containsEntry("model", "acme/paint-9");
        assertThat(problem.title() + problem.detail()).doesNotContain("acme", "paint-9");
    }

    @Test
    void whatRestsMayBeTriedAgainLater() {
        var problem = Problem.of(new Failure.Parked("It is tried again every few minutes."));

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.code()).isEqualTo("parked");
        assertThat(problem.detail()).isEqualTo("It is tried again every few minutes.");
        assertThat(problem.extensions()).containsEntry("retryable", true);
    }

    @Test
    void whoHadHisRunsIsToldWhenToComeBack() {
        var full = new Standing(Quota.runsPerAddress(20), 0, Duration.ofMillis(754_001));

        var problem = Problem.of(new Failure.RateLimited(full, List.of(full)));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.code()).isEqualTo("rate-limited");
        assertThat(problem.title()).isEqualTo("Too many runs from this address");
        assertThat(problem.detail())
                .isEqualTo(
                        "This address has had its 20 runs in 60 minutes. The next is possible in 13"
                                + " minutes.");
        assertThat(problem.extensions())
                .isEqualTo(
                        Map.of(
                                "limit",
                                "runs-per-address",
                                "retryable",
                                true,
                                "retry_after",
                                755L));
    }

    @Test
    void aFullDaySaysWhenTheNextBegins() {
        var full = new Standing(Quota.runsPerDay(500), 0, Duration.ofMinutes(301));

        var problem = Problem.of(new Failure.DayFull(full, List.of()));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.code()).isEqualTo("day-full");
        assertThat(problem.detail())
                .isEqualTo(
                        "All 500 runs of this day (UTC) are taken. The next day begins in 5 hours"
                                + " and 1 minute.");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 second",
        "PT0.001S, 1 second",
        "PT1M59S, 119 seconds",
        "PT1M59.5S, 2 minutes",
        "PT1H59M, 119 minutes",
        "PT2H, 2 hours",
        "PT23H59M30S, 24 hours",
        "PT3H1M, 3 hours and 1 minute"
    })
    void aWaitIsSaidInTheUnitThatOneWaitsBy(Duration time, String words) {
        assertThat(InWords.of(time)).isEqualTo(words);
    }

    @Test
    void whatAProviderSaidIsCut() {
        var failure =
                new ProviderFailure(FailureClass.UPSTREAM_5XX, Billed.UNKNOWN, "x".repeat(5000));

        assertThat(failure.diagnostic()).hasSize(300);
    }
}
