package dev.easel.gateway;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;

/// Six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year. Numbers,
/// lists, ranges and steps; no names, no `L`, `W`, `#`.
record Cron(
        BitSet minutes,
        BitSet hours,
        BitSet days,
        BitSet months,
        BitSet weekdays,
        BitSet years,
        ZoneId zone)
        implements Cadence {

    private static final int FIELDS = 6;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    static Cron parse(String expression, ZoneId zone) {
        var fields = expression.strip().split(" +", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "cron(" + expression + ") does not have six fields.");
        }
        return new Cron(
                field(fields[0], 0, 59),
                field(fields[1], 0, 23),
                field(fields[2], 1, 31),
                field(fields[3], 1, 12),
                field(fields[4], 1, 7),
                field(fields[5], FIRST_YEAR, LAST_YEAR),
                zone);
    }

    private static BitSet field(String text, int low, int high) {
        var values = new BitSet();
        Arrays.stream(text.split(",", -1)).forEach(part -> part(values, part, low, high));
        return values;
    }

    private static void part(BitSet values, String part, int low, int high) {
        try {
            var slash = part.indexOf('/');
            var range = slash < 0 ? part : part.substring(0, slash);
            var step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
            var any = range.equals("*") || range.equals("?");
            var dash = range.indexOf('-');
            var from = any ? low : Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            var alone = !any && dash < 0 && slash < 0;
            var to = dash < 0 ? (alone ? from : high) : Integer.parseInt(range.substring(dash + 1));
            if (from < low || to > high || step < 1) {
                throw new IllegalArgumentException(
                        part + " is outside of " + low + " to " + high + ".");
            }
            for (var value = from; value <= to; value += step) {
                values.set(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    part + " in a cron expression is not understood here.", e);
        }
    }

    @Override
    public Instant next(Instant instant) {
        var time = instant.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (time.getYear() <= LAST_YEAR) {
            if (!years.get(time.getYear())) {
                time = time.plusYears(1).withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            } else if (!isDay(time)) {
                time = time.plusDays(1).truncatedTo(ChronoUnit.DAYS);
            } else if (!hours.get(time.getHour())) {
                time = time.plusHours(1).truncatedTo(ChronoUnit.HOURS);
            } else if (!minutes.get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time.toInstant();
            }
        }
        return Instant.MAX;
    }

    private boolean isDay(ZonedDateTime time) {
        // Java's week begins on Monday with 1, Amazon's on Sunday with 1.
        var weekday = time.getDayOfWeek().getValue() % 7 + 1;
        return months.get(time.getMonthValue())
                && days.get(time.getDayOfMonth())
                && weekdays.get(weekday);
    }
}
