package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.LIMITS;
import static dev.easel.aws.AdmissionScene.MANY;
import static dev.easel.aws.AdmissionScene.TWENTY;
import static dev.easel.aws.AdmissionScene.ask;
import static dev.easel.aws.AdmissionScene.caller;
import static dev.easel.aws.AdmissionScene.claim;
import static dev.easel.aws.AdmissionScene.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.generation.Generation;
import dev.easel.guard.Admission;
import dev.easel.guard.Admission.AddressLimited;
import dev.easel.guard.Admission.Admitted;
import dev.easel.guard.Admission.DayFull;
import dev.easel.guard.Claim;
import dev.easel.guard.RunLimits;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;

/// Who is let in, and what is counted, against DynamoDB Local with the table of the template.
class AdmissionsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final AdmissionScene scene = new AdmissionScene();
    private final DynamoAdmissions admissions = scene.admissions();

    @Test
    void oneClaimAdmitsOneGeneration() {
        var caller = caller();
        var claim = claim();
        var first = scene.generation();

        assertThat(admissions.admit(first, caller, claim)).isEqualTo(new Admitted());
        assertThat(admissions.admit(first, caller, claim))
                .as("our own write, repeated")
                .isEqualTo(new Admitted());
        assertThat(admissions.admit(scene.generation(), caller, claim))
                .isEqualTo(new Admission.Replayed(first));
        assertThat(admissions.look(caller, claim).admission())
                .isEqualTo(new Admission.Replayed(first));
        assertThat(admissions.admit(scene.generation(), caller, new Claim(claim.key(), "another")))
                .isEqualTo(new Admission.KeyReused());
        assertThat(admissions.look(caller, new Claim(claim.key(), "another")).admission())
                .isEqualTo(new Admission.KeyReused());
        assertThat(scene.today()).isEqualTo(1);
    }

    @Test
    void aClaimIsFreeAgainAfterADayWhetherOrNotItWasSwept() {
        var caller = caller();
        var claim = claim();
        admissions.admit(scene.generation(), caller, claim);
        var other = new Claim(claim.key(), "another");

        scene.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(admissions.admit(scene.generation(), caller, other))
                .isEqualTo(new Admission.KeyReused());
        scene.clock.advance(Duration.ofSeconds(1));
        assertThat(admissions.look(caller, other).admission()).isNull();
        assertThat(admissions.admit(scene.generation(), caller, other)).isEqualTo(new Admitted());
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        var caller = caller();
        scene.fill(admissions, caller, 20);
        var before = scene.guard(AddressRegister.ofRuns(TWENTY, Duration.ZERO).key(caller));
        var refused = scene.generation();
        var claim = claim();

        assertThat(admissions.admit(refused, caller, claim)).isInstanceOf(AddressLimited.class);

        assertThat(scene.generations.find(refused.id())).isEmpty();
        assertThat(scene.guard(ClaimRow.key(claim))).isEmpty();
        assertThat(scene.guard(AddressRegister.ofRuns(TWENTY, Duration.ZERO).key(caller)))
                .isEqualTo(before);
        assertThat(scene.today()).isEqualTo(20);
    }

    @Test
    void anHourIsHalfOpen() {
        var caller = caller();
        admissions.admit(scene.generation(), caller, null);
        scene.clock.advance(Duration.ofMinutes(10));
        scene.fill(admissions, caller, 19);

        scene.clock.advance(Duration.ofMinutes(50).minus(MILLI));
        var full = new Standing(TWENTY, 0, MILLI);
        assertThat(admissions.admit(scene.generation(), caller, null))
                .isEqualTo(new AddressLimited(full));
        assertThat(admissions.look(caller, null).admission()).isEqualTo(new AddressLimited(full));

        scene.clock.advance(MILLI);
        assertThat(admissions.look(caller, null).standings().getFirst())
                .isEqualTo(new Standing(TWENTY, 1, Duration.ofMinutes(10)));
        assertThat(admissions.admit(scene.generation(), caller, null)).isEqualTo(new Admitted());
        assertThat(admissions.admit(scene.generation(), caller, null))
                .isEqualTo(new AddressLimited(new Standing(TWENTY, 0, Duration.ofMinutes(10))));
    }

    @Test
    void aRunCountsAsMuchLongerAsClocksMayBeApart() {
        var guarded = scene.admissions(new RunLimits(TWENTY, MANY, Duration.ofSeconds(4)));
        var caller = caller();
        scene.fill(guarded, caller, 20);

        scene.clock.advance(HOUR);
        assertThat(guarded.admit(scene.generation(), caller, null))
                .isEqualTo(new AddressLimited(new Standing(TWENTY, 0, Duration.ofSeconds(4))));
        scene.clock.advance(Duration.ofSeconds(4));
        assertThat(guarded.admit(scene.generation(), caller, null)).isEqualTo(new Admitted());
    }

    @Test
    void aReplayIsAnsweredWhileAddressAndDayAreFull() {
        var caller = caller();
        var claim = claim();
        var first = scene.generation();
        admissions.admit(first, caller, claim);
        scene.fill(admissions, caller, 19);
        var full = scene.admissions(new RunLimits(TWENTY, Quota.runsPerDay(20), Duration.ZERO));
        assertThat(full.look(caller, null).standings())
                .extracting(Standing::remaining)
                .containsExactly(0, 0);

        assertThat(full.look(caller, claim).admission()).isEqualTo(new Admission.Replayed(first));
        assertThat(full.admit(scene.generation(), caller, claim))
                .isEqualTo(new Admission.Replayed(first));
    }

    @Test
    void ofTwoFullLimitsTheLongerWaitIsTold() {
        var caller = caller();
        var both = scene.admissions(new RunLimits(TWENTY, Quota.runsPerDay(20), Duration.ZERO));
        scene.fill(both, caller, 20);

        var untilMidnight = Duration.ofHours(12);
        var dayFull = new DayFull(new Standing(Quota.runsPerDay(20), 0, untilMidnight));
        assertThat(both.admit(scene.generation(), caller, null)).isEqualTo(dayFull);
        assertThat(both.look(caller, null).admission()).isEqualTo(dayFull);

        scene.clock.advance(untilMidnight.minus(Duration.ofMinutes(90)));
        scene.today(0);
        scene.fill(both, caller, 20);
        scene.clock.advance(Duration.ofMinutes(45));
        scene.today(0);
        assertThat(both.admit(scene.generation(), caller, null))
                .isEqualTo(new AddressLimited(new Standing(TWENTY, 0, Duration.ofMinutes(15))));
        scene.today(20);
        scene.clock.advance(Duration.ofMinutes(10));
        assertThat(both.admit(scene.generation(), caller, null))
                .as("5 minutes for the address, 35 for the day")
                .isInstanceOf(DayFull.class);
        assertThat(both.admit(scene.generation(), caller(), null)).isInstanceOf(DayFull.class);
    }

    @Test
    void aDayIsOneOfUtcAndBeginsAnew() {
        var one = scene.admissions(new RunLimits(TWENTY, Quota.runsPerDay(1), Duration.ZERO));
        scene.fill(one, caller(), 1);

        scene.clock.advance(Duration.ofHours(12).minus(MILLI));
        assertThat(one.admit(scene.generation(), caller(), null))
                .isEqualTo(new DayFull(new Standing(Quota.runsPerDay(1), 0, MILLI)));
        scene.clock.advance(MILLI);
        assertThat(one.admit(scene.generation(), caller(), null)).isEqualTo(new Admitted());
    }

    /// The places of a register are named by age, so no limit needs another item than the last.
    @Test
    void anotherLimitReadsTheSameRegister() {
        var caller = caller();
        var five = scene.admissions(new RunLimits(Quota.runsPerAddress(5), MANY, Duration.ZERO));
        var hundred =
                scene.admissions(new RunLimits(Quota.runsPerAddress(100), MANY, Duration.ZERO));
        scene.fill(admissions, caller, 12);

        assertThat(five.admit(scene.generation(), caller, null))
                .as("lowered")
                .isEqualTo(new AddressLimited(new Standing(Quota.runsPerAddress(5), 0, HOUR)));
        scene.fill(hundred, caller, 88);
        assertThat(hundred.look(caller, null).admission())
                .as("raised")
                .isInstanceOf(AddressLimited.class);
        assertThat(admissions.look(caller, null).admission()).isInstanceOf(AddressLimited.class);
        scene.clock.advance(HOUR);
        scene.fill(five, caller, 5);
        assertThat(five.look(caller, null).admission()).isInstanceOf(AddressLimited.class);
        scene.fill(admissions, caller, 15);
        assertThat(admissions.look(caller, null).admission())
                .as("raised again, the five still count")
                .isInstanceOf(AddressLimited.class);
    }

    @Test
    void anAddressMayBeGivenOneRunAndNoMoreThanAHundred() {
        var caller = caller();
        var one = scene.admissions(new RunLimits(Quota.runsPerAddress(1), MANY, Duration.ZERO));

        assertThat(one.admit(scene.generation(), caller, null)).isEqualTo(new Admitted());
        assertThat(one.admit(scene.generation(), caller, null)).isInstanceOf(AddressLimited.class);
        var tooMany = new RunLimits(Quota.runsPerAddress(101), MANY, Duration.ZERO);
        assertThatThrownBy(() -> scene.admissions(tooMany))
                .hasMessage("runs-per-address must be at most 100, not 101");
    }

    @RepeatedTest(20)
    void ofThirtyAtOnceExactlyTwentyAreIn() throws Exception {
        var caller = caller();

        var answers =
                together(
                        30,
                        _ -> {
                            var generation = scene.generation();
                            return () -> ask(admissions, generation, caller, null);
                        });

        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(20);
        assertThat(answers)
                .filteredOn(new AddressLimited(new Standing(TWENTY, 0, HOUR))::equals)
                .hasSize(10);
        assertThat(scene.today()).isEqualTo(20);
    }

    @RepeatedTest(10)
    void ofTenTwinsOneRunsAndNobodyIsRefused() throws Exception {
        assertOneRuns(0);
    }

    @RepeatedTest(20)
    void ofTenTwinsAtTheLastPlaceOneRunsAndNobodyIsRefused() throws Exception {
        assertOneRuns(19);
    }

    private void assertOneRuns(int before) throws Exception {
        var caller = caller();
        scene.fill(admissions, caller, before);
        var claim = claim();
        var generations = Stream.generate(scene::generation).limit(10).toList();

        var answers = together(10, i -> () -> ask(admissions, generations.get(i), caller, claim));

        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(1);
        var winner = generations.get(answers.indexOf(new Admitted()));
        assertThat(answers).filteredOn(new Admission.Replayed(winner)::equals).hasSize(9);
        assertThat(generations)
                .filteredOn(one -> scene.generations.find(one.id()).isPresent())
                .containsExactly(winner);
        assertThat(scene.today()).isEqualTo(before + 1);
    }

    @RepeatedTest(3)
    void theLastTwentyRunsOfADayGoToTwentyOfFortyAddresses() throws Exception {
        scene.today(480);
        var busy = scene.admissions(new RunLimits(TWENTY, Quota.runsPerDay(500), Duration.ZERO));
        var asked = new ArrayList<Generation>();

        var answers =
                together(
                        40,
                        _ -> {
                            var generation = scene.generation();
                            asked.add(generation);
                            var caller = caller();
                            return () -> ask(busy, generation, caller, null);
                        });

        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(20);
        assertThat(answers).filteredOn(DayFull.class::isInstance).hasSize(20);
        assertThat(asked)
                .filteredOn(one -> scene.generations.find(one.id()).isPresent())
                .hasSize(20);
        assertThat(scene.today()).isEqualTo(500);
    }

    @Test
    void everyLimitIsToldAndAskingCountsNowhere() {
        var caller = caller();
        var uploads = Quota.uploadsPerAddress(60);
        var limits = new DynamoLimits(scene.dynamo, scene.guards, LIMITS, uploads, scene.clock);
        scene.fill(admissions, caller, 2);
        new DynamoUploadLimit(scene.dynamo, scene.guards, uploads, Duration.ZERO, scene.clock)
                .count(caller);
        scene.clock.advance(Duration.ofMinutes(1));

        for (int i = 0; i < 2; i++) {
            assertThat(limits.of(caller))
                    .containsExactly(
                            new Standing(TWENTY, 18, Duration.ofMinutes(59)),
                            new Standing(MANY, 999_998, Duration.ofMinutes(719)),
                            new Standing(uploads, 59, Duration.ofMinutes(59)));
        }
        assertThat(limits.of(caller()).getFirst())
                .isEqualTo(new Standing(TWENTY, 20, Duration.ZERO));
    }
}
