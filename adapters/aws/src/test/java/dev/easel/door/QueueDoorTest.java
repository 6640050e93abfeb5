package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.EvaluationStep;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the doors of queues take in, and what they give back.
class QueueDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();

    private final List<String> logged = new ArrayList<>();
    private final Log log = new Log("test", CLOCK, logged::add);

    @Test
    void oneBadMessageDoesNotBringTheGoodOnesBack() {
        var taken = new ArrayList<Step>();
        var door =
                new QueueDoor<>(
                        log,
                        StepMessages::readStep,
                        step -> step.number() == 14 ? " " : "correlation-" + step.number(),
                        (Step step) -> {
                            if (step.number() >= 13) {
                                throw new IllegalStateException("unlucky");
                            }
                            taken.add(step);
                        });

        var answer =
                door.handle(
                        batch(
                                step(1),
                                "not json",
                                step(13),
                                null,
                                "{\"generation\":\"nobody\",\"step\":1}",
                                step(2),
                                step(14)));

        assertThat(taken).extracting(Step::number).containsExactly(1, 2);
        assertThat(answer.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("1", "2", "3", "4", "6");
        assertThat(logged)
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains("\"message\":\"message failed\""))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(6000));
        assertThat(logged)
                .extracting(line -> JSON.readTree(line).path("correlation_id").asText())
                .as("the message's own, or else its id")
                .containsExactly("1", "correlation-13", "3", "4", "6");
    }

    @Test
    void aMessageIsReadAsItWasWritten() {
        var generation = new GenerationId("gen_" + "0".repeat(26));
        var step =
                new EvaluationStep(
                        generation,
                        EvaluationId.first(generation),
                        EvaluationStep.Kind.POLL,
                        4,
                        "req-1");

        assertThat(StepMessages.readEvaluationStep(StepMessages.write(step))).contains(step);
        assertThat(StepMessages.readStep(StepMessages.write(new Step(generation, 3, "req-1"))))
                .contains(new Step(generation, 3, "req-1"));
        assertThat(
                        StepMessages.readEvaluationStep(
                                StepMessages.write(new Step(generation, 3, "req-1"))))
                .isEqualTo(Optional.empty());
    }

    private static SQSEvent batch(@Nullable String... bodies) {
        var event = new SQSEvent();
        var ids = new ArrayList<SQSEvent.SQSMessage>();
        Stream.of(bodies)
                .forEach(body -> {
                    var message = new SQSEvent.SQSMessage();
                    message.setMessageId(Integer.toString(ids.size()));
                    message.setBody(body);
                    ids.add(message);
                });
        event.setRecords(List.copyOf(ids));
        return event;
    }

    private static String step(int number) {
        return StepMessages.write(
                new Step(new GenerationId("gen_" + "0".repeat(26)), number, "req-1"));
    }
}
