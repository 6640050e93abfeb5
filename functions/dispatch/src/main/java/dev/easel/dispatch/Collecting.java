package dev.easel.dispatch;

import dev.easel.asset.StoredPicture;
import dev.easel.generation.Generation;
import dev.easel.generation.State;
import dev.easel.id.EvaluationId;
import dev.easel.provider.Backoff;
import dev.easel.provider.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Brings home what a provider made.
public final class Collecting {

    private static final int STORE_TRIES_MAX = 3;

    private final Submitting submitting;
    private final Learning learning;
    private final Storing storing;
    private final Ending ending;
    private final Waiting waiting;
    private final Backoff backoff;
    private final Clock clock;

    public Collecting(
            Submitting submitting,
            Learning learning,
            Storing storing,
            Ending ending,
            Waiting waiting,
            Backoff backoff,
            Clock clock) {
        this.submitting = submitting;
        this.learning = learning;
        this.storing = storing;
        this.ending = ending;
        this.waiting = waiting;
        this.backoff = backoff;
        this.clock = clock;
    }

    /// What lies at the provider is copied in a step of its own, so that a copy can be repeated. What
    /// came with the answer is kept at once: there is no second one.
    void finished(Generation generation, @Nullable String ticket, Progress.Finished finished) {
        var paid = generation.withAttempt(generation.attempt().succeed(clock.instant()));
        var urls = Submitting.urls(finished.outputs());
        if (urls.isEmpty()) {
            keep(paid, finished);
        } else {
            waiting.waitFor(paid, new State.Storing(ticket, urls, 0), Duration.ZERO);
        }
        learning.answered(paid, finished.shape(), clock.instant());
    }

    private void keep(Generation paid, Progress.Finished finished) {
        switch (storing.keep(paid.id(), Submitting.inline(finished.outputs()), paid.made())) {
            case Storing.Stored(var pictures) -> succeed(paid, pictures);
            case Storing.NotYet(var failure) -> ending.fail(paid, failure, clock.instant());
            case Storing.Unusable(var failure) -> ending.fail(paid, failure, clock.instant());
        }
    }

    private void succeed(Generation generation, List<StoredPicture> pictures) {
        var now = clock.instant();
        var judged = generation.judgedBy(EvaluationId.first(generation.id()));
        if (generation.guard() != null) {
            hold(generation, pictures);
            return;
        }
        ending.end(judged.to(new State.Succeeded(pictures), now, now), now);
    }

    /// The panel is told in a step of its own, so that it can be told again.
    private void hold(Generation generation, List<StoredPicture> pictures) {
        var id =
                generation.made() == 0
                        ? EvaluationId.first(generation.id())
                        : EvaluationId.later(generation.id(), 1);
        waiting.waitFor(generation.judgedBy(id), new State.Held(pictures, 0), Duration.ZERO);
    }

    void store(Generation generation, State.Storing stored) {
        var remote =
                stored.tries() == 0
                        ? stored.remote()
                        : submitting.outputs(generation.attempt(), stored);
        switch (storing.store(generation.id(), remote, generation.made())) {
            case Storing.Stored(var pictures) -> succeed(generation, pictures);
            case Storing.NotYet(var failure) when stored.tries() + 1 >= STORE_TRIES_MAX ->
                    ending.fail(generation, failure, clock.instant());
            case Storing.NotYet _ -> {
                int tries = stored.tries() + 1;
                waiting.waitFor(
                        generation,
                        new State.Storing(stored.ticket(), remote, tries),
                        backoff.after(tries));
            }
            case Storing.Unusable(var failure) -> ending.fail(generation, failure, clock.instant());
        }
    }
}
