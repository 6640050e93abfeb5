package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoHistory;
import dev.easel.emulator.Eventually;
import dev.easel.failure.Billed;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A real generation feeds the statistics: through the handlers, over HTTP.
class TrafficJourneyTest {

    private final Map<String, String> env = LiveStack.get().environment("RollUpFunction");
    private final DynamoHistory history =
            new DynamoHistory(
                    new Aws(env).dynamo(),
                    env.getOrDefault("RUNS_TABLE", ""),
                    env.getOrDefault("ROLLUPS_TABLE", ""));

    @Test
    void itsAttemptAndItsEvaluationAreThereAndSaidToBeSimulated() throws Exception {
        var start = Clock.systemUTC().instant();
        var api = new Api(LiveStack.get().api());
        var order =
                Api.JSON.createObjectNode().put("workflow", "create").put("prompt", "a red boat");

        var generation = api.generate(order);
        Eventually.until("it is counted", () -> !rows(Series.PANEL, start).isEmpty());

        assertThat(generation.at("/evaluation/verdict").asText()).isEqualTo("green");
        var traffic = rows(new Series("runflow", Source.TRAFFIC), start).getLast();
        assertThat(traffic.sample())
                .isEqualTo(
                        new Sample(
                                new Result.Success(),
                                Objects.requireNonNull(traffic.sample()).latency(),
                                true,
                                Billed.YES,
                                80_000,
                                true));
        var panel = rows(Series.PANEL, start).getLast();
        assertThat(Objects.requireNonNull(panel.sample()).simulated()).isTrue();
        assertThat(panel.parts()).containsOnlyKeys("technical", "sentinel");
        assertThat(panel.parts().values())
                .extracting(Sample::latency)
                .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofMinutes(1)));
    }

    private List<Observation> rows(Series series, Instant start) {
        return history.observations(series, start, start.plus(Duration.ofMinutes(5)), start);
    }
}
