package dev.easel.sentinelpoll;

import dev.easel.door.Environment;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /// Whoever seats a judge that nobody can ask would wait for it in vain.
    SentinelPollSettings {
        if (!Set.of(Judge.SENTINEL).containsAll(Invitation.judges(panel))) {
            throw new IllegalStateException("PANEL names a service that cannot be asked yet");
        }
    }

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
