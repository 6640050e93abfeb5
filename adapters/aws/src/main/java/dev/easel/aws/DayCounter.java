package dev.easel.aws;

import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// How many were let in on a UTC day: one item per day, counted up to the limit by one conditional
/// expression.
///
/// One item for all callers is hot only in a burst; 500 a day wait for each other less often than
/// shards of it would refuse too early.
final class DayCounter {

    static final String UPDATE = "ADD n :runs SET #exp = :exp";

    /// Until the day is over everywhere, however far clocks are apart.
    private static final Duration LIFE = Duration.ofDays(2);

    private final Quota quota;

    DayCounter(Quota quota) {
        this.quota = quota;
    }

    Map<String, AttributeValue> key(Instant now) {
        return Guards.key("DAY#" + now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /// Never, where more are wanted than there are in a day.
    String condition(int runs) {
        return (runs > quota.limit() ? "" : "attribute_not_exists(n) OR ") + "n <= :most";
    }

    Map<String, AttributeValue> values(Instant now, int runs) {
        return new RowBuilder()
                .number(":runs", runs)
                .number(":most", quota.limit() - runs)
                .number(":exp", now.plus(LIFE).getEpochSecond())
                .build();
    }

    /// Where everybody stands with the item of that day, or with none (an empty map).
    Standing standing(Map<String, AttributeValue> item, Instant now) {
        var row = new Row(item);
        long taken = row.has("n") ? row.number("n") : 0;
        return new Standing(
                quota, (int) Math.max(0, quota.limit() - taken), Duration.between(now, end(now)));
    }

    private static Instant end(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
