package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.easel.asset.Upload;
import dev.easel.asset.Uploads;
import dev.easel.aws.Aws;
import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoParking;
import dev.easel.catalog.Catalog;
import dev.easel.door.Log;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.generation.Generation;
import dev.easel.generation.Lot;
import dev.easel.generation.Order;
import dev.easel.generation.State;
import dev.easel.generation.Step;
import dev.easel.guard.Admission;
import dev.easel.guard.Admissions;
import dev.easel.guard.Caller;
import dev.easel.guard.Claim;
import dev.easel.guard.Outlook;
import dev.easel.id.Ids;
import dev.easel.id.UploadId;
import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;
import dev.easel.routing.Allowlist;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Tier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// In which order an order is looked at, and what of it costs anything.
class DispatchTest {

    private static final Instant NOW = Instant.parse("2096-11-23T12:00:00Z");
    private static final Catalog EMPTY =
            new Catalog(List.of(), TierTable.STANDARD, Allowlist.STANDARD, Set.of());
    private static final String CREATE = "{\"workflow\":\"create\",\"prompt\":\"a red boat\"}";
    private static final String CUT_OUT =
            "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":\"img_%s\"}}}"
                    .formatted("1".repeat(26));

    private static final Standing LEFT =
            new Standing(Quota.runsPerAddress(20), 5, Duration.ofMinutes(7));
    private static final Standing FULL =
            new Standing(Quota.runsPerAddress(20), 0, Duration.ofMinutes(7));
    private static final Standing DAY = new Standing(Quota.runsPerDay(500), 9, Duration.ofHours(3));

    private final Map<String, String> env = LiveStack.get().environment("DispatchFunction");
    private final Ids ids = new Ids(RandomGenerator.getDefault());
    private final List<Step> sent = new ArrayList<>();
    private final List<UploadId> searched = new ArrayList<>();
    private final List<Generation> admitted = new ArrayList<>();

    @Test
    void aReplayNeedsNeitherTheCatalogueNorItsPictures() {
        var known = generation();

        var dispatched = dispatch(EMPTY, CUT_OUT, new Admission.Replayed(known), null);

        assertThat(dispatched).isEqualTo(new Dispatch.Dispatched(known, true, List.of(LEFT, DAY)));
        assertThat(searched).isEmpty();
        assertThat(admitted).isEmpty();
    }

    @Test
    void aReplayIsSetGoingAgainAsLongAsItIsQueued() {
        var queued = generation();
        var running = generation().to(new State.Running("ticket", 1), NOW, NOW);

        dispatch(Catalog.STANDARD, CREATE, new Admission.Replayed(queued), null);
        dispatch(Catalog.STANDARD, CREATE, new Admission.Replayed(running), null);
        dispatch(Catalog.STANDARD, CREATE, null, new Admission.Replayed(queued));

        assertThat(sent).containsExactly(queued.nextStep(), queued.nextStep());
    }

    @Test
    void whoHasNoRunLeftIsToldBeforeAnyPictureIsLookedFor() {
        assertThatThrownBy(() ->
                        dispatch(
                                Catalog.STANDARD,
                                CUT_OUT,
                                new Admission.AddressLimited(FULL),
                                new Admission.Admitted()))
                .extracting(e -> ((FailureException) e).failure())
                .isEqualTo(new Failure.RateLimited(FULL, List.of(FULL, DAY)));

        assertThat(searched).isEmpty();
        assertThat(admitted).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void whatHasNoFormIsToldSoEvenToWhoHasNoRunLeft() {
        assertThatThrownBy(() ->
                        dispatch(
                                Catalog.STANDARD,
                                "{\"workflow\":\"create\"}",
                                new Admission.AddressLimited(FULL),
                                null))
                .extracting(e -> ((FailureException) e).failure())
                .isInstanceOf(Failure.InvalidRequest.class);
    }

    @Test
    void anOrderWhosePictureIsMissingIsNotAdmitted() {
        assertThatThrownBy(
                        () -> dispatch(Catalog.STANDARD, CUT_OUT, null, new Admission.Admitted()))
                .extracting(e -> ((FailureException) e).failure())
                .isInstanceOf(Failure.InvalidRequest.class);

        assertThat(searched).hasSize(1);
        assertThat(admitted).isEmpty();
    }

    @Test
    void whatIsAdmittedIsSentAndCounted() {
        var dispatched = dispatch(Catalog.STANDARD, CREATE, null, new Admission.Admitted());

        assertThat(dispatched.replayed()).isFalse();
        assertThat(dispatched.standings()).containsExactly(LEFT.less(), DAY.less());
        assertThat(sent).containsExactly(dispatched.generation().nextStep());
    }

    @Test
    void whoLostTheLastPlaceIsRefusedAndNothingIsSent() {
        var dayFull = new Standing(DAY.quota(), 0, DAY.nextIn());

        assertThatThrownBy(() ->
                        dispatch(Catalog.STANDARD, CREATE, null, new Admission.DayFull(dayFull)))
                .extracting(e -> ((FailureException) e).failure())
                .isEqualTo(new Failure.DayFull(dayFull, List.of(LEFT, dayFull)));
        assertThat(sent).isEmpty();
    }

    private Dispatch.Dispatched dispatch(
            Catalog catalog, String body, @Nullable Admission early, @Nullable Admission late) {
        var uploads =
                new Uploads() {
                    @Override
                    public Optional<Upload> find(UploadId id) {
                        searched.add(id);
                        return Optional.empty();
                    }

                    @Override
                    public Upload keep(Upload upload, byte[] bytes) {
                        return upload;
                    }
                };
        var admissions =
                new Admissions() {
                    @Override
                    public Outlook look(Caller caller, @Nullable Claim claim) {
                        return new Outlook(early, List.of(LEFT, DAY));
                    }

                    @Override
                    public Admission admit(Lot lot, Caller caller, @Nullable Claim claim) {
                        admitted.add(lot.head());
                        if (late == null) {
                            throw new AssertionError("nobody should have asked");
                        }
                        return late;
                    }
                };
        var generations =
                new DynamoGenerations(
                        new Aws(env).dynamo(), env.getOrDefault("GENERATIONS_TABLE", ""));
        try {
            return new Dispatch(
                            catalog,
                            new InputFinder(uploads, generations),
                            new OnceMore(
                                    new Reading(
                                            generations,
                                            new DynamoEvaluations(
                                                    new Aws(env).dynamo(),
                                                    env.getOrDefault("EVALUATIONS_TABLE", ""))),
                                    uploads),
                            new DynamoParking(
                                    new Aws(env).dynamo(), env.getOrDefault("GUARDS_TABLE", "")),
                            admissions,
                            generations,
                            (step, _) -> sent.add(step),
                            ids,
                            Set.of(),
                            Duration.ofMinutes(15),
                            new Log("test", Clock.systemUTC(), _ -> {}))
                    .dispatch(Api.JSON.readTree(body), new Caller("somebody"), null, "req-1", NOW);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Generation generation() {
        var order =
                new Order(
                        "create", Tier.ONE_K, null, null, List.of(), "words", null, null, Map.of());
        return Generation.admit(ids.generation(), order, "req-1", NOW, Duration.ofMinutes(15));
    }
}
