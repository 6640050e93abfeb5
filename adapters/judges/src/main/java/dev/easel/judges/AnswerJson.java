package dev.easel.judges;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.easel.image.Box;
import dev.easel.judging.ViewerAnswer;
import dev.easel.judging.ViewerAnswer.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads an answer strictly: a service that ignores the form is caught here. What has a wrong kind or
/// is missing makes it no answer; what is too much does, too.
final class AnswerJson {

    private static final int CHARS_MAX = 100_000;
    private static final int ANSWERS_MAX = 20;
    private static final int BOXES_MAX = 50;

    /// A second object behind the first is no answer, either.
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private AnswerJson() {}

    static Optional<ViewerAnswer> read(String text) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return answer(JSON.readTree(unfenced(text)));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    /// Models without a form tend to wrap JSON as they would in a document.
    private static String unfenced(String text) {
        var bare = text.strip();
        return bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0
                ? bare.substring(bare.indexOf('\n'), bare.length() - 3)
                : bare;
    }

    private static Optional<ViewerAnswer> answer(JsonNode json) {
        var seen = json.path("text_seen_in_image");
        var instruction = json.path("instruction_like_text");
        var criteria = json.path("criteria");
        if (!seen.isArray()
                || !instruction.isBoolean()
                || !criteria.isArray()
                || criteria.size() > ANSWERS_MAX) {
            return Optional.empty();
        }
        var answers = new ArrayList<Answer>();
        for (var criterion : criteria) {
            var answer = criterion(criterion);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(
                new ViewerAnswer(
                        seen.valueStream().map(JsonNode::asText).toList(),
                        instruction.booleanValue(),
                        answers));
    }

    private static Optional<Answer> criterion(JsonNode json) {
        var id = json.path("id");
        var reasoning = json.path("reasoning");
        var result = json.path("result");
        if (!id.isTextual() || !reasoning.isTextual() || !result.isTextual()) {
            return Optional.empty();
        }
        return boxes(json.path("boxes"))
                .map(boxes -> new Answer(id.asText(), boxes, reasoning.asText(), result.asText()));
    }

    private static Optional<List<Box>> boxes(JsonNode json) {
        if (!json.isArray() || json.size() > BOXES_MAX) {
            return Optional.empty();
        }
        var boxes = new ArrayList<Box>();
        for (var box : json) {
            var left = box.path("left");
            var top = box.path("top");
            var right = box.path("right");
            var bottom = box.path("bottom");
            if (!isPlace(left) || !isPlace(top) || !isPlace(right) || !isPlace(bottom)) {
                return Optional.empty();
            }
            boxes.add(
                    new Box(
                            left.intValue(),
                            top.intValue(),
                            right.intValue() - left.intValue(),
                            bottom.intValue() - top.intValue()));
        }
        return Optional.of(boxes);
    }

    /// A whole number that an `int` holds, as do differences of two of them.
    private static boolean isPlace(JsonNode number) {
        return number.canConvertToExactIntegral() && Math.abs(number.asLong()) < 1_000_000;
    }
}
