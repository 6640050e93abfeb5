package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Caller;
import dev.easel.guard.UploadLimit;
import dev.easel.guard.UploadLimit.Answer.Counted;
import dev.easel.guard.UploadLimit.Answer.Refused;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;

/// How often an address may ask for an upload, against DynamoDB Local.
class UploadLimitTest {

    private static final Quota SIXTY = Quota.uploadsPerAddress(60);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AdmissionScene scene = new AdmissionScene();
    private final UploadLimit limit = limit(scene.dynamo);
    private final Caller caller = caller();

    @Test
    void theSixtyFirstOfAnHourIsRefusedAndNotCounted() {
        for (int i = 1; i <= 60; i++) {
            assertThat(limit.count(caller))
                    .isEqualTo(new Counted(new Standing(SIXTY, 60 - i, HOUR)));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(limit.count(caller)).isEqualTo(new Refused(new Standing(SIXTY, 0, HOUR)));
        }

        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(limit.count(caller))
                .isEqualTo(new Refused(new Standing(SIXTY, 0, Duration.ofMillis(1))));
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(limit.count(caller)).isEqualTo(new Counted(new Standing(SIXTY, 59, HOUR)));
    }

    @Test
    void uploadsAndRunsAreCountedApart() {
        limit.count(caller);
        scene.fill(scene.admissions(), caller, 3);

        assertThat(limit.count(caller)).isEqualTo(new Counted(new Standing(SIXTY, 58, HOUR)));
        assertThat(scene.admissions().look(caller, null).standings().getFirst().remaining())
                .isEqualTo(17);
    }

    @RepeatedTest(3)
    void ofSeventyAtOnceSixtyAreCounted() throws Exception {
        var answers = AdmissionScene.together(70, _ -> () -> limit.count(caller));

        assertThat(answers).filteredOn(Counted.class::isInstance).hasSize(60);
    }

    @Test
    void anOutageIsNoPermission() {
        var down =
                limit(
                        TroubledDynamo.of(
                                scene.dynamo,
                                (_, _, _) -> {
                                    throw TroubledDynamo.cut();
                                }));

        assertThatThrownBy(() -> down.count(caller))
                .isInstanceOf(FailureException.class)
                .extracting(e -> ((FailureException) e).failure())
                .isEqualTo(new Failure.Busy(Duration.ofSeconds(1)));
    }

    private UploadLimit limit(DynamoDbClient client) {
        return new DynamoUploadLimit(client, scene.guards, SIXTY, Duration.ZERO, scene.clock);
    }
}
