package dev.easel.dispatch;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// What the canary is told by its environment.
record CanarySettings(
        String bucket,
        String generationsTable,
        String guardsTable,
        String stepsQueueUrl,
        Set<String> providers,
        long perDay,
        Duration deadline) {

    static CanarySettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new CanarySettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("STEPS_QUEUE_URL"),
                        ChosenProviders.chosen(environment),
                        environment.number("CANARIES_PER_DAY", 50),
                        environment.seconds("GENERATION_DEADLINE_SECONDS", 900));
        environment.check();
        return settings;
    }
}
