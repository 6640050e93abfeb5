package dev.easel.generation;

import static java.util.Objects.requireNonNull;

import dev.easel.asset.StoredPicture;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
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
/// @param correlation the request that admitted it, which every log line about it names
/// @param step counts the steps it has taken; a message carries the step it is for, and whoever
///     moves the number does the work
/// @param dueAt when its next step is expected; long past it, something was lost
/// @param deadlineAt when it is brought to rest whatever happened
/// @param cancelRequested somebody wants it stopped; whoever takes the next step obeys
/// @param attempts every submit, the newest last
/// @param settling present as long as a job that ended for us may still be billed
/// @param parent the package that it is a part of; absent when it stands alone
/// @param evaluation its first evaluation; absent until there is an output to judge
/// @param verdict what that evaluation ended with; absent until then
/// @param canary nobody asked for it: it tries out whether a workflow that parked itself works again,
///     and counts for nothing else
/// @param guard present where its output is held back until it has a verdict
public record Generation(
        GenerationId id,
        @Nullable GenerationId parent,
        Order order,
        String correlation,
        State state,
        int step,
        Instant createdAt,
        Instant updatedAt,
        Instant dueAt,
        Instant deadlineAt,
        boolean cancelRequested,
        List<Attempt> attempts,
        List<Warning> warnings,
        @Nullable Settling settling,
        @Nullable EvaluationId evaluation,
        @Nullable Verdict verdict,
        boolean canary,
        @Nullable Guard guard) {

    public Generation {
        attempts = List.copyOf(attempts);
        warnings = List.copyOf(warnings);
    }

    /// A fresh one, due at once.
    public static Generation admit(
            GenerationId id, Order order, String correlation, Instant now, Duration deadline) {
        return fresh(id, order, correlation, new State.Queued(), now, now.plus(deadline));
    }

    /// A fresh one of Easel's own, due at once.
    public static Generation canary(
            GenerationId id, Order order, String correlation, Instant now, Duration deadline) {
        return admit(id, order, correlation, now, deadline).of(null, true);
    }

    /// A package of these children. Nothing is due before they have had their time.
    public static Generation pack(
            GenerationId id,
            Order order,
            List<GenerationId> children,
            String correlation,
            Instant now,
            Duration deadline) {
        var fresh =
                fresh(
                        id,
                        order,
                        correlation,
                        new State.Gathering(children, children.size()),
                        now,
                        now.plus(deadline));
        return fresh.to(fresh.state, now, fresh.deadlineAt);
    }

    private static Generation fresh(
            GenerationId id,
            Order order,
            String correlation,
            State state,
            Instant now,
            Instant deadlineAt) {
        return new Generation(
                id,
                null,
                order,
                correlation,
                state,
                0,
                now,
                now,
                now,
                deadlineAt,
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                false,
                null);
    }

    /// The same, its output to be held back until it has a verdict.
    public Generation guardedFor(String caller) {
        return with(new Guard(caller, null), evaluation, verdict);
    }

    /// What it holds is set aside, and it goes to a provider once more.
    ///
    /// @param notes what the model is told of what was found
    public Generation onceMore(String notes, Instant now) {
        var first = aside(notes);
        return with(requireNonNull(guard).with(first), null, null).to(new State.Queued(), now, now);
    }

    /// The better one of what it holds and what was set aside is the output; of two that are equally
    /// good, the first, which was made from the person's own words alone.
    public Generation delivered(Instant now) {
        var held = requireNonNull(guard);
        var first = held.aside();
        return first == null || first.isWorseThan(verdict)
                ? to(new State.Succeeded(held()), now, now)
                : with(held.with(aside("")), null, null).restored(first, now);
    }

    /// A second try that came to nothing: the first was good enough to be kept.
    private Generation orFirst(Generation otherwise, Instant now) {
        var first = first();
        return first == null
                ? otherwise
                : with(requireNonNull(guard).with(null), null, null).restored(first, now);
    }

    private Generation restored(Guard.Aside first, Instant now) {
        return with(guard, first.evaluation(), first.verdict())
                .to(new State.Succeeded(first.outputs()), now, now);
    }

    private Guard.Aside aside(String notes) {
        return new Guard.Aside(held(), requireNonNull(evaluation), verdict, notes);
    }

    private List<StoredPicture> held() {
        return state instanceof State.Held(var outputs, _) ? outputs : List.of();
    }

    private Generation with(
            @Nullable Guard newGuard,
            @Nullable EvaluationId newEvaluation,
            @Nullable Verdict newVerdict) {
        return new Generation(
                id,
                parent,
                order,
                correlation,
                state,
                step,
                createdAt,
                updatedAt,
                dueAt,
                deadlineAt,
                cancelRequested,
                attempts,
                warnings,
                settling,
                newEvaluation,
                newVerdict,
                canary,
                newGuard);
    }

    private Guard.@Nullable Aside first() {
        return guard == null ? null : guard.aside();
    }

    /// What a provider is asked for now: on a second try, with what was found about the first.
    public Order asked() {
        var first = first();
        return first == null ? order : order.again(new Retry(id, first.notes()));
    }

    /// How many outputs were made before the one that is being made.
    public int made() {
        var first = first();
        return first == null ? 0 : first.outputs().size();
    }

    /// The picture that is judged, delivered or not; empty while there is none.
    public Optional<StoredPicture> judged() {
        return held().stream().findFirst().or(() -> output(0));
    }

    /// The same, as a part of a package.
    public Generation childOf(GenerationId whole) {
        return of(whole, canary);
    }

    private Generation of(@Nullable GenerationId whole, boolean aheadOfOthers) {
        return new Generation(
                id,
                whole,
                order,
                correlation,
                state,
                step,
                createdAt,
                updatedAt,
                dueAt,
                deadlineAt,
                cancelRequested,
                attempts,
                warnings,
                settling,
                evaluation,
                verdict,
                aheadOfOthers,
                guard);
    }

    /// The message that takes it on from here.
    public Step nextStep() {
        return new Step(id, step, correlation);
    }

    /// Its status is terminal and, if it has an output to judge, its first evaluation has ended. A
    /// package rests when its children do, which they tell.
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

    /// Goes to the next state, whose step is expected at `due`.
    public Generation to(State next, Instant now, Instant due) {
        return copy(next, now, due, attempts, warnings, settling, evaluation);
    }

    /// Begins one more attempt.
    public Generation with(Attempt attempt) {
        var more = new ArrayList<>(attempts);
        more.add(attempt);
        return withAttempts(more);
    }

    /// Replaces the newest attempt by what became of it.
    public Generation withAttempt(Attempt changed) {
        var same = new ArrayList<>(attempts);
        same.set(same.size() - 1, changed);
        return withAttempts(same);
    }

    /// What the attempt that runs does not honour. What an earlier one would not have honoured is no
    /// longer true.
    public Generation withWarnings(List<Warning> found) {
        return copy(state, updatedAt, dueAt, attempts, found, settling, evaluation);
    }

    /// Nobody took the order under any contract, so it was not the contract.
    public Generation withoutDrift() {
        return withAttempts(
                attempts.stream()
                        .map(attempt ->
                                attempt.reclass(
                                        FailureClass.CONTRACT_DRIFT, FailureClass.INVALID_REQUEST))
                        .toList());
    }

    public Generation judgedBy(EvaluationId first) {
        return copy(state, updatedAt, dueAt, attempts, warnings, settling, first);
    }

    /// Ends it without a picture, or with the one that was set aside; the attempt that runs ends with
    /// it. `ticket` is what the provider still has, if anything.
    public Generation failed(ProviderFailure failure, @Nullable String ticket, Instant now) {
        var ended = ended(failure, ticket, now);
        return ended.orFirst(ended.to(new State.Failed(failure), now, now), now);
    }

    /// Ends it because somebody wants it so.
    public Generation cancelled(Billed billed, @Nullable String ticket, Instant now) {
        var ended = ended(ProviderFailure.cancelled(billed), ticket, now);
        return ended.orFirst(ended.to(new State.Cancelled(billed), now, now), now);
    }

    /// The next question what it cost is due then.
    public Generation stillSettling(Instant due) {
        return copy(
                state,
                updatedAt,
                due,
                attempts,
                warnings,
                settling == null ? null : settling.next(),
                evaluation);
    }

    /// What was under way has ended at the provider, too, and this is what it cost.
    public Generation settled(Billed learned, Instant now) {
        var known =
                switch (state) {
                    case State.Failed(var failure) -> new State.Failed(failure.settle(learned));
                    case State.Cancelled(var billed) ->
                            new State.Cancelled(billed == Billed.UNKNOWN ? learned : billed);
                    default -> state;
                };
        return withAttempt(attempt().settle(learned)).copy(known, now, dueAt, null, evaluation);
    }

    private Generation ended(ProviderFailure failure, @Nullable String ticket, Instant now) {
        var ended =
                attempts.isEmpty()
                        ? this
                        : withAttempt(attempt().end(failure, state.isMaking(), now));
        var open = ticket == null ? null : Settling.of(ticket);
        return ended.copy(state, now, now, open, evaluation);
    }

    private Generation withAttempts(List<Attempt> list) {
        return copy(state, updatedAt, dueAt, list, warnings, settling, evaluation);
    }

    private Generation copy(
            State newState,
            Instant newUpdatedAt,
            Instant newDueAt,
            @Nullable Settling newSettling,
            @Nullable EvaluationId newEvaluation) {
        return copy(
                newState, newUpdatedAt, newDueAt, attempts, warnings, newSettling, newEvaluation);
    }

    private Generation copy(
            State newState,
            Instant newUpdatedAt,
            Instant newDueAt,
            List<Attempt> newAttempts,
            List<Warning> newWarnings,
            @Nullable Settling newSettling,
            @Nullable EvaluationId newEvaluation) {
        return new Generation(
                id,
                parent,
                order,
                correlation,
                newState,
                step,
                createdAt,
                newUpdatedAt,
                newDueAt,
                deadlineAt,
                cancelRequested,
                newAttempts,
                newWarnings,
                newSettling,
                newEvaluation,
                verdict,
                canary,
                guard);
    }
}
