package dev.easel.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.id.Ids;
import dev.easel.routing.Try;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

class TrafficTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final Map<Series, Observation> told = new LinkedHashMap<>();
    private final Traffic traffic =
            new Traffic(
                    (series, _, observation) -> told.put(series, observation), Set.of("google"));

    @Test
    void aPictureThatIsOursIsASuccessOfTheTimeThatTheAttemptTook() {
        traffic.ended(
                with(fresh(Tier.ONE_K), "runflow", "google/nano-banana-2")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));

        assertThat(observed("runflow").at()).isEqualTo(after(8));
        assertThat(observed("runflow").fired()).isNull();
        assertThat(sample("runflow"))
                .isEqualTo(
                        new Sample(
                                new Result.Success(),
                                Duration.ofSeconds(8),
                                true,
                                Billed.YES,
                                80_000,
                                false));
    }

    @Test
    void eachAttemptCountsAtItsOwnProvider() {
        var refused =
                new ProviderFailure(FailureClass.OVERLOADED, Billed.NO, "503, and what they wrote");
        var first = fresh(Tier.ONE_K).with(attempt("runflow", "google/nano-banana-2"));
        var both = first.withAttempt(first.attempt().fail(refused, after(2)));
        traffic.ended(
                with(both, "google", "gemini-3.1-flash-image")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));

        assertThat(sample("runflow"))
                .isEqualTo(
                        new Sample(
                                new Result.Failed(FailureClass.OVERLOADED),
                                null,
                                false,
                                Billed.NO,
                                80_000,
                                false));
        assertThat(sample("google").result()).isEqualTo(new Result.Success());
        assertThat(sample("google").simulated()).isTrue();
        assertThat(told.toString()).doesNotContain("they wrote");
    }

    @Test
    void aPictureThatNeverBecameOursIsNoSuccessAndIsPaidForAllTheSame() {
        var broken = new ProviderFailure(FailureClass.BAD_OUTPUT, Billed.YES, "no picture");
        var storing =
                with(fresh(Tier.ONE_K), "runflow", "google/nano-banana-2")
                        .to(
                                new State.Storing(null, List.of(URI.create("https://x")), 0),
                                after(8),
                                after(8));

        traffic.ended(storing.failed(broken, null, after(30)));

        assertThat(observed("runflow").at()).isEqualTo(after(8));
        assertThat(sample("runflow").result())
                .isEqualTo(new Result.Failed(FailureClass.BAD_OUTPUT));
        assertThat(sample("runflow").billed()).isEqualTo(Billed.YES);
    }

    @Test
    void whatWasStoppedOnItsWayToUsCountsAgainstNobody() {
        var storing =
                with(fresh(Tier.ONE_K), "runflow", "google/nano-banana-2")
                        .to(new State.Storing(null, List.of(), 0), after(8), after(8));

        traffic.ended(storing.cancelled(Billed.YES, null, after(9)));

        assertThat(sample("runflow").result().blame()).isEqualTo(Result.Blame.OTHERS);
    }

    @Test
    void aPictureThatIsHeldStaysASuccessWhateverBecomesOfTheSecondTry() {
        var queued =
                with(fresh(Tier.ONE_K), "runflow", "google/nano-banana-2")
                        .to(new State.Queued(), after(20), after(20));
        var gone = new ProviderFailure(FailureClass.LOST, Billed.NO, "its route is gone");

        traffic.ended(queued.failed(gone, null, after(21)));

        assertThat(sample("runflow").result()).isEqualTo(new Result.Success());
    }

    @Test
    void aPriceThatNobodyWroteDownIsUnknownAndNotNothing() {
        traffic.ended(
                with(fresh(Tier.ONE_K), "runflow", "runflow/outpaint/aspect-ratio")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));
        traffic.ended(
                with(fresh(Tier.TWO_K), "together", "google/flash-image-3.1")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));

        assertThat(sample("runflow").microDollars()).isNull();
        assertThat(sample("together").microDollars()).isNull();
        var tally = Tally.of(List.of(sample("runflow")));
        assertThat(tally.unpriced()).isOne();
        assertThat(tally.costPerPicture()).isEmpty();
        assertThat(tally.costPerUsablePicture()).isEmpty();
    }

    @Test
    void aLargerPictureCostsWhatTheListSaysOfItsSize() {
        traffic.ended(
                with(fresh(Tier.FOUR_K), "google", "gemini-3.1-flash-image")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));

        assertThat(sample("google").microDollars()).isEqualTo(151_000);
    }

    @Test
    void canariesAreNoTraffic() {
        var order = fresh(Tier.ONE_K).order();
        var canary =
                Generation.canary(ids.generation(), order, "req-1", NOW, Duration.ofMinutes(15));

        traffic.ended(
                with(canary, "runflow", "google/nano-banana-2")
                        .to(new State.Succeeded(List.of()), after(9), after(9)));

        assertThat(told).isEmpty();
    }

    @Test
    void whatWasNeverSentTellsNothing() {
        traffic.ended(fresh(Tier.ONE_K).cancelled(Billed.NO, null, after(1)));

        assertThat(told).isEmpty();
    }

    private Observation observed(String provider) {
        return Objects.requireNonNull(told.get(new Series(provider, Source.TRAFFIC)));
    }

    private Sample sample(String provider) {
        return Objects.requireNonNull(observed(provider).sample());
    }

    private Generation fresh(Tier tier) {
        var order =
                new Order("create", tier, null, null, List.of(), "a boat", null, null, Map.of());
        return Generation.admit(ids.generation(), order, "req-1", NOW, Duration.ofMinutes(15));
    }

    /// With one more attempt, which succeeded.
    private Generation with(Generation generation, String provider, String model) {
        return generation.with(attempt(provider, model).succeed(after(8)));
    }

    private Attempt attempt(String provider, String model) {
        return Attempt.start(ids.attempt(), new Try(provider, model, "2026-10"), NOW);
    }

    private static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
