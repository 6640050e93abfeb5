package dev.easel.sentinelpoll;

import dev.easel.door.Environment;
import dev.easel.judging.Invitation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the panel is told by its environment.
record SentinelPollSettings(
        String bucket,
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String evaluationsQueueUrl,
        String bus,
        URI runflow,
        String runflowKeyParameter,
        List<Invitation> panel,
        Duration firstPoll,
        Duration overdue,
        int parkAfter) {

    static SentinelPollSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new SentinelPollSettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("EVALUATIONS_QUEUE_URL"),
                        environment.text("BUS"),
                        URI.create(environment.text("RUNFLOW_URL")),
                        environment.text("RUNFLOW_KEY_PARAMETER"),
                        environment.panel(),
                        environment.seconds("FIRST_POLL_SECONDS", 2),
                        environment.seconds("OVERDUE_SECONDS", 60),
                        Math.toIntExact(environment.number("PARK_AFTER", 5)));
        environment.check();
        return settings;
    }
}
