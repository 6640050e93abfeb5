package dev.easel.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoRuns;
import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.local.Stack;
import dev.easel.providers.ProviderShelf;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Run;
import dev.easel.reliability.Timing;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.script.Temper;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// What goes wrong in a made-up past is written down as the benchmark writes it down: each of it is played
/// over HTTP, and both rows are compared.
class LapsesTest {

    private static final Instant FIRST = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void aMadeUpRowIsLikeTheOneThatTheBenchmarkWrites() {
        var parameters = new HashMap<>(options().parameters());
        parameters.put("BenchmarkProviders", String.join(",", ProviderShelf.ids()));
        try (var stack = Stack.start(options().withBackground(false).withParameters(parameters));
                var api = new Api(stack.api())) {
            for (int round = 0; round < 4; round++) {
                var window = new CronWindow(FIRST.plus(Almanac.PERIOD.multipliedBy(round)));
                var played = new HashMap<String, Scenario>();
                for (var actor : Actor.ALL) {
                    var scenarios = scenarios(actor);
                    if (round < scenarios.size()) {
                        played.put(actor.provider(), scenarios.get(round));
                        queue(stack, api, actor.provider(), scenarios.get(round));
                    }
                }
                fire(stack, window);
                played.forEach((provider, scenario) -> {
                    var written = runs(stack).find(window, provider).orElseThrow();
                    assertThat(shape(written))
                            .as(provider + " plays " + scenario + ": " + written)
                            .isEqualTo(shape(madeUp(written, scenario)));
                });
            }
        }
    }

    private static dev.easel.local.StackOptions options() {
        return LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), LiveStack.folder());
    }

    /// All that can happen to it, in the ordinary days and in the story.
    private static List<Scenario> scenarios(Actor actor) {
        var scenarios = new ArrayList<>(List.of(Scenario.NORMAL));
        actor.temper().lapses().stream().map(Temper.Lapse::scenario).forEach(scenarios::add);
        new Story(java.time.LocalDate.EPOCH)
                .troubles().stream()
                        .filter(trouble -> trouble.provider().equals(actor.provider()))
                        .map(Trouble::lapse)
                        .filter(Objects::nonNull)
                        .filter(lapse -> !scenarios.contains(lapse))
                        .forEach(scenarios::add);
        return scenarios;
    }

    private static Run madeUp(Run written, Scenario scenario) {
        var actor =
                Actor.ALL.stream()
                        .filter(one -> one.provider().equals(written.provider()))
                        .findFirst()
                        .orElseThrow();
        var random = new Random(1);
        var time = Duration.ofSeconds(20);
        var call =
                scenario == Scenario.NORMAL
                        ? Call.good(actor, time, random)
                        : Call.failed(actor, scenario, time, random);
        return written.end(Almanac.ended(actor, written.prompt(), call, new Unpainted()));
    }

    /// All of it but how long it took and where the picture lies.
    private static List<Object> shape(Run run) {
        var ended = Objects.requireNonNull(run.ended());
        var timing = Objects.requireNonNull(ended.timing());
        return List.of(
                run.prompt(),
                run.candidate(),
                ended.result().wire(),
                Objects.requireNonNull(ended.contract()),
                ended.billed(),
                ended.microDollars(),
                ended.picture() != null,
                ended.thumbnail() != null,
                ended.diagnostic() != null,
                shape(timing));
    }

    private static List<Boolean> shape(Timing timing) {
        return List.of(
                timing.accepted() != null, timing.firstByte() != null, timing.decoded() != null);
    }

    private static DynamoRuns runs(Stack stack) {
        var env = stack.environment("BenchmarkFunction");
        return new DynamoRuns(new Aws(env).dynamo(), env.getOrDefault("RUNS_TABLE", ""));
    }

    private static void queue(Stack stack, Api api, String provider, Scenario scenario) {
        var body =
                "{\"scenario\":\"%s\",\"provider\":\"%s\",\"times\":1}"
                        .formatted(scenario.wire(), provider);
        var request =
                HttpRequest.newBuilder(stack.simulator().resolve("/simulator/scenario"))
                        .PUT(BodyPublishers.ofString(body))
                        .build();
        assertThat(api.send(request).statusCode()).isEqualTo(200);
    }

    private static void fire(Stack stack, CronWindow window) {
        var event =
                """
                {"source": "aws.scheduler", "detail-type": "Scheduled Event", "time": "%s"}
                """
                        .formatted(window.wire());
        stack.invoke("BenchmarkFunction", event.getBytes(StandardCharsets.UTF_8));
    }
}
