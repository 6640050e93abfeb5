package dev.easel.dispatch;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;
import dev.easel.guard.RunLimits;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the worker is told by its environment.
///
/// @param submitsQueueUrl where calls that are the work are handed to; absent where they are made
record WorkerSettings(
        String bucket,
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String runsTable,
        String stepsQueueUrl,
        String evaluationsQueueUrl,
        String bus,
        @Nullable String submitsQueueUrl,
        ChosenProviders providers,
        Duration firstPoll,
        Duration lease,
        Duration overdue,
        long retriesPerMinute,
        long outputBytesMax,
        List<Judge> panel,
        Duration evaluationBudget,
        RunLimits runs,
        int parkAfter) {

    /// Of the function that hands calls on that are the work.
    static WorkerSettings ofWorker(Map<String, String> env) {
        var environment = new Environment(env);
        return from(environment, environment.text("SUBMITS_QUEUE_URL"));
    }

    /// Of the function that makes them.
    static WorkerSettings ofSubmits(Map<String, String> env) {
        return from(new Environment(env), null);
    }

    private static WorkerSettings from(Environment environment, @Nullable String submitsQueueUrl) {
        var settings =
                new WorkerSettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("RUNS_TABLE"),
                        environment.text("STEPS_QUEUE_URL"),
                        environment.text("EVALUATIONS_QUEUE_URL"),
                        environment.text("BUS"),
                        submitsQueueUrl,
                        ChosenProviders.from(environment),
                        environment.seconds("FIRST_POLL_SECONDS", 2),
                        environment.seconds("LEASE_SECONDS", 60),
                        environment.seconds("OVERDUE_SECONDS", 60),
                        environment.number("RETRIES_PER_MINUTE", 10),
                        environment.number("OUTPUT_BYTES_MAX", 50_000_000),
                        Invitation.judges(environment.panel()),
                        environment.seconds("EVALUATION_BUDGET_SECONDS", 300),
                        DispatchSettings.runs(environment),
                        Math.toIntExact(environment.number("PARK_AFTER", 5)));
        environment.check();
        return settings;
    }
}
