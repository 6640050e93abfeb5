package dev.easel.aws;

import dev.easel.reliability.Series;
import dev.easel.reliability.Standing;
import dev.easel.reliability.Standings;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.util.Map;
import java.util.Optional;

/// How series stand, in DynamoDB beside the rollups: one item for each series, which never expires.
public final class DynamoStandings implements Standings {

    private final DynamoDbClient dynamo;
    private final String table;

    /// @param table holds the rollups
    public DynamoStandings(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Standing> of(Series series) {
        Map<String, AttributeValue> item =
                dynamo.getItem(request ->
                                request.tableName(table)
                                        .consistentRead(true)
                                        .key(StandingRow.key(series)))
                        .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(StandingRow.read(series, new Row(item)));
    }

    /// The client repeats a write whose answer got lost, and is then refused its own: as if another had
    /// been quicker. What was to be told is told when the lease has ended.
    @Override
    public boolean save(Standing standing) {
        var before = new RowBuilder().number(":before", standing.version() - 1).build();
        try {
            dynamo.putItem(request -> {
                request.tableName(table).item(StandingRow.write(standing));
                if (standing.version() == 1) {
                    request.conditionExpression("attribute_not_exists(series)");
                } else {
                    request.conditionExpression("#version = :before")
                            .expressionAttributeNames(Map.of("#version", StandingRow.VERSION))
                            .expressionAttributeValues(before);
                }
            });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
