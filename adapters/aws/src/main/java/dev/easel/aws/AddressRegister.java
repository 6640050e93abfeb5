package dev.easel.aws;

import dev.easel.guard.Caller;
import dev.easel.quota.Quota;
import dev.easel.quota.Standing;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// When an address was let in the last times: a shift register in one item, moved on by one
/// conditional expression that needs no read before it.
///
/// `s0` is the newest time, `s1` the one before, and so on; the right sides of an update see the
/// item as it was, so every time moves by one place at once. Whoever comes in is compared with the
/// one as many places before as the limit is: if that one's hour is over, no hour holds more than
/// the limit. Because places are named by age, another limit reads the same item: it only looks at
/// another place.
final class AddressRegister {

    /// One update may call at most 300 functions and have 4 KB of text; an item is read whole.
    static final int PLACES_MAX = 100;

    /// Longer than any time in it counts, so that an item swept is as good as an item empty.
    private static final Duration LIFE = Duration.ofDays(1);

    private final String prefix;
    private final Quota quota;
    private final Duration counts;
    private final String update;
    private final String condition;

    /// The runs of an address.
    ///
    /// @param skew how much longer than the quota's window a time counts
    static AddressRegister ofRuns(Quota quota, Duration skew) {
        return new AddressRegister("RUNS#", quota, skew);
    }

    /// The upload requests of an address.
    ///
    /// @param skew how much longer than the quota's window a time counts
    static AddressRegister ofUploads(Quota quota, Duration skew) {
        return new AddressRegister("UPLOADS#", quota, skew);
    }

    private AddressRegister(String prefix, Quota quota, Duration skew) {
        if (quota.limit() > PLACES_MAX) {
            throw new IllegalArgumentException(
                    quota.name() + " must be at most " + PLACES_MAX + ", not " + quota.limit());
        }
        this.prefix = prefix;
        this.quota = quota;
        this.counts = quota.window().plus(skew);
        this.update = update(quota.limit());
        this.condition =
                "attribute_not_exists(%1$s) OR %1$s <= :cut".formatted(place(quota.limit() - 1));
    }

    private static String update(int places) {
        var moves =
                IntStream.range(1, places)
                        .mapToObj(i -> place(i) + " = if_not_exists(" + place(i - 1) + ", :zero), ")
                        .collect(Collectors.joining());
        return "SET " + moves + "s0 = :now, #exp = :exp";
    }

    Map<String, AttributeValue> key(Caller caller) {
        return Guards.key(prefix + caller.id());
    }

    String update() {
        return update;
    }

    String condition() {
        return condition;
    }

    Map<String, AttributeValue> values(Instant now) {
        var values =
                new RowBuilder()
                        .instant(":now", now)
                        .instant(":cut", now.minus(counts))
                        .number(":exp", now.plus(LIFE).getEpochSecond());
        // DynamoDB refuses a value that no expression names.
        return (quota.limit() > 1 ? values.number(":zero", 0) : values).build();
    }

    /// Where the caller stands with this item, or with none (an empty map).
    ///
    /// As many places are left as the oldest ones in a row have had their hour. With clocks apart a
    /// younger place may hold an older time; it waits for its turn.
    Standing standing(Map<String, AttributeValue> item, Instant now) {
        var row = new Row(item);
        long cut = now.minus(counts).toEpochMilli();
        int place = quota.limit() - 1;
        while (place >= 0 && time(row, place) <= cut) {
            place--;
        }
        var wait = place < 0 ? Duration.ZERO : Duration.ofMillis(time(row, place) - cut);
        return new Standing(quota, quota.limit() - 1 - place, wait);
    }

    private static long time(Row row, int place) {
        return row.has(place(place)) ? row.number(place(place)) : 0;
    }

    private static String place(int number) {
        return "s" + number;
    }
}
