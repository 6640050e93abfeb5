package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The panel's work on a generation's output.
///
/// @param generation whose output
/// @param id which evaluation of it
/// @param rubric who judges, as it stood when the evaluation began: a later version changes nothing
///     that is under way
/// @param startedAt when the worker handed it over; the one budget of all judges runs from here
/// @param deadlineAt when whoever has not answered abstains
/// @param seats who has been started, asked or heard; read together with the head
/// @param verdict absent while the panel sits
public record Evaluation(
        GenerationId generation,
        EvaluationId id,
        Rubric rubric,
        Instant startedAt,
        Instant deadlineAt,
        List<Seat> seats,
        @Nullable Verdict verdict) {

    public Evaluation {
        seats = List.copyOf(seats);
    }

    /// It has a verdict, and will keep it.
    public boolean hasEnded() {
        return verdict != null;
    }

    /// This judge has answered, or abstained.
    public boolean hasHeard(Judge judge) {
        return findings().stream().anyMatch(finding -> finding.judge() == judge);
    }

    /// What has been found so far.
    public List<Finding> findings() {
        return seats.stream()
                .filter(Seat.Answered.class::isInstance)
                .map(seat -> ((Seat.Answered) seat).finding())
                .toList();
    }
}
