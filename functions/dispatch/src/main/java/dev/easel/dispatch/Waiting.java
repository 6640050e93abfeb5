package dev.easel.dispatch;

import dev.easel.generation.Generation;
import dev.easel.generation.Generations;
import dev.easel.generation.State;
import dev.easel.generation.Steps;

import java.time.Clock;
import java.time.Duration;

/// Leaves a generation until its next step: written first, then sent.
///
/// @param patience how long after it was due the sweeper counts something as lost
public record Waiting(Generations generations, Steps steps, Duration patience, Clock clock) {

    void waitFor(Generation generation, State next, Duration delay) {
        waitFor(generation, next, delay, delay, steps);
    }

    /// Sent to `lane` after `delay`, and lost if nobody has taken it long after `due`.
    void waitFor(Generation generation, State next, Duration delay, Duration due, Steps lane) {
        var now = clock.instant();
        // Never so late that the sweeper, who is patient, would come long after the deadline.
        var latest = generation.deadlineAt().minus(patience);
        var expected = now.plus(due);
        var waiting = generation.to(next, now, expected.isBefore(latest) ? expected : latest);
        if (generations.save(waiting)) {
            lane.send(waiting.nextStep(), delay);
        }
    }
}
