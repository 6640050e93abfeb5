package dev.easel.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.generation.Step;
import dev.easel.id.EvaluationId;
import dev.easel.id.GenerationId;
import dev.easel.judging.EvaluationStep;
import dev.easel.judging.Judge;

import java.util.Optional;

/// The messages of our queues as JSON: written by who sends, read by who receives. What cannot be
/// read is empty: such a message is reported failed and ends in the dead-letter queue.
public final class StepMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StepMessages() {}

    public static String write(Step step) {
        return JSON.createObjectNode()
                .put("generation", step.generation().value())
                .put("step", step.number())
                .put("correlation_id", step.correlation())
                .toString();
    }

    public static Optional<Step> readStep(String body) {
        return parse(body)
                .flatMap(node ->
                        GenerationId.parse(node.path("generation").asText())
                                .filter(_ -> node.path("step").canConvertToInt())
                                .map(id ->
                                        new Step(
                                                id,
                                                node.path("step").asInt(),
                                                node.path("correlation_id").asText())));
    }

    public static String write(EvaluationStep step) {
        var json =
                JSON.createObjectNode()
                        .put("generation", step.generation().value())
                        .put("evaluation", step.evaluation().value())
                        .put("kind", step.kind().wire())
                        .put("poll", step.poll())
                        .put("correlation_id", step.correlation());
        var judge = step.judge();
        return (judge == null ? json : json.put("judge", judge.wire())).toString();
    }

    public static Optional<EvaluationStep> readEvaluationStep(String body) {
        return parse(body)
                .flatMap(node -> {
                    var generation = GenerationId.parse(node.path("generation").asText());
                    var evaluation = EvaluationId.parse(node.path("evaluation").asText());
                    var kind = EvaluationStep.Kind.of(node.path("kind").asText());
                    var judge = Judge.of(node.path("judge").asText());
                    if (generation.isEmpty()
                            || evaluation.isEmpty()
                            || kind.isEmpty()
                            || (kind.get() == EvaluationStep.Kind.ASK) != judge.isPresent()
                            || !node.path("poll").canConvertToInt()) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            new EvaluationStep(
                                    generation.get(),
                                    evaluation.get(),
                                    kind.get(),
                                    judge.orElse(null),
                                    node.path("poll").asInt(),
                                    node.path("correlation_id").asText()));
                });
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
