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
    }

    Map<String, AttributeValue> key(Caller caller) {
        return Guards.key(prefix + caller.id());
    }

    /// Moves on by so many places.
    String update(int runs) {
        var moves =
                IntStream.range(0, quota.limit())
                        .mapToObj(i -> place(i) + " = " + earlier(i - runs) + ", ")
                        .collect(Collectors.joining());
        return "SET " + moves + "#exp = :exp";
    }

    private static String earlier(int place) {
        return place < 0 ? ":now" : "if_not_exists(" + place(place) + ", :zero)";
    }

    /// As many places before as there are to be taken, and an hour ago. Never, where more are wanted
    /// than there are.
    String condition(int runs) {
        return runs > quota.limit()
                ? "attribute_exists(s0) AND attribute_not_exists(s0)"
                : "attribute_not_exists(%1$s) OR %1$s <= :cut"
                        .formatted(place(quota.limit() - runs));
    }

    Map<String, AttributeValue> values(Instant now, int runs) {
        var values =
                new RowBuilder()
                        .instant(":now", now)
                        .instant(":cut", now.minus(counts))
                        .number(":exp", now.plus(LIFE).getEpochSecond());
        // DynamoDB refuses a value that no expression names.
        if (runs < quota.limit()) {
            values.number(":zero", 0);
        }
        var all = values.build();
        if (runs > quota.limit()) {
            all.remove(":cut");
        }
        return all;
    }

    /// Where the caller stands with this item, or with none (an empty map).
    Standing standing(Map<String, AttributeValue> item, Instant now) {
        return standing(item, now, 1);
    }

    /// The same for somebody who wants so many places at once: then `nextIn` is until there are as many.
    ///
    /// As many places are left as the oldest ones in a row have had their hour. With clocks apart a
    /// younger place may hold an older time; it waits for its turn.
    Standing standing(Map<String, AttributeValue> item, Instant now, int runs) {
        var row = new Row(item);
        long cut = now.minus(counts).toEpochMilli();
        int place = quota.limit() - 1;
        while (place >= 0 && time(row, place) <= cut) {
            place--;
        }
        int remaining = quota.limit() - 1 - place;
        return new Standing(quota, remaining, wait(row, place, runs - 1 - remaining, cut));
    }

    /// Until the place `more` places younger than `place` has had its hour, too.
    private Duration wait(Row row, int place, int more, long cut) {
        if (place < 0) {
            return Duration.ZERO;
        }
        long last = time(row, Math.max(0, place - Math.max(0, more)));
        return Duration.ofMillis(Math.max(last, time(row, place)) - cut);
    }

    private static long time(Row row, int place) {
        return row.has(place(place)) ? row.number(place(place)) : 0;
    }

    private static String place(int number) {
        return "s" + number;
    }
}
