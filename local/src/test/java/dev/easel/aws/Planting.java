package dev.easel.aws;

import dev.easel.generation.Generation;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Puts a generation into its table past every guard, for tests of what happens to it afterwards.
public final class Planting {

    private Planting() {}

    public static void plant(Aws aws, String table, Generation generation) {
        try (var dynamo = aws.dynamo()) {
            plant(dynamo, table, generation);
        }
    }

    public static void plant(DynamoDbClient dynamo, String table, Generation generation) {
        dynamo.putItem(request -> request.tableName(table).item(GenerationRow.write(generation)));
    }
}
