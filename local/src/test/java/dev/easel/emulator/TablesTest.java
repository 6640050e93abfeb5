package dev.easel.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.template.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class TablesTest {

    @TempDir private Path folder;

    private static Table table(String index) {
        return new Table(
                "Things",
                "easel-Things",
                List.of(
                        new Table.Attribute("id", "S"),
                        new Table.Attribute("open", "S"),
                        new Table.Attribute("due_at", "N")),
                new Table.Key("id", null),
                List.of(
                        new Table.Index(
                                index, new Table.Key("open", "due_at"), "KEYS_ONLY", List.of())),
                "exp");
    }

    @Test
    void aTableIsMadeWithItsIndexAndTimeToLiveAndSurvivesARestart() {
        try (var emulator = DynamoEmulator.start(0, folder);
                var dynamo = Clients.of(emulator.uri()).dynamo()) {
            new Tables(dynamo).ensure(List.of(table("open-by-due")));
            var item =
                    Map.of(
                            "id", AttributeValue.fromS("a"),
                            "open", AttributeValue.fromS("open#0"),
                            "due_at", AttributeValue.fromN("7"));
            dynamo.putItem(request -> request.tableName("easel-Things").item(item));
        }
        try (var emulator = DynamoEmulator.start(0, folder);
                var dynamo = Clients.of(emulator.uri()).dynamo()) {
            new Tables(dynamo).ensure(List.of(table("open-by-due")));

            var due =
                    dynamo.query(request ->
                            request.tableName("easel-Things")
                                    .indexName("open-by-due")
                                    .keyConditionExpression("#open = :open AND due_at <= :now")
                                    .expressionAttributeNames(Map.of("#open", "open"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":open", AttributeValue.fromS("open#0"),
                                                    ":now", AttributeValue.fromN("8"))));
            assertThat(due.items()).hasSize(1);
            assertThat(
                            dynamo.describeTimeToLive(request -> request.tableName("easel-Things"))
                                    .timeToLiveDescription()
                                    .attributeName())
                    .isEqualTo("exp");
        }
    }

    @Test
    void aTableThatDiffersFromTheTemplateIsNotTouchedButSaysSo() {
        try (var emulator = DynamoEmulator.start(0, folder);
                var dynamo = Clients.of(emulator.uri()).dynamo()) {
            var tables = new Tables(dynamo);
            tables.ensure(List.of(table("open-by-due")));

            assertThatThrownBy(() -> tables.ensure(List.of(table("by-due"))))
                    .isInstanceOf(EmulatorException.class)
                    .hasMessageContaining("easel-Things")
                    .hasMessageContaining("open-by-due (open/due_at, KEYS_ONLY)")
                    .hasMessageContaining("by-due (open/due_at, KEYS_ONLY)")
                    .hasMessageEndingWith("Start over with --fresh.");
        }
    }
}
