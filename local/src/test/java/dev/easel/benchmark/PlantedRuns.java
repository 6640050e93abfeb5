package dev.easel.benchmark;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.image.MediaType;
import dev.easel.image.Size;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Series;
import dev.easel.reliability.Timing;
import dev.easel.routing.Candidate;

import java.time.Duration;

/// Runs with a known truth.
public final class PlantedRuns {

    public static final Duration PERIOD = Duration.ofMinutes(5);

    private static final StoredPicture PICTURE =
            new StoredPicture("benchmarks/x", MediaType.PNG, new Size(1344, 768), 17);

    private PlantedRuns() {}

    /// As it is while it is under way.
    public static Run open(Run run) {
        return new Run(
                run.window(),
                run.period(),
                run.candidate(),
                run.prompt(),
                run.holder(),
                run.claimedAt(),
                run.lostAt(),
                run.simulated(),
                0,
                null);
    }

    public static Run succeeded(Series series, CronWindow window, long millis) {
        var took = Duration.ofMillis(millis);
        return run(
                series,
                window,
                new Run.Ended(
                        new Result.Success(),
                        "2026-02",
                        new Timing(Duration.ofMillis(200), took, took, took),
                        PICTURE,
                        "benchmarks/x-small",
                        Billed.YES,
                        67_000,
                        null));
    }

    public static Run failed(Series series, CronWindow window) {
        return run(
                series,
                window,
                new Run.Ended(
                        new Result.Failed(FailureClass.UPSTREAM_5XX),
                        "2026-02",
                        new Timing(null, null, null, Duration.ofSeconds(2)),
                        null,
                        null,
                        Billed.NO,
                        67_000,
                        "503"));
    }

    private static Run run(Series series, CronWindow window, Run.Ended ended) {
        var start = window.start();
        return new Run(
                window,
                PERIOD,
                new Candidate(series.subject(), "model"),
                "v1-01",
                "holder-" + ended.result().wire(),
                start,
                start.plus(Duration.ofMinutes(4)),
                true,
                0,
                ended);
    }
}
