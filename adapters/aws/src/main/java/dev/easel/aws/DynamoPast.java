package dev.easel.aws;

import dev.easel.aws.Retries.Tried;
import dev.easel.reliability.Observation;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a whole past into the table of what was observed, a hundred rows at a time. What is there stays: no
/// row that was made up ever takes the place of one that was not, whoever writes at the same time.
public final class DynamoPast {

    /// As many as a transaction takes.
    private static final int ROWS_MAX = 100;

    private static final String TAKEN = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Retries retries = Retries.ofThisMachine();

    public DynamoPast(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// How many of them were not there.
    public int plant(List<Run> runs) {
        return write(runs.stream().map(RunRow::write).toList());
    }

    /// The same of what is no run: attempts or evaluations, each under its id.
    public int plant(Series series, Map<String, Observation> observations) {
        return write(
                observations.entrySet().stream()
                        .map(entry ->
                                ObservationRow.write(series, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private int write(List<Map<String, AttributeValue>> rows) {
        int written = 0;
        for (int from = 0; from < rows.size(); from += ROWS_MAX) {
            written += together(rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
        }
        return written;
    }

    private int together(List<Map<String, AttributeValue>> rows) {
        var left = new ArrayList<>(rows);
        var written = retries.until(_ -> attempt(left));
        if (written == null) {
            throw new IllegalStateException("others write to these rows all the time");
        }
        return written;
    }

    /// Takes out of `left` what turns out to be there.
    private Tried<Integer> attempt(List<Map<String, AttributeValue>> left) {
        try {
            if (!left.isEmpty()) {
                dynamo.transactWriteItems(
                        request -> request.transactItems(left.stream().map(this::put).toList()));
            }
            return new Tried.Decided<>(left.size());
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons();
            if (reasons.stream().map(CancellationReason::code).noneMatch(DynamoPast::passes)) {
                throw e;
            }
            for (int i = reasons.size() - 1; i >= 0; i--) {
                if (TAKEN.equals(reasons.get(i).code())) {
                    left.remove(i);
                }
            }
            return new Tried.Undecided<>(Retries.Why.COLLIDED);
        }
    }

    private static boolean passes(String code) {
        return TAKEN.equals(code) || CONFLICT.equals(code);
    }

    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(
                        Put.builder()
                                .tableName(table)
                                .item(row)
                                .conditionExpression("attribute_not_exists(" + RunRow.WINDOW + ")")
                                .build())
                .build();
    }
}
