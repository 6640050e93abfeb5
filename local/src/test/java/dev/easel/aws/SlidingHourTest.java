package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.LIMITS;
import static dev.easel.aws.AdmissionScene.MANY;
import static dev.easel.aws.AdmissionScene.TWENTY;
import static dev.easel.aws.AdmissionScene.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.guard.Admission;
import dev.easel.guard.RunLimits;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Never 21 in any 60 minutes, at whatever times an address asks.
class SlidingHourTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int STEPS = 400;
    private static final long SKEW_MILLIS = 2000;

    private final AdmissionScene scene = new AdmissionScene();
    private final List<Instant> admitted = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noHourHoldsTwentyOneAndWhoComesBackWhenToldIsIn(long seed) {
        var random = new SplittableRandom(seed);
        var admissions = scene.admissions(LIMITS);
        var caller = caller();

        for (int i = 0; i < STEPS; i++) {
            scene.clock.advance(Duration.ofMillis(gap(random)));
            var answer = admissions.admit(scene.generation(), caller, null);
            if (answer instanceof Admission.AddressLimited(var full) && random.nextInt(3) == 0) {
                assertThat(full.nextIn()).isPositive();
                scene.clock.advance(full.nextIn().minusMillis(1));
                assertThat(admissions.admit(scene.generation(), caller, null))
                        .as("a millisecond early")
                        .isInstanceOf(Admission.AddressLimited.class);
                scene.clock.advance(Duration.ofMillis(1));
                answer = admissions.admit(scene.generation(), caller, null);
                assertThat(answer).as("as told").isEqualTo(new Admission.Admitted());
            }
            note(answer, scene.clock.instant());
        }

        assertThat(admitted).hasSizeGreaterThan(100);
    }

    /// Every request is taken by a function whose clock is off by up to two seconds, one way or the
    /// other; the hours are true ones.
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void noTrueHourHoldsTwentyOneThoughClocksDiffer(long seed) {
        var random = new SplittableRandom(seed);
        var guarded = new RunLimits(TWENTY, MANY, Duration.ofMillis(2 * SKEW_MILLIS));
        var admissions =
                scene.admissions(
                        scene.dynamo,
                        guarded,
                        () ->
                                scene.clock
                                        .instant()
                                        .plusMillis(random.nextLong(-SKEW_MILLIS, SKEW_MILLIS + 1)),
                        scene.clock::advance);
        var caller = caller();

        for (int i = 0; i < STEPS; i++) {
            var answer = admissions.admit(scene.generation(), caller, null);
            note(answer, scene.clock.instant());
            // Close behind the moment at which a place comes free: there skew tells.
            scene.clock.advance(
                    answer instanceof Admission.AddressLimited(var full)
                            ? full.nextIn().dividedBy(2).plusMillis(random.nextLong(500))
                            : Duration.ofMillis(random.nextLong(1500)));
        }

        assertThat(admitted).hasSizeGreaterThan(60);
    }

    private void note(Admission answer, Instant at) {
        if (answer instanceof Admission.Admitted) {
            admitted.add(at);
            int twentyBefore = admitted.size() - 1 - 20;
            if (twentyBefore >= 0) {
                assertThat(Duration.between(admitted.get(twentyBefore), at))
                        .as("the time in which 21 came in")
                        .isGreaterThanOrEqualTo(HOUR);
            }
        }
    }

    /// A burst, a pause, or long enough for everything to be over.
    private static long gap(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> random.nextLong(50);
            case 4, 5, 6, 7 -> random.nextLong(300_000);
            case 8 -> random.nextLong(1_800_000);
            default -> random.nextLong(3_700_000);
        };
    }
}
