package dev.easel.sentinelpoll;

import dev.easel.door.ChosenProviders;
import dev.easel.door.Environment;
import dev.easel.judges.ChatServices;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the panel is told by its environment.
///
/// @param bedrock where Amazon Bedrock is; absent where it is at its own address
record SentinelPollSettings(
        String bucket,
        String generationsTable,
        String evaluationsTable,
        String guardsTable,
        String runsTable,
        String evaluationsQueueUrl,
        String bus,
        URI runflow,
        String runflowKeyParameter,
        List<Invitation> panel,
        Map<String, URI> chats,
        @Nullable URI bedrock,
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

    /// Who of the panel is a simulator: whoever is asked on this very machine.
    Set<Judge> simulators() {
        return panel.stream()
                .filter(invitation -> ChosenProviders.isLocal(address(invitation)))
                .map(Invitation::judge)
                .collect(Collectors.toSet());
    }

    private @Nullable URI address(Invitation invitation) {
        if (invitation.judge() == Judge.SENTINEL) {
            return runflow;
        }
        return invitation.service().equals(ChatServices.BEDROCK)
                ? bedrock
                : chats.get(invitation.service());
    }

    /// Where the key of a chat service is kept.
    String chatKey(String service) {
        return keysUnder + "/" + service + "/api-key";
    }

    /// Absent where it is at its own address.
    private static @Nullable URI bedrock(Environment environment) {
        var address = environment.maybeText("AWS_ENDPOINT_URL_BEDROCK_RUNTIME");
        return address.isEmpty() ? null : URI.create(address);
    }

    static SentinelPollSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new SentinelPollSettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("EVALUATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("RUNS_TABLE"),
                        environment.text("EVALUATIONS_QUEUE_URL"),
                        environment.text("BUS"),
                        URI.create(environment.text("RUNFLOW_URL")),
                        environment.text("RUNFLOW_KEY_PARAMETER"),
                        environment.panel(),
                        environment.addresses("CHAT_URLS"),
                        bedrock(environment),
                        environment.text("PROVIDER_KEYS_UNDER"),
                        environment.seconds("FIRST_POLL_SECONDS", 2),
                        environment.seconds("OVERDUE_SECONDS", 60),
                        Math.toIntExact(environment.number("PARK_AFTER", 5)));
        environment.check();
        return settings;
    }
}
