package dev.easel.benchmark;

import dev.easel.door.TemporaryFile;
import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.fetch.Fetch;
import dev.easel.fetch.Fetched;
import dev.easel.id.AttemptId;
import dev.easel.picture.Pictures;
import dev.easel.provider.Ability;
import dev.easel.provider.Job;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;
import dev.easel.reliability.Prompts;
import dev.easel.reliability.Run;
import dev.easel.routing.Candidate;
import dev.easel.routing.Contracts;
import dev.easel.workflow.Task;
import dev.easel.workflow.Tier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// One call of one provider from the submit to a picture that can be seen, as traffic would make it:
/// under the contract that was learned, once, with no second try.
final class ProviderCall implements Entrant.Call {

    /// A job is asked after again when it has run a twentieth longer: so no latency is told more than
    /// that too long, and slow jobs are not asked after for ever.
    private static final int SHARE = 20;

    private static final Duration LEAST = Duration.ofMillis(500);

    /// Waits a moment: `Thread::sleep`, or a simulated clock.
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    private final Function<Runnable, Provider> providers;
    private final Contracts contracts;
    private final Fetch fetch;
    private final Keeping keeping;
    private final Pause pause;
    private final Clock clock;

    /// @param providers makes the provider that tells whenever it hears an answer
    ProviderCall(
            Function<Runnable, Provider> providers,
            Contracts contracts,
            Fetch fetch,
            Keeping keeping,
            Pause pause,
            Clock clock) {
        this.providers = providers;
        this.contracts = contracts;
        this.fetch = fetch;
        this.keeping = keeping;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Run.Ended make(Run run, long microDollars, Instant deadline) {
        var watch = new Watch(clock);
        var provider = providers.apply(watch::hear);
        var contract = contract(provider, run.candidate());
        var journal = new Journal(run, contract, microDollars, watch);
        return switch (provider.submit(job(run, contract))) {
            case Submission.Done(var finished) -> {
                var accepted = watch.heard();
                yield receive(journal.accepted(accepted), finished);
            }
            case Submission.Accepted(var ticket) ->
                    await(journal.accepted(watch.elapsed()), provider, ticket, deadline);
            case Submission.Unnamed(var why) -> journal.failed(why);
            case Submission.Refused(var failure, _, _) -> journal.failed(drift(failure));
        };
    }

    /// The same job was taken from others, and before: if it is not any more, they want to be asked in
    /// another way.
    private static ProviderFailure drift(ProviderFailure failure) {
        return failure.refusesRequest() ? failure.as(FailureClass.CONTRACT_DRIFT) : failure;
    }

    private String contract(Provider provider, Candidate candidate) {
        var known = provider.contracts(candidate.model());
        return contracts
                .preferred(candidate, clock.instant())
                .filter(known::contains)
                .orElseGet(() -> known.isEmpty() ? "none" : known.getFirst());
    }

    private static Job job(Run run, String contract) {
        return new Job(
                AttemptId.parse(run.holder()).orElseThrow(),
                run.candidate().under(contract),
                Tier.ONE_K,
                Task.TEXT_TO_IMAGE,
                null,
                null,
                List.of(),
                Prompts.of(run.window(), run.period()).text(),
                null,
                Keeping.SHAPE.wire(),
                () -> {
                    throw new IllegalStateException("there is no picture to bundle");
                });
    }

    private Run.Ended await(Journal journal, Provider provider, String ticket, Instant deadline) {
        while (true) {
            var wait = journal.watch().elapsed().dividedBy(SHARE);
            sleep(wait.compareTo(LEAST) < 0 ? LEAST : wait);
            switch (provider.poll(ticket)) {
                case Progress.Finished finished -> {
                    return receive(journal, finished);
                }
                case Progress.Broken(var failure) -> {
                    return journal.failed(failure);
                }
                case Progress.Pending _ -> {
                    if (!clock.instant().isBefore(deadline)) {
                        return giveUp(journal, provider, ticket);
                    }
                }
            }
        }
    }

    /// The result is written down before the provider is asked to stop, which may take its time.
    private static Run.Ended giveUp(Journal journal, Provider provider, String ticket) {
        var ended =
                journal.failed(
                        new ProviderFailure(
                                FailureClass.TIMEOUT,
                                Billed.UNKNOWN,
                                "still working at the deadline"));
        if (provider.can(Ability.CANCEL)) {
            Thread.ofVirtual().name("cancel").start(() -> provider.cancel(ticket));
        }
        return ended;
    }

    private Run.Ended receive(Journal journal, Progress.Finished finished) {
        return switch (finished.outputs().getFirst()) {
            case Output.Inline(var bytes) -> look(journal, bytes);
            case Output.Remote(var url) -> {
                try (var file = TemporaryFile.named("benchmark")) {
                    yield switch (fetch.fetch(url.toString(), file.path(), journal.watch()::hear)) {
                        case Fetched.Arrived(var arrived, _, _) ->
                                look(journal, Files.readAllBytes(arrived));
                        case Fetched.Failed(var reason) ->
                                journal.failed(
                                        new ProviderFailure(
                                                FailureClass.OUTPUT_FETCH_FAILED,
                                                Billed.YES,
                                                reason.toString()));
                    };
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /// The time is taken before anything is kept: our bucket is no part of it.
    private Run.Ended look(Journal journal, byte[] bytes) {
        var output = Pictures.decode(bytes);
        var decoded = journal.watch().elapsed();
        var objection = Keeping.objection(output);
        try {
            var kept =
                    keeping.keep(journal.run().window(), journal.run().provider(), bytes, output);
            return journal.seen(decoded, objection.orElse(null), kept);
        } catch (RuntimeException e) {
            // It was made and is paid for: that must not get lost, too.
            return journal.failed(
                    new ProviderFailure(
                            FailureClass.LOST,
                            Billed.YES,
                            "not kept: " + e.getClass().getSimpleName()));
        }
    }

    private void sleep(Duration duration) {
        try {
            pause.take(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cut off", e);
        }
    }
}
