package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.aws.DynamoCanaries;
import dev.easel.failure.FailureClass;
import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.Order;
import dev.easel.generation.Steps;
import dev.easel.id.Ids;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.parking.Canaries;
import dev.easel.parking.Parked;
import dev.easel.parking.Parking;
import dev.easel.workflow.Tier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/// Workflows that park themselves and are woken by a canary, in simulated time on real tables.
class ParkingTest {

    private static final int ENOUGH = 3;
    private static final long MANY = 1000;
    private static final String EDIT = "edit";

    private final World world = new World();

    @BeforeEach
    void awake() {
        world.parkAfter = ENOUGH;
        world.parking.wake(EDIT);
        world.parking.wake("create");
    }

    /// Other worlds share the tables.
    @AfterEach
    void awakeAgain() {
        awake();
    }

    @Test
    void picturesThatComeBackUnchangedParkTheWorkflowAndItsCanaryWakesItWhenItEditsAgain() {
        unchanged(ENOUGH - 1);
        assertThat(world.parking.all()).doesNotContainKey(EDIT);

        unchanged(1);

        assertThat(parked().cause()).isEqualTo("red:unchanged");
        assertThat(world.told("workflow.parked")).isOne();

        assertThat(sendCanaries(MANY)).isEqualTo(new Canary.Sent(1, 1, 0));
        var first = canary();
        assertThat(sendCanaries(MANY).sent()).as("one at a time").isZero();
        pass(Duration.ofMinutes(2));
        assertThat(world.read(first).verdict()).isEqualTo(Verdict.RED);
        assertThat(parked().canary()).isEqualTo(first.id());

        editAgain();
        assertThat(sendCanaries(MANY).sent()).isOne();
        pass(Duration.ofMinutes(2));

        assertThat(world.parking.all()).doesNotContainKey(EDIT);
        assertThat(world.told("workflow.woken")).isOne();
        assertThat(world.parking.streak(EDIT).generations()).isEmpty();
        assertThat(sendCanaries(MANY)).isEqualTo(new Canary.Sent(0, 0, 0));
    }

    @Test
    void aCanaryIsToldAsOneAndIsNoRunOfAnybody() {
        unchanged(ENOUGH);
        sendCanaries(MANY);
        pass(Duration.ofMinutes(2));

        assertThat(world.published)
                .filteredOn(event -> event.type().equals("generation.succeeded"))
                .hasSize(ENOUGH + 1)
                .filteredOn(event -> event.detail().containsKey("canary"))
                .hasSize(1);
    }

    @Test
    void failuresOfDifferentClassesDoNotParkAndThoseOfOneDo() {
        fail("create", ScriptedProvider.Play.REQUEST_LOST, 2);
        fail("create", ScriptedProvider.Play.MODERATED, ENOUGH);
        assertThat(world.parking.all()).doesNotContainKey("create");

        fail("create", ScriptedProvider.Play.REQUEST_LOST, 1);

        assertThat(world.parking.all().get("create"))
                .isInstanceOfSatisfying(
                        Parked.ByItself.class,
                        own ->
                                assertThat(own.cause())
                                        .isEqualTo(FailureClass.UNKNOWN_OUTCOME.wire()));
    }

    @Test
    void everyMessageTwiceAndOutOfOrderCountsEachEndOnce() {
        world.disorder = new Random(5);

        unchanged(ENOUGH - 1);

        assertThat(world.parking.all()).doesNotContainKey(EDIT);
        assertThat(world.parking.streak(EDIT).generations()).hasSize(ENOUGH - 1);
    }

    @Test
    void whatIsParkedByHandGetsNoCanary() {
        world.parking.park(new Parked.ByHand(EDIT, "We are looking into it.", world.start));

        assertThat(sendCanaries(MANY)).isEqualTo(new Canary.Sent(0, 0, 0));
    }

    @Test
    void anOperatorTakesOverAndTheCanaryThatPassesLeavesItParked() {
        unchanged(ENOUGH);
        editAgain();
        sendCanaries(MANY);
        world.parking.park(new Parked.ByHand(EDIT, "We are looking into it.", world.start));

        pass(Duration.ofMinutes(2));

        assertThat(world.parking.all().get(EDIT)).isInstanceOf(Parked.ByHand.class);
        assertThat(world.told("workflow.woken")).isZero();
    }

    @Test
    void theDayHasSoManyCanariesAndTheNextHasThemAgain() {
        unchanged(ENOUGH);
        // The first minute of a day that no other test spends.
        var day =
                world.clock
                        .instant()
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(Duration.ofDays(ThreadLocalRandom.current().nextInt(1000, 30_000)));
        world.clock.advance(Duration.between(world.clock.instant(), day));
        world.losesMessages = true;

        assertThat(sendCanaries(0).sent()).as("none at all").isZero();
        assertThat(sentAfterEachOther(1)).isEqualTo(1);
        assertThat(sentAfterEachOther(1)).isZero();
        world.clock.advance(Duration.ofDays(1));
        assertThat(sentAfterEachOther(1)).isEqualTo(1);
    }

    @Test
    void aCanaryThatNeverRestsIsGivenUpInTheEnd() {
        unchanged(ENOUGH);
        world.losesMessages = true;
        sendCanaries(MANY);
        var lost = canary();

        world.clock.advance(World.DEADLINE.plusMinutes(19));
        assertThat(sendCanaries(MANY).sent()).isZero();
        world.clock.advance(Duration.ofMinutes(2));

        assertThat(sendCanaries(MANY).sent()).isOne();
        var next = canary();
        assertThat(next.id()).isNotEqualTo(lost.id());
        // No other world shall find work to do.
        List.of(lost, next)
                .forEach(left -> world.cancel().cancel(left.id(), world.clock.instant()));
    }

    /// Before and after each write and each message of the tick.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whoeverStopsOnTheWayLeavesAtMostOneCanaryAndTheNextTickGoesOn(int call) {
        unchanged(ENOUGH);
        editAgain();
        for (var crashes : List.of(Crashes.before(call), Crashes.after(call))) {
            world.crashes = crashes;
            try {
                sendCanaries(MANY);
            } catch (Crashes.Crash _) {
                // What follows is the next tick's.
            }
            world.crashes = Crashes.never();
        }
        sendCanaries(MANY);
        var sent = canary();
        // The sweeper finds what was written and not sent.
        world.play(sent, Duration.between(world.start, world.clock.instant()).plusMinutes(10));

        assertThat(world.provider.runs).hasSize(ENOUGH + 1);
        assertThat(world.parking.all()).doesNotContainKey(EDIT);
    }

    /// One tick of the schedule that tries out what has parked itself.
    private Canary.Sent sendCanaries(long perDay) {
        return new Canary(
                        world.wrapped(Parking.class, world.parking),
                        world.wrapped(
                                Canaries.class,
                                new DynamoCanaries(
                                        World.DYNAMO,
                                        World.name("GENERATIONS_TABLE"),
                                        World.name("GUARDS_TABLE"),
                                        perDay)),
                        new CanaryOrders(
                                world.catalog, world.wrapped(Assets.class, world.assets())),
                        world.wrapped(Generations.class, world.generations),
                        world.wrapped(Steps.class, world::send),
                        new Ids(new Random()),
                        World.DEADLINE,
                        world.clock,
                        world.log())
                .send();
    }

    /// A photograph as if it had gone up.
    private StoredPicture upload(String photo, Size size) {
        var file = LiveStack.PROJECT.resolve("photos").resolve(photo);
        var key = "inputs/test/" + photo;
        world.assets().write(key, MediaType.PNG, file);
        return new StoredPicture(key, MediaType.PNG, size, file.toFile().length());
    }

    /// Where anybody may fetch what lies there.
    private URI address(StoredPicture picture) {
        var url = world.assets().presignGet(picture.key(), Duration.ofDays(7)).url();
        world.serves.add(url.resolve("/"));
        return url;
    }

    private int sentAfterEachOther(long perDay) {
        int sent = sendCanaries(perDay).sent();
        // The last is given up.
        world.clock.advance(World.DEADLINE.plusMinutes(21));
        return sent;
    }

    private Parked.ByItself parked() {
        return (Parked.ByItself) requireNonNull(world.parking.all().get(EDIT));
    }

    private Generation canary() {
        var id = requireNonNull(parked().canary());
        return world.generations.find(id).orElseThrow();
    }

    /// What comes back is another picture than what went in.
    private void editAgain() {
        world.provider.output = address(upload("astronaut.png", new Size(512, 512)));
    }

    private void unchanged(int times) {
        var photo = upload("coffee.png", new Size(600, 400));
        for (int i = 0; i < times; i++) {
            var generation =
                    world.admit(
                            new Order(
                                    EDIT,
                                    Tier.ONE_K,
                                    photo,
                                    null,
                                    List.of(),
                                    "Make it a blue evening",
                                    null,
                                    null,
                                    Map.of()));
            pass(Duration.ofMinutes(6));
            assertThat(world.read(generation).verdict()).isEqualTo(Verdict.RED);
        }
    }

    private void fail(String workflow, ScriptedProvider.Play play, int times) {
        for (int i = 0; i < times; i++) {
            world.provider.script.add(play);
            world.provider.answersQuestions = false;
            var generation = world.admit();
            assertThat(generation.order().workflow()).isEqualTo(workflow);
            world.play(
                    generation,
                    Duration.between(world.start, world.clock.instant()).plusMinutes(20));
            assertThat(world.read(generation).rests()).isTrue();
        }
    }

    private void pass(Duration time) {
        world.playUntil(world.clock.instant().plus(time));
    }
}
