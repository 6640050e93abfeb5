package dev.easel.aws;

import dev.easel.reliability.Incident;
import dev.easel.reliability.Incident.Aspect;
import dev.easel.reliability.Incidents;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the change detector saw, in DynamoDB beside the rollups.
public final class DynamoIncidents implements Incidents {

    private final DynamoDbClient dynamo;
    private final String table;

    /// @param table holds the rollups
    public DynamoIncidents(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<Incident> since(Series series, Instant from) {
        return Arrays.stream(Aspect.values())
                .flatMap(aspect -> all(series, aspect))
                .filter(incident -> IncidentRow.lastedSince(incident, from))
                .sorted(Comparator.comparing(Incident::began).thenComparing(Incident::aspect))
                .toList();
    }

    /// They are few: that one began long ago does not say that it is over.
    private Stream<Incident> all(Series series, Aspect aspect) {
        return dynamo
                .queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("#series = :series")
                                .expressionAttributeNames(Map.of("#series", RollupRow.SERIES))
                                .expressionAttributeValues(
                                        new RowBuilder()
                                                .text(
                                                        ":series",
                                                        IncidentRow.partition(series, aspect))
                                                .build()))
                .items()
                .stream()
                .map(item -> IncidentRow.read(series, new Row(item)));
    }

    @Override
    public void keep(Incident incident) {
        dynamo.putItem(request -> request.tableName(table).item(IncidentRow.item(incident)));
    }
}
