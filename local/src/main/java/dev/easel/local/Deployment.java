package dev.easel.local;

import dev.easel.aws.Aws;
import dev.easel.emulator.Loopback;
import dev.easel.template.Queue;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where operators' commands look: the stack that is up on this machine, or an account.
final class Deployment {

    private static final String DEAD_LETTERS = "the template names no dead-letter queue";

    private final Aws aws;
    private final @Nullable Template template;

    private Deployment(Aws aws, @Nullable Template template) {
        this.aws = aws;
        this.template = template;
    }

    /// The stack that runs in this folder, under the names that the template gives.
    static Deployment local(PlaceOptions place) {
        var addresses =
                RunningStack.find(place.data)
                        .orElseThrow(() -> new StackException(notUp(place.data), null));
        var queues = addresses.getOrDefault("sqs", Loopback.uri(Ports.DEFAULT.sqs()));
        return new Deployment(
                new Aws(LocalEnvironment.at(addresses)),
                TemplateFile.read(place.template).resolve(parameters(place, addresses), queues));
    }

    /// An account, with the credentials that the SDK finds.
    static Deployment account(@Nullable String region) {
        return new Deployment(
                new Aws(Map.of("AWS_REGION", region == null ? region() : region)), null);
    }

    private static String notUp(Path data) {
        return "No stack is up in " + data + "; ./easel up starts one.";
    }

    private static Map<String, String> parameters(PlaceOptions place, Map<String, URI> addresses) {
        var parameters = new TreeMap<>(place.parameters);
        var simulator = addresses.get("simulator");
        if (simulator != null) {
            SimulatedProviders.parameters(simulator).forEach(parameters::putIfAbsent);
        }
        return parameters;
    }

    private static String region() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion().id();
        } catch (SdkClientException _) {
            throw new StackException(
                    "No region is set; name one with --region or AWS_REGION.", null);
        }
    }

    Aws aws() {
        return aws;
    }

    /// What the functions are given under this variable.
    String variable(String variable) {
        return named().functions().stream()
                .flatMap(function ->
                        Optional.ofNullable(function.environment().get(variable)).stream())
                .findFirst()
                .orElseThrow(() -> new StackException("No function has " + variable + ".", null));
    }

    /// Where the messages of a queue end, and where they came from.
    record Pair(String deadLetters, String source) {}

    /// The queue of that short name, such as `steps`, and its dead letters, as URLs.
    Pair queue(String name) {
        var known = named().queues().stream().filter(queue -> queue.redrive() != null).toList();
        var source =
                known.stream()
                        .filter(queue -> shortName(queue).equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new StackException(
                                        "There is no queue %s with dead letters; there are %s."
                                                .formatted(
                                                        name,
                                                        known.stream()
                                                                .map(Deployment::shortName)
                                                                .sorted()
                                                                .toList()),
                                        null));
        var redrive = source.redrive();
        var deadLetters =
                redrive == null
                        ? Optional.<Queue>empty()
                        : named().queueByArn(redrive.deadLetterArn());
        return new Pair(
                url(deadLetters.orElseThrow(() -> new StackException(DEAD_LETTERS, null))),
                url(source));
    }

    private String url(Queue queue) {
        try (var sqs = aws.sqs()) {
            return sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
        }
    }

    private static String shortName(Queue queue) {
        return queue.id()
                .replaceFirst("Queue$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private Template named() {
        if (template == null) {
            throw new StackException("An account has no template; name what is meant.", null);
        }
        return template;
    }
}
