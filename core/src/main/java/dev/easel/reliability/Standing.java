package dev.easel.reliability;

import dev.easel.reliability.Incident.Aspect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How a series stands as far as the [Detector] has looked, and what has still to be told of it.
///
/// @param upTo everything up to this moment was looked at
/// @param seenAt when something was last seen that says anything about the provider
/// @param conditions of every aspect
/// @param untold in the order in which it happened
/// @param takenAt when somebody last wrote it
/// @param version 1 for the first write, and one more for each
public record Standing(
        Series series,
        Instant upTo,
        Instant seenAt,
        Map<Aspect, Condition> conditions,
        List<Notice> untold,
        Instant takenAt,
        long version) {

    public Standing {
        conditions = Map.copyOf(conditions);
        untold = List.copyOf(untold);
    }

    /// Of a series that nobody has looked at: what is before `from` is learned from, and not judged.
    public static Standing begin(Series series, Instant from) {
        var conditions = new EnumMap<Aspect, Condition>(Aspect.class);
        for (var aspect : Aspect.values()) {
            conditions.put(aspect, Condition.unknown());
        }
        return new Standing(series, from.minusMillis(1), from, conditions, List.of(), from, 0);
    }

    Condition condition(Aspect aspect) {
        return Objects.requireNonNull(conditions.get(aspect), "every aspect has one");
    }

    Standing with(Aspect aspect, Condition condition, List<Notice> news) {
        var all = new EnumMap<>(conditions);
        all.put(aspect, condition);
        var notices = new ArrayList<>(untold);
        notices.addAll(news);
        return new Standing(series, upTo, seenAt, all, notices, takenAt, version);
    }

    Standing upTo(Instant at, Instant seen) {
        return new Standing(series, at, seen, conditions, untold, takenAt, version);
    }

    /// Whether any aspect is worse than usual.
    public boolean isDegraded() {
        return conditions.values().stream()
                .anyMatch(condition -> condition.phase() instanceof Phase.Worse);
    }

    /// Whether somebody is at it to tell what there is to tell.
    ///
    /// @param lease how long that may take
    public boolean isBeingTold(Instant now, Duration lease) {
        return !untold.isEmpty() && now.isBefore(takenAt.plus(lease));
    }

    /// As it is written after version `before`, by whoever then tells what there is to tell.
    public Standing take(long before, Instant now) {
        return new Standing(series, upTo, seenAt, conditions, untold, now, before + 1);
    }

    /// The same after all was told.
    public Standing tell() {
        return new Standing(series, upTo, seenAt, conditions, List.of(), takenAt, version + 1);
    }
}
