package dev.easel.aws;

import dev.easel.reliability.Chronicle;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What traffic and panels do, in DynamoDB: rows beside the runs of the benchmark, so that one index
/// finds both.
public final class DynamoChronicle implements Chronicle {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoChronicle(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void record(Series series, String id, Observation observation) {
        dynamo.putItem(request ->
                request.tableName(table).item(ObservationRow.write(series, id, observation)));
    }
}
