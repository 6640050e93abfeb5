package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.id.Ids;
import dev.easel.judging.Verdict;
import dev.easel.local.LiveStack;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Result;
import dev.easel.reliability.Sample;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What is told of traffic and of panels, on DynamoDB Local with the table of the template.
class ChronicleTest {

    private static final Instant AT = Instant.parse("2034-05-06T07:08:09.123Z");

    private final String subject = "told-" + UUID.randomUUID();
    private final Series traffic = new Series(subject, Source.TRAFFIC);
    private final Series panel = new Series(subject, Source.EVALUATION);

    private final Map<String, String> env = LiveStack.get().environment("WorkerFunction");
    private final Aws aws = new Aws(env);
    private final String table = env.getOrDefault("RUNS_TABLE", "");
    private final DynamoChronicle chronicle = new DynamoChronicle(aws.dynamo(), table);
    private final DynamoHistory history = new DynamoHistory(aws.dynamo(), table, "of no use");
    private final String id = new Ids(RandomGenerator.getDefault()).attempt().value();

    @Test
    void whatIsToldTwiceCountsOnce() {
        var observation = Observation.of(AT, sample(Billed.YES, 80_000L), Map.of());

        chronicle.record(traffic, id, observation);
        chronicle.record(traffic, id, observation);

        assertThat(read(traffic)).containsExactly(observation);
    }

    @Test
    void whatIsLearnedLaterIsWrittenOverWhatWasNotKnown() {
        var settled = Observation.of(AT, sample(Billed.YES, null), Map.of());

        chronicle.record(traffic, id, Observation.of(AT, sample(Billed.UNKNOWN, null), Map.of()));
        chronicle.record(traffic, id, settled);

        assertThat(read(traffic)).containsExactly(settled);
    }

    @Test
    void anEvaluationIsKeptWithItsJudges() {
        var observation =
                Observation.of(
                        AT,
                        new Sample(
                                new Result.Judged(Verdict.INCOMPLETE),
                                Duration.ofMinutes(5),
                                false,
                                Billed.NO,
                                0,
                                true),
                        Map.of(
                                "technical",
                                found(dev.easel.judging.Result.PASS),
                                "sentinel",
                                found(dev.easel.judging.Result.ABSTAIN)));

        chronicle.record(panel, id, observation);

        assertThat(read(panel)).containsExactly(observation);
        assertThat(read(traffic)).as("another series").isEmpty();
    }

    @Test
    void itIsSweptAwayOnceNobodyCanAskAboutItAndIsNoRunOfTheBenchmark() {
        chronicle.record(traffic, id, Observation.of(AT, sample(Billed.YES, 80_000L), Map.of()));

        var item =
                aws.dynamo()
                        .getItem(request ->
                                request.tableName(table)
                                        .key(
                                                Map.of(
                                                        "cron_window", AttributeValue.fromS(id),
                                                        "provider", AttributeValue.fromS(subject))))
                        .item();
        assertThat(new Row(item).number("exp"))
                .isEqualTo(AT.plus(Duration.ofDays(35)).getEpochSecond());
        assertThat(CronWindow.parse(id)).isEmpty();
    }

    private List<Observation> read(Series series) {
        return history.observations(series, AT, AT.plusMillis(1), AT);
    }

    private static Sample sample(Billed billed, @Nullable Long price) {
        return new Sample(
                new Result.Failed(FailureClass.TIMEOUT), null, false, billed, price, false);
    }

    private static Sample found(dev.easel.judging.Result result) {
        return new Sample(
                new Result.Found(result), Duration.ofMillis(1500), false, Billed.NO, null, false);
    }
}
