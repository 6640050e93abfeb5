package dev.easel.aws;

import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Run;
import dev.easel.reliability.Runs;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The runs of the benchmark in DynamoDB: one item for each window and provider.
public final class DynamoRuns implements Runs {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoRuns(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The client repeats a write whose answer got lost: an item of the same holder is our own.
    @Override
    public boolean claim(Run run) {
        try {
            dynamo.putItem(request ->
                    request.tableName(table)
                            .item(RunRow.write(run))
                            .conditionExpression("attribute_not_exists(cron_window)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException e) {
            var holder = new Row(e.item()).maybeText(RunRow.HOLDER);
            if (holder.isPresent() && holder.get().equals(run.holder())) {
                return true;
            }
            skip(run);
            return false;
        }
    }

    private void skip(Run run) {
        dynamo.updateItem(request ->
                request.tableName(table)
                        .key(RunRow.key(run.window(), run.provider()))
                        .updateExpression("ADD skipped :one")
                        // What was swept away since is not brought back by half.
                        .conditionExpression("attribute_exists(cron_window)")
                        .expressionAttributeValues(new RowBuilder().number(":one", 1).build()));
    }

    @Override
    public void end(Run run) {
        var update =
                new Update()
                        .name("#holder", RunRow.HOLDER)
                        .value(":holder", AttributeValue.fromS(run.holder()))
                        .name("#result", RunRow.RESULT)
                        .when("#holder = :holder AND attribute_not_exists(#result)");
        RunRow.write(Objects.requireNonNull(run.ended(), "it has not ended")).forEach(update::set);
        try {
            dynamo.updateItem(update.of(table, RunRow.key(run.window(), run.provider())));
        } catch (ConditionalCheckFailedException _) {
            // Ended already.
        }
    }

    @Override
    public List<Run> of(CronWindow window) {
        return dynamo
                .queryPaginator(request ->
                        request.tableName(table)
                                .consistentRead(true)
                                .keyConditionExpression("cron_window = :window")
                                .expressionAttributeValues(
                                        new RowBuilder().text(":window", window.wire()).build()))
                .items()
                .stream()
                .map(Row::new)
                .map(RunRow::read)
                .toList();
    }

    @Override
    public List<Run> newest(Series series, Instant before, int most) {
        return dynamo
                .query(request ->
                        request.tableName(table)
                                .indexName(RunRow.SERIES)
                                .scanIndexForward(false)
                                .limit(most)
                                .keyConditionExpression("#series = :series AND #at < :before")
                                .expressionAttributeNames(
                                        Map.of("#series", RunRow.SERIES, "#at", RunRow.AT))
                                .expressionAttributeValues(
                                        new RowBuilder()
                                                .text(":series", series.wire())
                                                .instant(":before", before)
                                                .build()))
                .items()
                .stream()
                .map(Row::new)
                .map(RunRow::read)
                .toList();
    }

    @Override
    public Optional<Run> find(CronWindow window, String provider) {
        Map<String, AttributeValue> item =
                dynamo.getItem(request ->
                                request.tableName(table)
                                        .consistentRead(true)
                                        .key(RunRow.key(window, provider)))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(RunRow.read(new Row(item)));
    }
}
