package dev.easel.aws;

import dev.easel.generation.Attempt;
import dev.easel.generation.Generation;
import dev.easel.judging.Evaluation;
import dev.easel.reliability.Chronicle;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What one test has told the statistics, in a table that all share: in series of its own.
public final class Books implements Chronicle {

    private final String own = "-" + UUID.randomUUID();
    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoChronicle chronicle;

    public Books(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.chronicle = new DynamoChronicle(dynamo, table);
    }

    @Override
    public void record(Series series, String id, Observation observation) {
        chronicle.record(new Series(series.subject() + own, series.source()), id, observation);
    }

    /// What is kept of the attempts of a generation, in their order.
    public List<Observation> of(Generation generation) {
        return generation.attempts().stream()
                .map(Attempt::id)
                .flatMap(id -> rows(id.value()))
                .toList();
    }

    public List<Observation> of(Evaluation evaluation) {
        return rows(evaluation.id().value()).toList();
    }

    private Stream<Observation> rows(String id) {
        return dynamo
                .queryPaginator(request ->
                        request.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("cron_window = :id")
                                .expressionAttributeValues(
                                        new RowBuilder().text(":id", id).build()))
                .items()
                .stream()
                .map(Row::new)
                .filter(row -> row.text("provider").endsWith(own))
                .map(ObservationRow::read);
    }
}
