package dev.easel.benchmark;

import static dev.easel.benchmark.WatchScene.NOON;
import static dev.easel.benchmark.WatchScene.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.dispatch.Crashes;
import dev.easel.event.Event;
import dev.easel.reliability.History;
import dev.easel.reliability.Incident.Aspect;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A provider that dies and comes back, in simulated time.
class ProviderWatchTest {

    private static final int FAILING = 10;
    private static final int ALL = 50;

    private final WatchScene scene = new WatchScene();

    @Test
    void aProviderThatDiesAndComesBackIsToldOfTwice() {
        scene.watch().watch();
        for (int i = 0; i < ALL; i++) {
            scene.plant(i < FAILING ? scene.bad(window(i)) : scene.good(window(i)));
            scene.lookAfter(i);
            assertThat(scene.watch().watch().degraded()).isEqualTo(i > 2 && i < 40 ? 1 : 0);
            scene.clock.advance(Duration.ofMinutes(1));
            scene.watch().watch();
        }

        var detail =
                Map.of(
                        "provider", scene.provider,
                        "source", "benchmark",
                        "aspect", "success_rate",
                        "began", "2034-01-01T12:00:00Z",
                        "noticed", "2034-01-01T12:15:00Z",
                        "before", "1.0000",
                        "during", "0.0000",
                        "simulated", "true");
        var over = new HashMap<>(detail);
        over.put("ended", "2034-01-01T12:50:00Z");
        over.put("how", "recovered");
        assertThat(scene.events)
                .containsExactly(
                        new Event("provider.degraded", detail),
                        new Event("provider.recovered", over));
        assertThat(scene.seen())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.aspect()).isEqualTo(Aspect.SUCCESS_RATE);
                    assertThat(incident.began()).isEqualTo(NOON);
                    assertThat(incident.ended()).isEqualTo(window(FAILING));
                });
        assertThat(scene.incidents.since(scene.series, window(FAILING).plusMillis(1))).isEmpty();
    }

    @Test
    void ofTwentyWhoLookAtOnceOneTells() throws Exception {
        scene.watch().watch();
        scene.fails(0, 6);

        var told = atOnce(20, () -> scene.watch().watch().told());

        assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(scene.told()).containsExactly("provider.degraded");
        scene.clock.advance(Duration.ofMinutes(1));
        assertThat(atOnce(20, () -> scene.watch().watch().told())).containsOnly(0);
        assertThat(scene.told()).hasSize(1);
    }

    @Test
    void twentyWhoLookForTheFirstTimeBeginTogether() throws Exception {
        atOnce(20, () -> scene.watch().watch().told());

        assertThat(scene.standing().version()).isEqualTo(1);
    }

    @Test
    void whereverItDiesItIsTold() {
        int calls = dies(Crashes.never()).calls();

        assertThat(calls).isGreaterThan(6);
        for (int call = 0; call < calls; call++) {
            dies(Crashes.before(call));
            dies(Crashes.after(call));
        }
    }

    /// The function dies while it tells, and is asked again every minute.
    private static Crashes dies(Crashes crashes) {
        var scene = new WatchScene();
        scene.watch().watch();
        scene.fails(0, 6);
        try {
            scene.watch(crashes).watch();
        } catch (Crashes.Crash _) {
            // Gone.
        }
        for (int minute = 0; minute < 3; minute++) {
            scene.clock.advance(Duration.ofMinutes(1));
            scene.watch().watch();
        }

        assertThat(scene.events).hasSizeBetween(1, 2);
        assertThat(scene.events.stream().distinct()).hasSize(1);
        assertThat(scene.seen()).hasSize(1);
        assertThat(scene.standing().untold()).isEmpty();
        return crashes;
    }

    @Test
    void whileOneMayStillBeAtItNobodyElseTells() {
        scene.watch().watch();
        scene.fails(0, 6);
        var dead =
                scene.watch(
                        List.of(scene.provider),
                        scene.history,
                        _ -> {
                            throw new IllegalStateException("the bus is away");
                        });

        assertThatThrownBy(dead::watch).hasMessage("the bus is away");
        scene.clock.advance(Duration.ofSeconds(59));
        assertThat(scene.watch().watch()).isEqualTo(new ProviderWatch.Watched(1, 0));
        scene.clock.advance(Duration.ofSeconds(1));
        assertThat(scene.watch().watch()).isEqualTo(new ProviderWatch.Watched(1, 1));
    }

    @Test
    void aRunThatIsUnderWayIsWaitedFor() {
        scene.watch().watch();
        var late = scene.bad(window(1));
        scene.runs.claim(PlantedRuns.open(late));
        scene.plant(scene.bad(window(0)));
        scene.plant(scene.bad(window(2)));
        scene.plant(scene.bad(window(3)));
        scene.clock.set(late.lostAt().minusMillis(1));

        scene.watch().watch();
        assertThat(scene.standing().upTo()).isEqualTo(window(0));

        scene.runs.end(late);
        scene.lookAfter(3);
        scene.watch().watch();
        assertThat(scene.told()).containsExactly("provider.degraded");
        assertThat(scene.seen()).first().extracting(one -> one.noticed()).isEqualTo(window(3));
    }

    @Test
    void aRunThatIsLostHoldsNobodyUpForEver() {
        scene.watch().watch();
        scene.runs.claim(PlantedRuns.open(scene.bad(window(1))));
        scene.plant(scene.bad(window(0)));
        for (int i = 2; i < 5; i++) {
            scene.plant(scene.bad(window(i)));
        }
        scene.lookAfter(4);

        scene.watch().watch();

        assertThat(scene.seen()).first().extracting(one -> one.noticed()).isEqualTo(window(4));
    }

    @Test
    void whatWasThereBeforeAnybodyLookedIsNoNews() {
        scene.fails(0, 20);

        scene.watch().watch();
        scene.clock.advance(Duration.ofMinutes(5));
        scene.watch().watch();

        assertThat(scene.events).isEmpty();
    }

    @Test
    void oneThatCannotBeLookedAtKeepsNobodyFromHearingOfTheOthers() {
        scene.watch().watch();
        scene.fails(0, 6);
        var blind =
                scene.watch(List.of("away", scene.provider), blindTo("away"), scene.events::add);

        assertThatThrownBy(blind::watch).hasMessage("cannot be read");

        assertThat(scene.told()).containsExactly("provider.degraded");
        assertThat(scene.lines.getLast()).contains("\"ProvidersDegraded\":1");
    }

    private History blindTo(String provider) {
        return (History)
                Proxy.newProxyInstance(
                        History.class.getClassLoader(),
                        new Class<?>[] {History.class},
                        (_, method, arguments) -> {
                            if (arguments[0].toString().contains(provider)) {
                                throw new IllegalStateException("cannot be read");
                            }
                            return method.invoke(scene.history, arguments);
                        });
    }

    @Test
    void aPastThatIsLookedOverInOneGoIsAsIfSomebodyHadLookedEveryMinute() {
        var other = new WatchScene();
        other.watch().watch();
        for (int i = 0; i < ALL; i++) {
            for (var each : List.of(scene, other)) {
                each.plant(i < FAILING ? each.bad(window(i)) : each.good(window(i)));
            }
            other.lookAfter(i);
            other.watch().watch();
        }
        scene.clock.set(other.clock.instant());

        var silent = scene.watch(List.of(scene.provider), scene.history, _ -> {});
        assertThat(silent.review(NOON, scene.clock.instant())).isEqualTo(1);

        assertThat(scene.standing().conditions().toString())
                .isEqualTo(
                        other.standing()
                                .conditions()
                                .toString()
                                .replace(other.provider, scene.provider));
        assertThat(scene.seen()).hasSameSizeAs(other.seen());
        assertThat(scene.watch().watch()).isEqualTo(new ProviderWatch.Watched(0, 0));
        assertThat(silent.review(NOON, scene.clock.instant())).as("again").isEqualTo(1);
        assertThat(scene.seen()).hasSize(1);
    }

    private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(what));
            }
            var answers = new ArrayList<T>();
            for (var one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
