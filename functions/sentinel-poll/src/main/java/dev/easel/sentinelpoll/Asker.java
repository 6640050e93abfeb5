package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.generation.Generation;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Evaluations;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Finding;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Seat;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asks the evaluator and hears it, each question at most once.
public final class Asker {

    /// Longer than the budget of an evaluation: who looks late still sees.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Evaluator evaluator;
    private final Evaluations evaluations;
    private final Assets assets;

    public Asker(Evaluator evaluator, Evaluations evaluations, Assets assets) {
        this.evaluator = evaluator;
        this.evaluations = evaluations;
        this.assets = assets;
    }

    /// Whether there is an answer to wait for.
    sealed interface Outcome {}

    /// It thinks: poll.
    record Asked() implements Outcome {}

    /// It has answered or declined, or somebody else is asking it right now.
    record Silent() implements Outcome {}

    Outcome ask(Generation generation, Evaluation evaluation, Instant now) {
        if (!evaluations.begin(evaluation, evaluator.judge(), now)) {
            return ticket(evaluation).isPresent() ? new Asked() : new Silent();
        }
        return switch (evaluator.ask(question(generation, evaluation))) {
            case Asking.Taken(var ticket) -> {
                evaluations.asked(evaluation, evaluator.judge(), ticket);
                yield new Asked();
            }
            case Asking.Declined _ -> {
                evaluations.answer(
                        evaluation, Finding.abstain(evaluator.judge(), "It could not be asked."));
                yield new Silent();
            }
        };
    }

    /// True when there is nothing more to wait for.
    boolean hear(Evaluation evaluation) {
        var ticket = ticket(evaluation);
        if (ticket.isEmpty()) {
            return true;
        }
        return switch (evaluator.hear(ticket.get())) {
            case Opinion.Pending() -> false;
            case Opinion.Given(var finding) -> {
                evaluations.answer(evaluation, finding);
                yield true;
            }
        };
    }

    private Optional<String> ticket(Evaluation evaluation) {
        return evaluation.seats().stream()
                .filter(seat -> seat.judge() == evaluator.judge())
                .flatMap(seat ->
                        seat instanceof Seat.Asked(_, var ticket)
                                ? Optional.of(ticket).stream()
                                : Optional.<String>empty().stream())
                .findFirst();
    }

    private Question question(Generation generation, Evaluation evaluation) {
        var order = generation.order();
        return new Question(
                evaluation.id(),
                evaluation.task(),
                sign(PixelPanel.output(generation)),
                lend(order.image()),
                lend(order.mask()),
                order.prompt());
    }

    private @Nullable URI lend(@Nullable StoredPicture picture) {
        return picture == null ? null : sign(picture);
    }

    private URI sign(StoredPicture picture) {
        return assets.presignGet(picture.key(), LOAN).url();
    }
}
