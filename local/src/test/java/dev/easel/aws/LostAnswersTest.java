package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.ask;
import static dev.easel.aws.AdmissionScene.caller;
import static dev.easel.aws.AdmissionScene.claim;
import static dev.easel.aws.AdmissionScene.together;
import static dev.easel.aws.TroubledDynamo.LOOK;
import static dev.easel.aws.TroubledDynamo.TRANSACTION;
import static dev.easel.aws.TroubledDynamo.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.TroubledDynamo.Trouble;
import dev.easel.guard.Admission.Admitted;
import dev.easel.guard.Claim;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Transactions that went through and were not heard of: each is found, and none is repeated.
class LostAnswersTest {

    private final AdmissionScene scene = new AdmissionScene();
    private final DynamoAdmissions admissions = scene.admissions();

    @Test
    void whoDidNotHearOfTheAdmissionIsInOnce() {
        for (var claim : new Claim[] {null, claim()}) {
            var generation = scene.generation();

            assertThat(losing(2).admit(generation, caller(), claim)).isEqualTo(new Admitted());

            assertThat(scene.generations.find(generation.id())).isPresent();
        }
        assertThat(scene.today()).isEqualTo(2);
    }

    /// With the first answer lost, the second try finds the register full: of ourselves.
    @Test
    void whoTookTheLastPlaceAndDidNotHearIsIn() {
        for (var claim : new Claim[] {null, claim()}) {
            var caller = caller();
            scene.fill(admissions, caller, 19);
            var generation = scene.generation();

            assertThat(losing(1).admit(generation, caller, claim)).isEqualTo(new Admitted());

            assertThat(scene.generations.find(generation.id())).isPresent();
        }
        assertThat(scene.today()).isEqualTo(40);
    }

    /// One transaction goes through unheard; after it none does, until the five seconds are over.
    @Test
    void whoNeverHeardAnAnswerIsFoundInTheEnd() {
        for (var claim : new Claim[] {null, claim()}) {
            var generation = scene.generation();
            var first = new AtomicInteger(1);
            Trouble deaf =
                    (method, _, call) -> {
                        if (method.equals(LOOK)) {
                            throw cut();
                        }
                        if (method.equals(TRANSACTION)) {
                            if (first.getAndDecrement() > 0) {
                                call.make();
                            }
                            throw cut();
                        }
                        return call.make();
                    };
            var admission =
                    scene.admissions(TroubledDynamo.of(scene.dynamo, deaf))
                            .admit(generation, caller(), claim);

            assertThat(admission).isEqualTo(new Admitted());
        }
        assertThat(scene.today()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void ofThirtyAtOnceTwentyAreInThoughAnswersAreLost() throws Exception {
        var lossy =
                scene.patiently((method, _, call) -> {
                    var answer = call.make();
                    if (method.equals(TRANSACTION) && ThreadLocalRandom.current().nextInt(10) < 4) {
                        throw cut();
                    }
                    return answer;
                });
        var caller = caller();
        var generations = Stream.generate(scene::generation).limit(30).toList();

        var answers =
                together(
                        30,
                        i -> {
                            var claim = i % 2 == 0 ? claim() : null;
                            return () -> ask(lossy, generations.get(i), caller, claim);
                        });

        for (int i = 0; i < answers.size(); i++) {
            assertThat(scene.generations.find(generations.get(i).id()).isPresent())
                    .isEqualTo(answers.get(i) instanceof Admitted);
        }
        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(20);
        assertThat(scene.today()).isEqualTo(20);
    }

    /// Admissions that do what they are told, but whose first answers are lost.
    private DynamoAdmissions losing(int times) {
        var left = new AtomicInteger(times);
        return scene.admissions(
                TroubledDynamo.of(
                        scene.dynamo,
                        (method, _, call) -> {
                            var answer = call.make();
                            if (method.equals(TRANSACTION) && left.getAndDecrement() > 0) {
                                throw cut();
                            }
                            return answer;
                        }));
    }
}
