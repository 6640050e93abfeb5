package dev.easel.dispatch;

import dev.easel.failure.Billed;
import dev.easel.failure.FailureClass;
import dev.easel.failure.ProviderFailure;
import dev.easel.failure.Warning;
import dev.easel.id.AttemptId;
import dev.easel.provider.Ability;
import dev.easel.provider.Job;
import dev.easel.provider.Lookup;
import dev.easel.provider.Output;
import dev.easel.provider.Progress;
import dev.easel.provider.Provider;
import dev.easel.provider.Submission;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// A provider in simulated time that bills every run it makes, and remembers all of them.
final class ScriptedProvider implements Provider {

    /// What becomes of one submit.
    enum Play {
        ACCEPT,
        /// It is carried out, and the answer is lost.
        ANSWER_LOST,
        /// It never arrives, and nobody can tell.
        REQUEST_LOST,
        RATE_LIMITED,
        MODERATED,
        /// It does not take the request as it stands.
        INVALID,
        UNAUTHORIZED,
        /// It says that it has it, and not what it calls it; and it has not.
        UNNAMED
    }

    /// One run: made once it is old enough, and paid for.
    record Run(AttemptId reference, String ticket, Instant at) {}

    final List<Run> runs = new ArrayList<>();
    final Deque<Play> script = new ArrayDeque<>();
    int submits;
    int polls;
    boolean honoursKeys = true;
    boolean answersQuestions = true;
    Duration listLag = Duration.ZERO;
    Duration takes = Duration.ofSeconds(8);
    String id = "runflow";

    /// The one contract that it takes; all if absent.
    @Nullable String takesOnly;

    Set<Ability> abilities = Set.of(Ability.ASYNC, Ability.FOUND_BY_REFERENCE, Ability.HONOURS_KEY);
    List<String> contracts = List.of("2026-10");
    String shape = "outputs[]";
    final List<String> cancelled = new ArrayList<>();

    private final Clock clock;

    /// What it makes, whatever it is asked.
    URI output;

    /// So many of its first runs come to an empty picture.
    int blanks;

    private final byte[] picture;

    ScriptedProvider(Clock clock, URI output, byte[] picture) {
        this.clock = clock;
        this.output = output;
        this.picture = picture;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public List<String> contracts(String model) {
        return contracts;
    }

    @Override
    public void cancel(String ticket) {
        cancelled.add(ticket);
    }

    @Override
    public List<Warning> warnings(Job job) {
        return List.of(new Warning("told", "Something is not honoured."));
    }

    @Override
    public Submission submit(Job job) {
        submits++;
        var play = script.isEmpty() ? Play.ACCEPT : script.poll();
        if (takesOnly != null && !takesOnly.equals(job.tried().contract())) {
            play = Play.INVALID;
        }
        return switch (play) {
            case ACCEPT -> accept(job);
            case INVALID ->
                    new Submission.Refused(
                            new ProviderFailure(
                                    FailureClass.INVALID_REQUEST, Billed.NO, "as scripted"),
                            null,
                            "input.zip_url");
            case UNAUTHORIZED -> refused(FailureClass.AUTH, Billed.NO);
            case ANSWER_LOST -> {
                make(job.reference());
                yield refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
            }
            case REQUEST_LOST -> refused(FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN);
            case RATE_LIMITED -> refused(FailureClass.RATE_LIMITED, Billed.NO);
            case UNNAMED ->
                    new Submission.Unnamed(
                            new ProviderFailure(
                                    FailureClass.UNKNOWN_OUTCOME, Billed.UNKNOWN, "no id"));
            case MODERATED -> refused(FailureClass.CONTENT_POLICY, Billed.NO);
        };
    }

    /// Where there is no asynchronous form, the answer is the picture.
    private Submission accept(Job job) {
        var run = make(job.reference());
        return abilities.contains(Ability.ASYNC)
                ? new Submission.Accepted(run.ticket())
                : new Submission.Done(
                        new Progress.Finished(List.of(new Output.Inline(picture)), shape));
    }

    private Run make(AttemptId reference) {
        return runs.stream()
                .filter(run -> honoursKeys && run.reference().equals(reference))
                .findFirst()
                .orElseGet(() -> {
                    var run = new Run(reference, "run-" + runs.size(), clock.instant());
                    runs.add(run);
                    return run;
                });
    }

    @Override
    public Lookup lookUp(AttemptId reference) {
        if (!answersQuestions) {
            return new Lookup.NoAnswer("HTTP 503");
        }
        return runs.stream()
                .filter(run -> run.reference().equals(reference))
                .filter(run -> !run.at().plus(listLag).isAfter(clock.instant()))
                .<Lookup>map(run -> new Lookup.Known(run.ticket()))
                .findFirst()
                .orElseGet(Lookup.Unknown::new);
    }

    @Override
    public Progress poll(String ticket) {
        polls++;
        return runs.stream()
                        .filter(run -> run.ticket().equals(ticket))
                        .anyMatch(run -> !run.at().plus(takes).isAfter(clock.instant()))
                ? new Progress.Finished(List.of(new Output.Remote(made(ticket))), shape)
                : new Progress.Pending();
    }

    private URI made(String ticket) {
        return runs.stream().limit(blanks).anyMatch(run -> run.ticket().equals(ticket))
                ? output.resolve(PictureHost.BLANK)
                : output;
    }

    private static Submission refused(FailureClass kind, Billed billed) {
        return new Submission.Refused(new ProviderFailure(kind, billed, "as scripted"));
    }
}
