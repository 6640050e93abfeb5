package dev.easel.sentinelpoll;

import dev.easel.asset.Assets;
import dev.easel.asset.Loans;
import dev.easel.generation.Generation;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Lent;
import dev.easel.judging.Question;

import java.time.Duration;

/// Puts into one question what a judge outside has to know.
public final class Questioner {

    /// Longer than the budget of an evaluation: who looks late still sees.
    private static final Duration LOAN = Duration.ofMinutes(15);

    private final Loans loans;
    private final Gallery gallery;

    public Questioner(Assets assets) {
        this.loans = new Loans(assets, LOAN);
        this.gallery = new Gallery(assets);
    }

    /// Signs the pictures for one judge.
    Lent lend(Generation generation) {
        var order = generation.order();
        return new Lent(
                loans.lend(Gallery.output(generation)),
                loans.lendAny(order.image()),
                loans.lendAny(order.mask()));
    }

    Question question(Generation generation, Evaluation evaluation, Lent lent) {
        return new Question(
                evaluation.id(),
                evaluation.rubric().task(),
                evaluation.rubric().criteria(),
                lent.output(),
                lent.photo(),
                lent.mask(),
                generation.order().prompt(),
                gallery.exhibits(generation));
    }
}
