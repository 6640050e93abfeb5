package dev.easel.dispatch;

import dev.easel.door.Environment;

import java.time.Duration;
import java.util.Map;

/// What the API is told by its environment.
record DispatchSettings(
        String bucket,
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String stepsQueueUrl,
        String callerSecretParameter,
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
                        environment.text("CALLER_SECRET_PARAMETER"),
                        environment.seconds("GENERATION_DEADLINE_SECONDS", 900),
                        environment.seconds("IMAGE_URL_TTL_SECONDS", 600));
        environment.check();
        return settings;
    }
}
