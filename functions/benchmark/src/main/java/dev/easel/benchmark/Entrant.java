package dev.easel.benchmark;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.id.Ids;
import dev.easel.reliability.Budget;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Prices;
import dev.easel.reliability.Prompts;
import dev.easel.reliability.Result;
import dev.easel.reliability.Run;
import dev.easel.reliability.Runs;
import dev.easel.reliability.Timing;
import dev.easel.routing.Candidate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// One provider in the benchmark. It claims its run, pays for it out of the day's budget, calls, and
/// writes down how that ended: in this order, so that a crash at any place costs at most one call,
/// which is seen as lost.
public final class Entrant {

    /// A run ends itself at its deadline. Whoever does not is cut off a little later.
    private static final double CUT_OFF = 1.05;

    /// Until whoever fired is certainly dead: no function runs for longer after its deadline.
    private static final Duration LOST_AFTER = Duration.ofMinutes(2);

    private final Candidate candidate;
    private final Rules rules;
    private final Call call;
    private final Runs runs;
    private final Budget budget;
    private final Ids ids;
    private final Clock clock;

    /// What holds for a run of this provider.
    ///
    /// @param configured whether there is a key
    /// @param simulated whether it is a simulator
    /// @param deadline how long a run may take
    public record Rules(BooleanSupplier configured, boolean simulated, Duration deadline) {}

    /// The call itself.
    public interface Call {

        /// Never throws for what a provider or the network can do. `deadline` is when it gives up by
        /// itself.
        Run.Ended make(Run run, long microDollars, Instant deadline);
    }

    public Entrant(
            Candidate candidate,
            Rules rules,
            Call call,
            Runs runs,
            Budget budget,
            Ids ids,
            Clock clock) {
        this.candidate = candidate;
        this.rules = rules;
        this.call = call;
        this.runs = runs;
        this.budget = budget;
        this.ids = ids;
        this.clock = clock;
    }

    String provider() {
        return candidate.provider();
    }

    /// What came of it; empty where another fire has it.
    Optional<String> run(CronWindow window, Duration period) {
        var now = clock.instant();
        var run =
                new Run(
                        window,
                        period,
                        candidate,
                        Prompts.of(window, period).id(),
                        ids.attempt().value(),
                        now,
                        now.plus(rules.deadline).plus(LOST_AFTER),
                        rules.simulated,
                        0,
                        null);
        if (!runs.claim(run)) {
            return Optional.empty();
        }
        var ended = perform(run);
        runs.end(run.end(ended));
        return Optional.of(ended.result().wire());
    }

    private Run.Ended perform(Run run) {
        if (!rules.configured.getAsBoolean()) {
            return Run.Ended.uncalled(Result.Reason.NOT_CONFIGURED);
        }
        long price =
                Prices.microDollars(candidate)
                        .orElseThrow(() -> new IllegalStateException("no price for " + candidate));
        if (!budget.spend(price, run.claimedAt())) {
            return Run.Ended.uncalled(Result.Reason.OVER_BUDGET);
        }
        return call(run, price);
    }

    /// In a thread of its own, so that whatever the call hangs on, the run ends.
    private Run.Ended call(Run run, long price) {
        var start = clock.instant();
        var task = new FutureTask<>(() -> call.make(run, price, start.plus(rules.deadline)));
        var thread = Thread.ofVirtual().name("run-" + provider()).start(task);
        long cutOff = Math.round(rules.deadline.toMillis() * CUT_OFF);
        try {
            return task.get(cutOff, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            thread.interrupt();
            return cutOff(Duration.between(start, clock.instant()), price);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            // A bug of ours. The claim stays, and is lost: whether it was billed, nobody knows.
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Run.Ended cutOff(Duration took, long price) {
        return new Run.Ended(
                new Result.Failed(FailureClass.TIMEOUT),
                null,
                new Timing(null, null, null, took),
                null,
                null,
                Billed.UNKNOWN,
                price,
                "cut off after its deadline");
    }
}
