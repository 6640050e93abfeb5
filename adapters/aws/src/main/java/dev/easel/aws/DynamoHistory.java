package dev.easel.aws;

import dev.easel.reliability.History;
import dev.easel.reliability.Observation;
import dev.easel.reliability.RolledUp;
import dev.easel.reliability.Rollup;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What was observed, in DynamoDB: rows through the index of the runs' table, which is a moment behind,
/// and hours in the rollups' table.
public final class DynamoHistory implements History {

    /// Beside the rollups, under the name of no series.
    private static final Map<String, AttributeValue> PROGRESS = RollupRow.key("-", Instant.EPOCH);

    private static final String SETTLED = "settled";
    private static final String UP_TO = "up_to";

    private final DynamoDbClient dynamo;
    private final String runs;
    private final String rollups;

    public DynamoHistory(DynamoDbClient dynamo, String runs, String rollups) {
        this.dynamo = dynamo;
        this.runs = runs;
        this.rollups = rollups;
    }

    @Override
    public List<Observation> observations(Series series, Instant from, Instant to, Instant now) {
        return query(
                        request -> request.tableName(runs).indexName("series"),
                        RunRow.AT,
                        series,
                        from,
                        to)
                .stream()
                .map(row -> read(series, row, now))
                .toList();
    }

    private static Observation read(Series series, Row row, Instant now) {
        return switch (series.source()) {
            case BENCHMARK -> RunRow.read(row).observed(now);
            case TRAFFIC, EVALUATION -> ObservationRow.read(row);
        };
    }

    @Override
    public List<Rollup> rollups(Series series, Instant from, Instant to) {
        return query(request -> request.tableName(rollups), RollupRow.HOUR, series, from, to)
                .stream()
                .map(row -> RollupRow.read(series, row))
                .toList();
    }

    private List<Row> query(
            Consumer<QueryRequest.Builder> where,
            String time,
            Series series,
            Instant from,
            Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        var request =
                QueryRequest.builder()
                        .applyMutation(where)
                        .keyConditionExpression("#series = :series AND #time BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#series", "series", "#time", time))
                        .expressionAttributeValues(
                                new RowBuilder()
                                        .text(":series", series.wire())
                                        .instant(":from", from)
                                        .instant(":to", to.minusMillis(1))
                                        .build())
                        .build();
        Stream<Map<String, AttributeValue>> items = dynamo.queryPaginator(request).items().stream();
        return items.map(Row::new).toList();
    }

    @Override
    public void keep(Rollup rollup) {
        dynamo.putItem(request -> request.tableName(rollups).item(RollupRow.write(rollup)));
    }

    @Override
    public RolledUp rolledUp(Instant now) {
        var item = dynamo.getItem(request -> request.tableName(rollups).key(PROGRESS)).item();
        var row = new Row(item);
        return item.isEmpty()
                ? RolledUp.none(now)
                : new RolledUp(row.instant(SETTLED), row.instant(UP_TO));
    }

    @Override
    public void note(RolledUp progress) {
        var item =
                new RowBuilder()
                        .instant(SETTLED, progress.settled())
                        .instant(UP_TO, progress.upTo())
                        .build();
        item.putAll(PROGRESS);
        dynamo.putItem(request -> request.tableName(rollups).item(item));
    }
}
