package dev.easel.dispatch;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the sweeper is told by its environment.
record SweeperSettings(
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String runsTable,
        String stepsQueueUrl,
        String evaluationsQueueUrl,
        String bus,
        Set<String> simulators,
        Duration firstPoll,
        Duration overdue,
        Duration lease,
        List<Judge> panel,
        Duration evaluationBudget,
        int parkAfter) {

    static SweeperSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new SweeperSettings(
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("RUNS_TABLE"),
                        environment.text("STEPS_QUEUE_URL"),
                        environment.text("EVALUATIONS_QUEUE_URL"),
                        environment.text("BUS"),
                        ChosenProviders.simulators(environment),
                        environment.seconds("FIRST_POLL_SECONDS", 2),
                        environment.seconds("OVERDUE_SECONDS", 60),
                        environment.seconds("LEASE_SECONDS", 60),
                        Invitation.judges(environment.panel()),
                        environment.seconds("EVALUATION_BUDGET_SECONDS", 300),
                        Math.toIntExact(environment.number("PARK_AFTER", 5)));
        environment.check();
        return settings;
    }
}
