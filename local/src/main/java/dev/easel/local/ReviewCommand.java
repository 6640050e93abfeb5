package dev.easel.local;

import dev.easel.aws.DynamoEvaluations;
import dev.easel.aws.DynamoGenerations;
import dev.easel.generation.Generation;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.Decision;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Finding;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;

/// `./easel review`: what the panel did not find green and nobody has decided about, the newest first;
/// and what a person decides. For operators.
@Command(
        name = "review",
        description = "Lists what is amber, red or incomplete and undecided; takes a decision.",
        footer = {
            "",
            "A decision stands beside the verdict and never changes it.",
            "Exit code 0: listed, or decided. 1: there is nothing to decide. 2: usage."
        },
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {

    private static final int NOTE_CHARS_MAX = 1000;

    /// Canaries among them are passed over: nobody ordered those.
    private static final int LOOKED_AT_MAX = 1000;

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @ArgGroup private @Nullable Choice choice;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; kept with the decision.")
    private @Nullable String note;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many to list. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @ArgGroup(exclusive = false)
    private @Nullable Account account;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "The account's region. Default: as the AWS SDK finds it.")
    private @Nullable String region;

    /// One of both, or neither.
    static final class Choice {
        @Option(names = "--accept", paramLabel = "GENERATION_ID", description = "It can be used.")
        private @Nullable String accepted;

        @Option(names = "--reject", paramLabel = "GENERATION_ID", description = "It cannot.")
        private @Nullable String rejected;
    }

    /// Two tables of an account.
    static final class Account {
        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--generations",
                required = true,
                paramLabel = "TABLE",
                description = {
                    "The generations' table in the account of the AWS SDK's credentials.",
                    "Default: that of the stack that is up."
                })
        private String generations;

        @SuppressWarnings("NullAway.Init") // picocli sets it.
        @Option(
                names = "--evaluations",
                required = true,
                paramLabel = "TABLE",
                description = "The evaluations' table.")
        private String evaluations;
    }

    @Override
    public Integer call() {
        if (note != null && note.length() > NOTE_CHARS_MAX) {
            throw misuse("A note has at most " + NOTE_CHARS_MAX + " characters.");
        }
        if (limit < 1 || limit > LOOKED_AT_MAX) {
            throw misuse("--limit is a number from 1 to " + LOOKED_AT_MAX + ".");
        }
        var chosen = choice;
        return chosen == null ? in(this::list) : in((all, found) -> decide(chosen, found));
    }

    private int list(DynamoGenerations generations, DynamoEvaluations evaluations) {
        var console = spec.commandLine().getOut();
        var shown =
                evaluations.undecided(LOOKED_AT_MAX).stream()
                        .flatMap(one ->
                                generations.find(one.generation()).stream()
                                        .filter(generation -> !generation.canary())
                                        .filter(generation ->
                                                isDelivered(generation, one.evaluation()))
                                        .flatMap(generation ->
                                                evaluations
                                                        .find(one.generation(), one.evaluation())
                                                        .map(evaluation ->
                                                                new Case(generation, evaluation))
                                                        .stream()))
                        .limit(limit)
                        .toList();
        shown.forEach(one -> one.print(console));
        console.println(
                shown.isEmpty() ? "Nothing waits for a decision." : shown.size() + " wait.");
        return ExitCode.OK;
    }

    /// Nobody has to decide about an output that nobody gets.
    private static boolean isDelivered(Generation generation, EvaluationId evaluation) {
        var guard = generation.guard();
        var aside = guard == null ? null : guard.aside();
        return guard == null
                || (generation.state().isTerminal()
                        && (aside == null || !aside.evaluation().equals(evaluation)));
    }

    /// All that is undecided about it: judged twice, it is decided once.
    private int decide(Choice chosen, DynamoEvaluations evaluations) {
        boolean accepts = chosen.accepted != null;
        var text = Objects.requireNonNull(accepts ? chosen.accepted : chosen.rejected);
        var id =
                GenerationId.parse(text)
                        .orElseThrow(() -> misuse(text + " is not the id of a generation."));
        // As fine as the table keeps it.
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        var decision = new Decision(accepts, note, now);
        long decided =
                evaluations.of(id).stream()
                        .filter(evaluation -> evaluation.verdict() != Verdict.GREEN)
                        .filter(evaluation -> evaluations.decide(id, evaluation.id(), decision))
                        .count();
        if (decided == 0) {
            throw new StackException("Nothing about " + id + " waits for a decision.", null);
        }
        spec.commandLine().getOut().println(id + " is " + decision.wire() + ".");
        return ExitCode.OK;
    }

    private record Case(Generation generation, Evaluation evaluation) {

        void print(PrintWriter console) {
            var ended = Objects.requireNonNull(evaluation.ended());
            console.printf(
                    "%s  %s  %s  %s%n",
                    generation.id(),
                    generation.order().workflow(),
                    ended.verdict().wire(),
                    ended.at());
            evaluation.findings().stream()
                    .filter(finding -> finding.result() != Result.PASS)
                    .sorted(Comparator.comparing(Finding::judge))
                    .forEach(finding ->
                            console.printf(
                                    "  %s %s: %s%n",
                                    finding.judge().wire(),
                                    finding.result().wire(),
                                    finding.reasoning()));
        }
    }

    private <T> T in(BiFunction<DynamoGenerations, DynamoEvaluations, T> work) {
        var named = account;
        var deployment = named == null ? Deployment.local(place) : Deployment.account(region);
        var generations =
                named == null ? deployment.variable("GENERATIONS_TABLE") : named.generations;
        var evaluations =
                named == null ? deployment.variable("EVALUATIONS_TABLE") : named.evaluations;
        try (var dynamo = deployment.aws().dynamo()) {
            return work.apply(
                    new DynamoGenerations(dynamo, generations),
                    new DynamoEvaluations(dynamo, evaluations));
        }
    }

    private ParameterException misuse(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
