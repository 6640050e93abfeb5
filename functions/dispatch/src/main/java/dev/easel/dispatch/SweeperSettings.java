package dev.easel.dispatch;

import dev.easel.door.Environment;

import java.util.Map;

/// What the sweeper is told by its environment.
record SweeperSettings(
        String generationsTable,
        String evaluationsTable,
        String stepsQueueUrl,
        String evaluationsQueueUrl) {

    static SweeperSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new SweeperSettings(
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("STEPS_QUEUE_URL"),
                        environment.text("EVALUATIONS_QUEUE_URL"));
        environment.check();
        return settings;
    }
}
