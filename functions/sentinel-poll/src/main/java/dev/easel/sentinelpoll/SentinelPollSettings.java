package dev.easel.sentinelpoll;

import dev.easel.door.Environment;
import dev.easel.judges.ChatServices;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

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
        Map<String, URI> chats,
        String keysUnder,
        Duration firstPoll,
        Duration overdue,
        int parkAfter) {

    /// Whoever seats a judge that nobody can ask would wait for it in vain.
    SentinelPollSettings {
        for (var invitation : panel) {
            var service = invitation.service();
            if (invitation.judge() != Judge.SENTINEL
                    && !service.equals(ChatServices.BEDROCK)
                    && !chats.containsKey(service)) {
                throw new IllegalStateException(
                        "PANEL names %s, and CHAT_URLS does not say where it is"
                                .formatted(service));
            }
        }
    }

    /// Where the key of a chat service is kept.
    String chatKey(String service) {
        return keysUnder + "/" + service + "/api-key";
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
                        environment.addresses("CHAT_URLS"),
                        environment.text("PROVIDER_KEYS_UNDER"),
                        environment.seconds("FIRST_POLL_SECONDS", 2),
                        environment.seconds("OVERDUE_SECONDS", 60),
                        Math.toIntExact(environment.number("PARK_AFTER", 5)));
        environment.check();
        return settings;
    }
}
