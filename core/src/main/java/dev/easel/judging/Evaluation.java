package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.EvaluationStep.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The panel's work on a generation's output.
///
/// @param generation whose output
/// @param id which evaluation of it
/// @param correlation the request that admitted the generation, which every log line about it names
/// @param rubric who judges, as it stood when the evaluation began: a later version changes nothing
///     that is under way
/// @param startedAt when the worker handed it over; the one budget of all judges runs from here
/// @param deadlineAt when whoever has not answered abstains
/// @param polls how many polls were taken; the start is the first
/// @param seats who has been started, asked or heard; read together with the head
/// @param ended absent while the panel sits
/// @param feedback what people think of its findings, the oldest first
/// @param decision what an operator decided about the output; absent until then
public record Evaluation(
        GenerationId generation,
        EvaluationId id,
        String correlation,
        Rubric rubric,
        Instant startedAt,
        Instant deadlineAt,
        int polls,
        List<Seat> seats,
        @Nullable Ended ended,
        List<Feedback> feedback,
        @Nullable Decision decision) {

    public Evaluation {
        seats = List.copyOf(seats);
        feedback = List.copyOf(feedback);
    }

    /// How it ended.
    ///
    /// @param told whether everybody was told who has to be: nothing is left to do
    public record Ended(Verdict verdict, Instant at, boolean told) {}

    /// A fresh one: its time runs from `now`.
    public static Evaluation open(
            GenerationId generation,
            EvaluationId id,
            String correlation,
            Rubric rubric,
            Instant now,
            Duration budget) {
        return new Evaluation(
                generation,
                id,
                correlation,
                rubric,
                now,
                now.plus(budget),
                0,
                List.of(),
                null,
                List.of(),
                null);
    }

    /// The message that asks for this.
    public EvaluationStep step(Kind kind, int poll) {
        return new EvaluationStep(generation, id, kind, poll, correlation);
    }

    /// The message that asks this judge, after so many askings that came to nothing.
    public EvaluationStep asking(Judge judge, int before) {
        return new EvaluationStep(generation, id, Kind.ASK, judge, before, correlation);
    }

    /// The message that takes it on from here.
    public EvaluationStep nextStep(Instant now) {
        if (isPastDeadline(now)) {
            return step(Kind.DEADLINE, polls);
        }
        return polls == 0 ? step(Kind.START, 0) : step(Kind.POLL, polls);
    }

    public boolean isPastDeadline(Instant now) {
        return !now.isBefore(deadlineAt);
    }

    /// It has a verdict, and will keep it.
    public boolean hasEnded() {
        return ended != null;
    }

    /// Absent while the panel sits.
    public @Nullable Verdict verdict() {
        return ended == null ? null : ended.verdict();
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
