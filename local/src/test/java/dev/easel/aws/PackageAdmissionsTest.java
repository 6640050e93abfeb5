package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.MANY;
import static dev.easel.aws.AdmissionScene.TWENTY;
import static dev.easel.aws.AdmissionScene.caller;
import static dev.easel.aws.AdmissionScene.claim;
import static dev.easel.aws.AdmissionScene.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generation.Generation;
import dev.easel.generation.Lot;
import dev.easel.guard.Admission.AddressLimited;
import dev.easel.guard.Admission.Admitted;
import dev.easel.guard.Admission.DayFull;
import dev.easel.guard.RunLimits;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A package counts as many runs as it has children, and comes in whole or not at all.
class PackageAdmissionsTest {

    private final AdmissionScene scene = new AdmissionScene();
    private final DynamoAdmissions admissions = scene.admissions();

    @Test
    void fourRunsTakeTheLastFourPlaces() {
        var caller = caller();
        scene.fill(admissions, caller, 16);
        var lot = lotOfFour();

        assertThat(admissions.admit(lot, caller, null)).isEqualTo(new Admitted());

        assertThat(kept(lot)).hasSize(5);
        assertThat(scene.today()).isEqualTo(20);
        assertThat(admissions.admit(scene.generation(), caller, null))
                .isInstanceOf(AddressLimited.class);
    }

    @Test
    void withThreePlacesLeftNothingIsWrittenAndTheWaitIsForTheFourth() {
        var caller = caller();
        scene.fill(admissions, caller, 1);
        scene.clock.advance(Duration.ofMinutes(10));
        scene.fill(admissions, caller, 16);
        var lot = lotOfFour();
        var claim = claim();

        assertThat(admissions.admit(lot, caller, claim))
                .isEqualTo(new AddressLimited(new Standing(TWENTY, 3, Duration.ofMinutes(50))));

        assertThat(kept(lot)).isEmpty();
        assertThat(scene.guard(ClaimRow.key(claim))).isEmpty();
        assertThat(scene.today()).isEqualTo(17);
        scene.clock.advance(Duration.ofMinutes(50));
        assertThat(admissions.admit(lot, caller, claim)).isEqualTo(new Admitted());
    }

    @Test
    void theWaitIsUntilThereAreFourPlacesAndNotUntilThereIsOne() {
        var caller = caller();
        scene.fill(admissions, caller, 2);
        scene.clock.advance(Duration.ofMinutes(10));
        scene.fill(admissions, caller, 17);

        assertThat(admissions.admit(lotOfFour(), caller, null))
                .isEqualTo(new AddressLimited(new Standing(TWENTY, 1, Duration.ofHours(1))));
    }

    @Test
    void aDayWithThreePlacesLeftTakesNoPartOfFour() {
        var hundred = scene.admissions(new RunLimits(TWENTY, Quota.runsPerDay(100), Duration.ZERO));
        scene.today(97);
        var lot = lotOfFour();
        var full = new Standing(Quota.runsPerDay(100), 3, Duration.ofHours(12));

        assertThat(hundred.admit(lot, caller(), null)).isEqualTo(new DayFull(full));

        assertThat(kept(lot)).isEmpty();
        assertThat(scene.today()).isEqualTo(97);
        scene.today(96);
        assertThat(hundred.admit(lot, caller(), null)).isEqualTo(new Admitted());
        assertThat(scene.today()).isEqualTo(100);
    }

    @Test
    void moreRunsThanALimitHasNeverComeIn() {
        var three = scene.admissions(new RunLimits(Quota.runsPerAddress(3), MANY, Duration.ZERO));
        var lot = lotOfFour();

        assertThat(three.admit(lot, caller(), null)).isInstanceOf(AddressLimited.class);

        assertThat(kept(lot)).isEmpty();
    }

    @RepeatedTest(5)
    void ofTwoAtOnceWithFivePlacesLeftExactlyOneComesIn() throws Exception {
        var caller = caller();
        scene.fill(admissions, caller, 15);
        var lots = List.of(lotOfFour(), lotOfFour());

        var answers = together(2, i -> () -> admissions.admit(lots.get(i), caller, null));

        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(1);
        assertThat(answers).filteredOn(AddressLimited.class::isInstance).hasSize(1);
        assertThat(lots).flatExtracting(this::kept).hasSize(5);
        assertThat(scene.today()).isEqualTo(19);
    }

    private Lot lotOfFour() {
        var head = scene.generation();
        var children =
                Stream.generate(scene::generation)
                        .limit(4)
                        .map(child -> child.childOf(head.id()))
                        .toList();
        var whole =
                Generation.pack(
                        head.id(),
                        head.order(),
                        children.stream().map(Generation::id).toList(),
                        "req-1",
                        scene.clock.instant(),
                        Duration.ofMinutes(15));
        return new Lot(whole, children);
    }

    /// What of it is in the table.
    private List<Generation> kept(Lot lot) {
        return Stream.concat(Stream.of(lot.head()), lot.children().stream())
                .flatMap(one -> scene.generations.find(one.id()).stream())
                .toList();
    }
}
