package dev.easel.seed;

import dev.easel.simulator.script.Scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What there was in a made-up month beside its ordinary days, told backwards from its last day: so the
/// shortest past has the newest of it.
public final class Story {

    private final LocalDate lastDay;
    private final List<Trouble> troubles;

    /// @param lastDay in UTC
    public Story(LocalDate lastDay) {
        this.lastDay = lastDay;
        this.troubles =
                List.of(
                        // Slow for an afternoon.
                        new Trouble("prodia", at(2, 12, 0), at(2, 20, 0), null, 0, 2.2),
                        // Gone for an hour.
                        new Trouble(
                                "runware", at(5, 2, 0), at(5, 3, 0), Scenario.RESET_BEFORE, 1, 1),
                        // Overloaded for a day.
                        new Trouble(
                                "google",
                                at(9, 8, 0),
                                at(8, 8, 0),
                                Scenario.UNAVAILABLE,
                                0.45,
                                1.4));
    }

    private Instant at(int daysBefore, int hour, int minute) {
        return lastDay.minusDays(daysBefore)
                .atTime(LocalTime.of(hour, minute))
                .toInstant(ZoneOffset.UTC);
    }

    List<Trouble> troubles() {
        return troubles;
    }

    Optional<Trouble> trouble(String provider, Instant at) {
        return troubles.stream().filter(trouble -> trouble.concerns(provider, at)).findFirst();
    }

    /// The schedule was switched off for a while.
    boolean isSilent(Instant at) {
        return isWithin(at, at(3, 9, 10), Duration.ofMinutes(40));
    }

    /// Two schedules fired every window for an hour.
    boolean isDoubled(Instant at) {
        return isWithin(at, at(11, 14, 0), Duration.ofHours(1));
    }

    /// The day's budget was spent.
    boolean isOverBudget(Instant at) {
        return isWithin(at, at(12, 21, 0), Duration.ofHours(3));
    }

    /// The function was killed after its claims.
    boolean isKilled(Instant at) {
        return isWithin(at, at(15, 16, 35), Almanac.PERIOD);
    }

    /// One of them got its key only after some days.
    boolean isConfigured(String provider, Instant at) {
        return !provider.equals("replicate") || !at.isBefore(at(28, 0, 0));
    }

    private static boolean isWithin(Instant at, Instant from, Duration length) {
        return !at.isBefore(from) && at.isBefore(from.plus(length));
    }
}
