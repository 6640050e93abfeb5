package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The evaluations that were started. A port: every write is one conditional write that says
/// whether it won.
public interface Evaluations {

    /// Starts an evaluation; starting the same one again changes nothing.
    void start(Evaluation evaluation);

    Optional<Evaluation> find(GenerationId generation, EvaluationId id);

    /// All evaluations of a generation, the oldest first.
    List<Evaluation> of(GenerationId generation);

    /// Takes the judge's seat before it is asked. False when it is taken.
    boolean begin(Evaluation evaluation, Judge judge, Lent lent, Instant now);

    /// Keeps what the judge calls our question.
    void asked(Evaluation evaluation, Judge judge, String ticket);

    /// Takes the poll of that number for whoever calls first, so that a message which comes twice
    /// never forks a second chain of polls. The next is expected at `due`.
    boolean takePoll(Evaluation evaluation, int poll, Instant due);

    /// Takes the asking of that number, from 1, of a judge that had no time before. False when somebody
    /// has taken it, or the judge has answered.
    boolean again(Evaluation evaluation, Judge judge, int asking);

    /// Keeps the judge's answer. False when it has one already: the first stays.
    ///
    /// @param since when it began to look, of a judge that answers without having taken a seat; absent
    ///     for all others
    boolean answer(
            Evaluation evaluation,
            Finding finding,
            Account account,
            @Nullable Instant since,
            Instant now);

    /// Open evaluations whose next poll was expected before `dueBefore`, the longest overdue first; at
    /// most `limit` of each part of the index.
    List<Overdue> overdue(Instant dueBefore, int limit);

    /// Names an evaluation that nobody goes on with.
    record Overdue(GenerationId generation, EvaluationId evaluation) {}

    /// Gives the verdict. False when there is one already: it never changes. The evaluation stays open
    /// until it was told.
    boolean conclude(Evaluation evaluation, Verdict verdict, Instant now);

    /// Keeps what a person thinks. False when [Feedback#MOST] are kept already.
    boolean respond(Evaluation evaluation, Feedback feedback);

    /// Keeps what was decided. False when something was before: the first stays.
    boolean decide(GenerationId generation, EvaluationId id, Decision decision);

    /// Evaluations that ended and were not green, and about whose output nobody has decided: the newest
    /// first, at most `limit`.
    List<Undecided> undecided(int limit);

    /// Names an evaluation that waits for a person.
    record Undecided(GenerationId generation, EvaluationId evaluation) {}

    /// Nothing is left to do; again changes nothing.
    void close(Evaluation evaluation);
}
