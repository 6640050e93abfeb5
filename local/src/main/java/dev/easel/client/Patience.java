package dev.easel.client;

import java.io.IOException;
import java.time.Duration;

/// How long a person waits for a generation, and how often we look.
///
/// @param timeout from the order to the verdict
/// @param pauseMax the longest pause between two looks; a local endpoint asks for less patience
/// than it could
public record Patience(Stopwatch stopwatch, Duration timeout, Duration pauseMax) {

    private static final Duration PAUSE_DEFAULT = Duration.ofSeconds(1);

    /// A look may miss, as when a network changes; that many in a row are no accident.
    private static final int MISSES_MAX = 4;

    /// Reads `generation` until it rests or the time is over, and tells every change of status.
    RemoteGeneration untilItRests(
            RemoteGeneration generation, EaselClient client, Timeline timeline)
            throws IOException, InterruptedException {
        var deadline = stopwatch.elapsed().plus(timeout);
        var last = generation;
        var misses = 0;
        while (!last.rests()) {
            var left = deadline.minus(stopwatch.elapsed());
            if (!left.isPositive()) {
                return last;
            }
            stopwatch.pause(shorter(left, pause(last)));
            try {
                var next = client.generation(generation.id());
                tellChange(last, next, timeline);
                last = next;
                misses = 0;
            } catch (UnreachableException e) {
                if (++misses > MISSES_MAX) {
                    throw e;
                }
            } catch (ProblemException e) {
                if (!e.passes() || ++misses > MISSES_MAX) {
                    throw e;
                }
            }
        }
        return last;
    }

    private Duration pause(RemoteGeneration last) {
        var asked = last.retryAfter() == null ? PAUSE_DEFAULT : last.retryAfter();
        return shorter(pauseMax, asked.isPositive() ? asked : PAUSE_DEFAULT);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// An end without an output is told by [Ending], with its reason.
    private static void tellChange(
            RemoteGeneration before, RemoteGeneration now, Timeline timeline) {
        var told = now.hasOutput() || !now.rests();
        if (told && !now.status().equals(before.status())) {
            var waits = now.hasOutput() && !now.rests();
            timeline.step(now.status(), waits ? "the judges are looking" : "");
        }
    }
}
