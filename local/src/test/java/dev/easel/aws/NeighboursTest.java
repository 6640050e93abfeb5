package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.door.StepMessages;
import dev.easel.emulator.Eventually;
import dev.easel.event.Event;
import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.Ids;
import dev.easel.image.MediaType;
import dev.easel.judging.EvaluationStep;
import dev.easel.local.AlsoElsewhere;
import dev.easel.local.LiveStack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sqs.model.Message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the adapters of queues, bucket and bus do over there. The dead-letter queues stand in for
/// the others: nobody takes their messages away.
@AlsoElsewhere
class NeighboursTest {

    private static final Ids IDS = new Ids(RandomGenerator.getDefault());

    private final Map<String, String> env = LiveStack.get().environment("WorkerFunction");
    private final Aws aws = new Aws(env);

    @Test
    void aStepArrivesAsItWasSent() throws Exception {
        var step = new Step(IDS.generation(), 3, "request-1");
        var url = deadLetters("StepsDeadLetters");

        new SqsSteps(aws.sqs(), url).send(step, Duration.ZERO);

        assertThat(arrived(url, step.generation().value()))
                .extracting(body -> StepMessages.readStep(body).orElseThrow())
                .contains(step);
    }

    @Test
    void anEvaluationsStepArrivesAsItWasSentAndNotBeforeItsTime() throws Exception {
        var generation = IDS.generation();
        var step =
                new EvaluationStep(
                        generation,
                        EvaluationId.first(generation),
                        EvaluationStep.Kind.POLL,
                        4,
                        "request-1");
        var url = deadLetters("EvaluationsDeadLetters");
        var steps = new SqsEvaluationSteps(aws.sqs(), url);

        steps.send(step, Duration.ofMinutes(15));
        assertThat(take(url)).noneMatch(body -> body.contains(generation.value()));

        steps.send(step, Duration.ZERO);
        assertThat(arrived(url, generation.value()))
                .extracting(body -> StepMessages.readEvaluationStep(body).orElseThrow())
                .contains(step);
    }

    @Test
    void theBusTakesAnEventAndARefusalIsAnError() {
        var event = new Event("generation.succeeded", Map.of("generation", "gen_1"));

        new EventBridgeBus(aws.events(), env.getOrDefault("BUS", "")).publish(event);

        assertThatThrownBy(() -> new EventBridgeBus(aws.events(), "no-such-bus").publish(event))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anObjectIsReadAsItWasWrittenWithItsType(@TempDir Path folder) throws IOException {
        var assets = new S3Assets(aws, env.getOrDefault("BUCKET", ""), Clock.systemUTC());
        var file = Files.writeString(folder.resolve("x"), "not really a picture");
        var key = "outputs/" + IDS.generation() + "/0.png";

        assets.write(key, MediaType.PNG, file);

        assertThat(new String(assets.read(key, 100), StandardCharsets.UTF_8))
                .isEqualTo("not really a picture");
        try (var s3 = aws.s3()) {
            var head = s3.headObject(r -> r.bucket(env.get("BUCKET")).key(key));
            assertThat(head.contentType()).isEqualTo("image/png");
        }
    }

    private String deadLetters(String id) {
        var name =
                LiveStack.get().template().queues().stream()
                        .filter(queue -> queue.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .name();
        try (var sqs = aws.sqs()) {
            return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
        }
    }

    private List<String> arrived(String url, String part) throws Exception {
        var bodies = new ArrayList<String>();
        Eventually.until(
                "the message arrives",
                () -> {
                    bodies.addAll(take(url));
                    return bodies.stream().anyMatch(body -> body.contains(part));
                });
        return bodies.stream().filter(body -> body.contains(part)).toList();
    }

    private List<String> take(String url) {
        try (var sqs = aws.sqs()) {
            return sqs
                    .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
                    .messages()
                    .stream()
                    .map(Message::body)
                    .toList();
        }
    }
}
