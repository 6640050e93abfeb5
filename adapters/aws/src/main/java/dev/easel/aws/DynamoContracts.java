package dev.easel.aws;

import dev.easel.routing.Candidate;
import dev.easel.routing.Contracts;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Remembered contracts in DynamoDB: for each candidate one item for the contract and one for the
/// shape of its answers.
public final class DynamoContracts implements Contracts {

    /// Long enough that the wasted call which finds the change anew is rare, short enough that nobody
    /// has to know of the item when a provider takes its change back.
    private static final Duration LIFE = Duration.ofDays(7);

    private static final String VALUE = "is";

    private final DynamoDbClient dynamo;
    private final String table;

    /// @param table holds the guards
    public DynamoContracts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Read consistently: whoever starts after the write must not waste a call.
    @Override
    public Optional<String> preferred(Candidate candidate, Instant now) {
        return read(contract(candidate), now);
    }

    @Override
    public boolean prefer(Candidate candidate, String contract, Instant now) {
        return write(contract(candidate), contract, now).isPresent();
    }

    /// Written only where it differs: nearly always it does not.
    @Override
    public Optional<String> reshape(Candidate candidate, String shape, Instant now) {
        var key = shape(candidate);
        var known = read(key, now);
        if (known.isPresent() && known.get().equals(shape)) {
            return Optional.empty();
        }
        return write(key, shape, now).map(Before::value).filter(before -> !before.isEmpty());
    }

    /// What was there before this write; empty of words when nothing was.
    private record Before(String value) {}

    /// Empty when it is remembered already.
    private Optional<Before> write(Map<String, AttributeValue> key, String value, Instant now) {
        var update =
                new Update()
                        .set(VALUE, AttributeValue.fromS(value))
                        .set(Guards.EXP, seconds(now.plus(LIFE)))
                        .value(":now", seconds(now))
                        .when("attribute_not_exists(#is) OR #is <> :is OR #exp <= :now");
        try {
            var old =
                    dynamo.updateItem(
                                    update.of(table, key).toBuilder()
                                            .returnValues(ReturnValue.ALL_OLD)
                                            .build())
                            .attributes();
            return Optional.of(new Before(value(old, now).orElse("")));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private Optional<String> read(Map<String, AttributeValue> key, Instant now) {
        var found =
                dynamo.getItem(request -> request.tableName(table).key(key).consistentRead(true));
        return value(found.item(), now);
    }

    private static Optional<String> value(Map<String, AttributeValue> item, Instant now) {
        var row = new Row(item);
        return item.isEmpty() || row.number(Guards.EXP) <= now.getEpochSecond()
                ? Optional.empty()
                : Optional.of(row.text(VALUE));
    }

    private static AttributeValue seconds(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
    }

    private static Map<String, AttributeValue> contract(Candidate candidate) {
        return Guards.key("CONTRACT#" + candidate.provider() + "#" + candidate.model());
    }

    private static Map<String, AttributeValue> shape(Candidate candidate) {
        return Guards.key("SHAPE#" + candidate.provider() + "#" + candidate.model());
    }
}
