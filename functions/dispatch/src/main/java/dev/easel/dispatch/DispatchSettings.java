package dev.easel.dispatch;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;
import dev.easel.guard.RunLimits;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;
import dev.easel.quota.Quota;
import dev.easel.workflow.Workflow;
import dev.easel.workflow.Workflows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the API is told by its environment.
record DispatchSettings(
        String bucket,
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String stepsQueueUrl,
        String evaluationsQueueUrl,
        List<Judge> panel,
        Duration evaluationBudget,
        Set<String> providers,
        String callerSecretParameter,
        String originSecretParameter,
        RunLimits runs,
        Set<String> guarded,
        Quota uploads,
        FixedLimits fixed,
        Duration deadline,
        Duration imageUrlTtl) {

    static DispatchSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new DispatchSettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("STEPS_QUEUE_URL"),
                        environment.text("EVALUATIONS_QUEUE_URL"),
                        Invitation.judges(environment.panel()),
                        environment.seconds("EVALUATION_BUDGET_SECONDS", 300),
                        ChosenProviders.chosen(environment),
                        environment.text("CALLER_SECRET_PARAMETER"),
                        environment.maybeText("ORIGIN_SECRET_PARAMETER"),
                        runs(environment),
                        guarded(environment),
                        Quota.uploadsPerAddress(environment.count("UPLOADS_PER_ADDRESS", 60)),
                        new FixedLimits(
                                environment.number("UPLOAD_BYTES_MAX", 25_000_000),
                                environment.number("UPLOAD_PIXELS_MAX", 40_000_000)),
                        environment.seconds("GENERATION_DEADLINE_SECONDS", 900),
                        environment.seconds("IMAGE_URL_TTL_SECONDS", 600));
        environment.check();
        return settings;
    }

    /// A package is not on it: its children are judged, and it delivers nothing itself.
    private static Set<String> guarded(Environment environment) {
        var offered =
                Workflows.ALL.stream()
                        .filter(workflow -> workflow.children().isEmpty())
                        .map(Workflow::id)
                        .collect(Collectors.toSet());
        return environment.names("GUARDED_WORKFLOWS", offered);
    }

    static RunLimits runs(Environment environment) {
        return new RunLimits(
                Quota.runsPerAddress(environment.count("RUNS_PER_ADDRESS", 20)),
                Quota.runsPerDay(environment.count("RUNS_PER_DAY", 500)),
                environment.millis("CLOCK_SKEW_MILLIS", 4000));
    }
}
