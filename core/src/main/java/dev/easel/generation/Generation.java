package dev.easel.generation;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Warning;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One paid job and its life.
///
/// @param step counts the steps it has taken; a message carries the step it is for, and whoever
/// moves the number does the work
/// @param dueAt when its next step is expected; past it, something was lost
/// @param deadlineAt when it is brought to rest whatever happened
/// @param attempts every submit, the newest last
/// @param evaluation its first evaluation; absent until there is an output to judge
/// @param verdict what that evaluation ended with; absent until then
public record Generation(
        GenerationId id,
        Order order,
        State state,
        int step,
        Instant createdAt,
        Instant updatedAt,
        Instant dueAt,
        Instant deadlineAt,
        List<Attempt> attempts,
        List<Warning> warnings,
        @Nullable EvaluationId evaluation,
        @Nullable Verdict verdict) {

    public Generation {
        attempts = List.copyOf(attempts);
        warnings = List.copyOf(warnings);
    }

    /// A fresh one, due at once.
    public static Generation admit(GenerationId id, Order order, Instant now, Duration deadline) {
        return new Generation(
                id,
                order,
                new State.Queued(),
                0,
                now,
                now,
                now,
                now.plus(deadline),
                List.of(),
                List.of(),
                null,
                null);
    }

    /// Its status is terminal and, if it has an output to judge, its first evaluation has ended.
    public boolean rests() {
        return state.isTerminal() && (evaluation == null || verdict != null);
    }

    public boolean isPastDeadline(Instant now) {
        return !now.isBefore(deadlineAt);
    }

    /// The picture of that number; empty while there is none.
    public Optional<StoredPicture> output(int index) {
        return state instanceof State.Succeeded(var outputs) && index >= 0 && index < outputs.size()
                ? Optional.of(outputs.get(index))
                : Optional.empty();
    }

    /// The submit that runs, or ran last.
    public Attempt attempt() {
        return attempts.getLast();
    }

    public Generation to(State next, Instant now, Instant due) {
        return new Generation(
                id,
                order,
                next,
                step,
                createdAt,
                now,
                due,
                deadlineAt,
                attempts,
                warnings,
                evaluation,
                verdict);
    }

    /// Begins one more attempt.
    public Generation with(Attempt attempt) {
        var more = new ArrayList<>(attempts);
        more.add(attempt);
        return withAttempts(more);
    }

    /// Ends the newest attempt.
    public Generation withAttempt(Attempt ended) {
        var same = new ArrayList<>(attempts);
        same.set(same.size() - 1, ended);
        return withAttempts(same);
    }

    public Generation withWarnings(List<Warning> found) {
        var more = new ArrayList<>(warnings);
        more.addAll(found);
        return new Generation(
                id,
                order,
                state,
                step,
                createdAt,
                updatedAt,
                dueAt,
                deadlineAt,
                attempts,
                more,
                evaluation,
                verdict);
    }

    public Generation judgedBy(EvaluationId first) {
        return new Generation(
                id,
                order,
                state,
                step,
                createdAt,
                updatedAt,
                dueAt,
                deadlineAt,
                attempts,
                warnings,
                first,
                verdict);
    }

    private Generation withAttempts(List<Attempt> list) {
        return new Generation(
                id,
                order,
                state,
                step,
                createdAt,
                updatedAt,
                dueAt,
                deadlineAt,
                list,
                warnings,
                evaluation,
                verdict);
    }
}
