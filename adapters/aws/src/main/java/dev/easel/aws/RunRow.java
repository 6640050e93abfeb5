package dev.easel.aws;

import dev.easel.failure.Billed;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Timing;
import dev.easel.routing.Candidate;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// A run of the benchmark as it is kept.
final class RunRow {

    static final String WINDOW = "cron_window";
    static final String PROVIDER = "provider";
    static final String SERIES = "series";
    static final String AT = "at";
    static final String HOLDER = "holder";
    static final String SKIPPED = "skipped";
    static final String RESULT = "result";

    /// Longer than the longest time that anybody can ask about.
    static final Duration LIFE = Duration.ofDays(35);

    private static final String PERIOD = "period_ms";
    private static final String MODEL = "model";
    private static final String PROMPT = "prompt";
    private static final String CLAIMED_AT = "claimed_at";
    private static final String LOST_AT = "lost_at";
    private static final String SIMULATED = "simulated";
    private static final String CONTRACT = "contract";
    private static final String ACCEPTED = "accepted_ms";
    private static final String FIRST_BYTE = "first_byte_ms";
    private static final String DECODED = "decoded_ms";
    private static final String ENDED = "ended_ms";
    private static final String PICTURE = "picture";
    private static final String THUMBNAIL = "thumbnail";
    private static final String BILLED = "billed";
    private static final String MICRO_DOLLARS = "micro_dollars";
    private static final String DIAGNOSTIC = "diagnostic";

    private RunRow() {}

    static Map<String, AttributeValue> key(CronWindow window, String provider) {
        return new RowBuilder().text(WINDOW, window.wire()).text(PROVIDER, provider).build();
    }

    static Map<String, AttributeValue> write(Run run) {
        var row =
                new RowBuilder()
                        .text(WINDOW, run.window().wire())
                        .text(PROVIDER, run.provider())
                        .text(SERIES, run.series().wire())
                        .instant(AT, run.window().start())
                        .number(PERIOD, run.period().toMillis())
                        .text(MODEL, run.candidate().model())
                        .text(PROMPT, run.prompt())
                        .text(HOLDER, run.holder())
                        .instant(CLAIMED_AT, run.claimedAt())
                        .instant(LOST_AT, run.lostAt())
                        .flag(SIMULATED, run.simulated())
                        .number(SKIPPED, run.skipped())
                        .number(Guards.EXP, run.window().start().plus(LIFE).getEpochSecond());
        var ended = run.ended();
        return (ended == null ? row : write(row, ended)).build();
    }

    /// What is added once it has ended.
    static Map<String, AttributeValue> write(Run.Ended ended) {
        return write(new RowBuilder(), ended).build();
    }

    private static RowBuilder write(RowBuilder row, Run.Ended ended) {
        var timing = ended.timing();
        if (timing != null) {
            duration(row, ACCEPTED, timing.accepted());
            duration(row, FIRST_BYTE, timing.firstByte());
            duration(row, DECODED, timing.decoded());
            duration(row, ENDED, timing.ended());
        }
        return row.text(RESULT, ended.result().wire())
                .text(CONTRACT, ended.contract())
                .row(PICTURE, ended.picture(), OrderRow::write)
                .text(THUMBNAIL, ended.thumbnail())
                .text(BILLED, ended.billed().name().toLowerCase(Locale.ROOT))
                .number(MICRO_DOLLARS, ended.microDollars())
                .text(DIAGNOSTIC, ended.diagnostic());
    }

    private static void duration(RowBuilder row, String name, @Nullable Duration duration) {
        if (duration != null) {
            row.number(name, duration.toMillis());
        }
    }

    static Run read(Row row) {
        return new Run(
                new CronWindow(row.instant(AT)),
                Duration.ofMillis(row.number(PERIOD)),
                new Candidate(row.text(PROVIDER), row.text(MODEL)),
                row.text(PROMPT),
                row.text(HOLDER),
                row.instant(CLAIMED_AT),
                row.instant(LOST_AT),
                row.flag(SIMULATED),
                row.number(SKIPPED),
                row.has(RESULT) ? readEnded(row) : null);
    }

    private static Run.Ended readEnded(Row row) {
        return new Run.Ended(
                Result.of(row.text(RESULT)).orElseThrow(),
                row.maybeText(CONTRACT).orElse(null),
                row.has(ENDED) ? readTiming(row) : null,
                row.maybeRow(PICTURE).map(OrderRow::readPicture).orElse(null),
                row.maybeText(THUMBNAIL).orElse(null),
                Billed.valueOf(row.text(BILLED).toUpperCase(Locale.ROOT)),
                row.number(MICRO_DOLLARS),
                row.maybeText(DIAGNOSTIC).orElse(null));
    }

    private static Timing readTiming(Row row) {
        return new Timing(
                duration(row, ACCEPTED),
                duration(row, FIRST_BYTE),
                duration(row, DECODED),
                Duration.ofMillis(row.number(ENDED)));
    }

    private static @Nullable Duration duration(Row row, String name) {
        return row.has(name) ? Duration.ofMillis(row.number(name)) : null;
    }
}
