package dev.easel.aws;

import static dev.easel.aws.AdmissionScene.TWENTY;
import static dev.easel.aws.AdmissionScene.ask;
import static dev.easel.aws.AdmissionScene.caller;
import static dev.easel.aws.AdmissionScene.claim;
import static dev.easel.aws.AdmissionScene.together;
import static dev.easel.aws.TroubledDynamo.LOOK;
import static dev.easel.aws.TroubledDynamo.TRANSACTION;
import static dev.easel.aws.TroubledDynamo.cancelled;
import static dev.easel.aws.TroubledDynamo.cut;
import static dev.easel.aws.TroubledDynamo.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.aws.TroubledDynamo.Trouble;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Admission;
import dev.easel.guard.Admission.AddressLimited;
import dev.easel.guard.Admission.Admitted;
import dev.easel.guard.Outlook;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What DynamoDB Local never does and DynamoDB may: nobody is let in on a doubt, and nobody who is
/// in is turned away.
class AdmissionTroubleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AdmissionScene scene = new AdmissionScene();
    private final DynamoAdmissions admissions = scene.admissions();

    @Test
    void aConflictIsTriedAgainAndInTheEndToldAsBusy() {
        var start = scene.clock.instant();
        var generation = scene.generation();
        var conflict = cancelled(reason("None"), reason("TransactionConflict"));

        assertThat(failing(TRANSACTION, 3, conflict).admit(generation, caller(), claim()))
                .isEqualTo(new Admitted());
        assertThat(scene.generations.find(generation.id())).isPresent();

        var refused = scene.generation();
        assertBusy(() -> failing(TRANSACTION, 1000, conflict).admit(refused, caller(), claim()));
        assertThat(Duration.between(start, scene.clock.instant()))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(scene.generations.find(refused.id())).isEmpty();
        assertThat(scene.today()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingError", "ProvisionedThroughputExceeded"})
    void whatIsAskedTooMuchIsAskedAgain(String code) {
        var throttled = cancelled(reason("None"), reason(code), reason("None"));

        assertThat(failing(TRANSACTION, 3, throttled).admit(scene.generation(), caller(), null))
                .isEqualTo(new Admitted());
    }

    @Test
    void aWholeRequestThatIsThrottledOrFailsIsAskedAgain() {
        var throttled = service(400, "ThrottlingException");
        var broken = service(500, "InternalServerError");

        assertThat(failing(TRANSACTION, 2, throttled).admit(scene.generation(), caller(), null))
                .isEqualTo(new Admitted());
        assertThat(failing(TRANSACTION, 2, broken).admit(scene.generation(), caller(), null))
                .isEqualTo(new Admitted());
    }

    /// A time that grew old while conflicts were waited out would count too short.
    @Test
    void everyTryIsStampedWithItsOwnTime() {
        var caller = caller();
        var left = new AtomicInteger(5);
        var slow =
                scene.admissions(
                        TroubledDynamo.of(
                                scene.dynamo,
                                (method, _, call) -> {
                                    if (method.equals(TRANSACTION) && left.getAndDecrement() > 0) {
                                        scene.clock.advance(Duration.ofMillis(700));
                                        throw cut();
                                    }
                                    return call.make();
                                }));
        slow.admit(scene.generation(), caller, null);

        assertThat(admissions.look(caller, null).standings().getFirst().nextIn()).isEqualTo(HOUR);
    }

    @Test
    void aConflictIsNoRefusalWhateverElseWasFound() {
        var other = caller();
        scene.fill(admissions, other, 20);
        var full = scene.guard(AddressRegister.ofRuns(TWENTY, Duration.ZERO).key(other));
        var both =
                cancelled(
                        CancellationReason.builder()
                                .code("ConditionalCheckFailed")
                                .item(full)
                                .build(),
                        reason("TransactionConflict"),
                        reason("None"));

        assertThat(failing(TRANSACTION, 1, both).admit(scene.generation(), caller(), null))
                .isEqualTo(new Admitted());
    }

    @Test
    void whatCannotBeReadIsNoRefusalAndNoAdmission() {
        var outage = failing(LOOK, 1000, cut());
        var caller = caller();

        assertThat(outage.look(caller, claim())).isEqualTo(Outlook.UNKNOWN);
        assertThat(ask(outage, scene.generation(), caller, claim())).isEqualTo(new Admitted());
        scene.fill(admissions, caller, 19);
        assertThat(ask(outage, scene.generation(), caller, claim()))
                .isInstanceOf(AddressLimited.class);
    }

    @Test
    void aTableThatAnswersInPartIsNotBelieved() {
        var caller = caller();
        scene.fill(admissions, caller, 20);
        var rest = KeysAndAttributes.builder().keys(List.of(Guards.key("DAY#2096-01-01"))).build();
        var part =
                BatchGetItemResponse.builder()
                        .responses(Map.of())
                        .unprocessedKeys(Map.of(scene.guards, rest))
                        .build();
        var partial =
                scene.admissions(
                        TroubledDynamo.of(
                                scene.dynamo,
                                (method, _, call) -> method.equals(LOOK) ? part : call.make()));

        assertThat(partial.look(caller, null)).isEqualTo(Outlook.UNKNOWN);
    }

    @Test
    void aDefectIsThrownAndLetsNobodyIn() {
        var defect = cancelled(reason("None"), reason("ValidationError"), reason("None"));
        var forbidden = service(400, "AccessDeniedException");

        assertThatThrownBy(() ->
                        failing(TRANSACTION, 1, defect).admit(scene.generation(), caller(), null))
                .isSameAs(defect);
        assertThatThrownBy(() ->
                        failing(TRANSACTION, 1, forbidden)
                                .admit(scene.generation(), caller(), null))
                .isSameAs(forbidden);
        assertThatThrownBy(() -> failing(LOOK, 1, forbidden).look(caller(), null))
                .isSameAs(forbidden);
        assertThat(scene.today()).isZero();
    }

    @Test
    void whenNothingCanBeFoundOutNobodyIsLetIn() {
        Trouble outage =
                (_, _, _) -> {
                    throw cut();
                };
        var down = scene.admissions(TroubledDynamo.of(scene.dynamo, outage));

        assertBusy(() -> down.admit(scene.generation(), caller(), claim()));
        assertBusy(() -> down.admit(scene.generation(), caller(), null));
        assertThat(scene.today()).isZero();
    }

    /// The items of one read need not be of one moment.
    @Test
    void aTwinThatCameInWhileWeReadIsFoundBeforeWeRefuse() {
        var caller = caller();
        var claim = claim();
        scene.fill(admissions, caller, 19);
        var twin = scene.generation();
        admissions.admit(twin, caller, claim);
        var torn =
                scene.admissions(
                        TroubledDynamo.of(
                                scene.dynamo,
                                (method, _, call) ->
                                        method.equals(LOOK)
                                                ? without(
                                                        "CLAIM#",
                                                        (BatchGetItemResponse) call.make())
                                                : call.make()));

        assertThat(torn.look(caller, claim).admission()).isEqualTo(new Admission.Replayed(twin));
    }

    /// A cancelled transaction need not have looked at every item.
    @Test
    void aTwinThatTheReasonsKeepQuietAboutIsFoundBeforeWeRefuse() {
        var caller = caller();
        var claim = claim();
        scene.fill(admissions, caller, 19);
        var twin = scene.generation();
        admissions.admit(twin, caller, claim);
        var item = scene.guard(AddressRegister.ofRuns(TWENTY, Duration.ZERO).key(caller));
        var quiet =
                cancelled(
                        reason("None"),
                        CancellationReason.builder()
                                .code("ConditionalCheckFailed")
                                .item(item)
                                .build(),
                        reason("None"),
                        reason("None"));

        assertThat(failing(TRANSACTION, 1, quiet).admit(scene.generation(), caller, claim))
                .isEqualTo(new Admission.Replayed(twin));
        assertThat(failing(TRANSACTION, 1, quiet).admit(scene.generation(), caller, claim()))
                .as("without a twin it stands")
                .isInstanceOf(AddressLimited.class);
    }

    @RepeatedTest(5)
    void ofThirtyAtOnceTwentyAreInThoughTransactionsCollide() throws Exception {
        var colliding = scene.patiently(new TroubledDynamo.Conflicts());
        var caller = caller();

        var answers =
                together(
                        30,
                        _ -> {
                            var generation = scene.generation();
                            return () -> ask(colliding, generation, caller, null);
                        });

        assertThat(answers).filteredOn(new Admitted()::equals).hasSize(20);
        assertThat(answers).filteredOn(AddressLimited.class::isInstance).hasSize(10);
        assertThat(scene.today()).isEqualTo(20);
    }

    private DynamoAdmissions failing(String method, int times, RuntimeException failure) {
        var left = new AtomicInteger(times);
        return scene.admissions(
                TroubledDynamo.of(
                        scene.dynamo,
                        (called, _, call) -> {
                            if (called.equals(method) && left.getAndDecrement() > 0) {
                                throw failure;
                            }
                            return call.make();
                        }));
    }

    private BatchGetItemResponse without(String prefix, BatchGetItemResponse answer) {
        var rest =
                answer.responses().getOrDefault(scene.guards, List.of()).stream()
                        .filter(item -> !new Row(item).text("pk").startsWith(prefix))
                        .toList();
        return answer.toBuilder().responses(Map.of(scene.guards, rest)).build();
    }

    private static RuntimeException service(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static void assertBusy(ThrowingCallable admission) {
        assertThatThrownBy(admission)
                .isInstanceOf(FailureException.class)
                .extracting(e -> ((FailureException) e).failure())
                .isEqualTo(new Failure.Busy(Duration.ofSeconds(1)));
    }
}
