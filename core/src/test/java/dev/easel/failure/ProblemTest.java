package dev.easel.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

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
    void whatAProviderSaidIsCut() {
        var failure =
                new ProviderFailure(FailureClass.UPSTREAM_5XX, Billed.UNKNOWN, "x".repeat(5000));

        assertThat(failure.diagnostic()).hasSize(300);
    }
}
