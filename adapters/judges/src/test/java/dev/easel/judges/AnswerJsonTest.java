package dev.easel.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

    private static final String ANSWER =
            """
            {"text_seen_in_image": ["SALE"], "instruction_like_text": false, "criteria": [
              {"id": "C1", "boxes": [{"left": 10, "top": 20, "right": 110, "bottom": 70}],
               "reasoning": "A string is left.", "result": "fail"}]}\
            """;

    @Test
    void anAnswerInTheFormIsRead() {
        var answer = AnswerJson.read(ANSWER).orElseThrow();

        assertThat(answer.textSeen()).containsExactly("SALE");
        assertThat(answer.instructionLikeText()).isFalse();
        assertThat(answer.answers())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("C1");
                    assertThat(one.boxes()).containsExactly(new Box(10, 20, 100, 50));
                    assertThat(one.result()).isEqualTo("fail");
                });
    }

    @Test
    void aFenceAroundItIsForgiven() {
        assertThat(AnswerJson.read("```json\n" + ANSWER + "\n```")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "It looks great!",
                "{\"text_seen_in_image\": [], \"instruction_like_text\": \"no\", \"criteria\": []}",
                "{\"text_seen_in_image\": \"\", \"instruction_like_text\": false, \"criteria\":"
                        + " []}",
                "{\"text_seen_in_image\": [], \"instruction_like_text\": false, \"criteria\": {}}",
                "{\"text_seen_in_image\": [], \"instruction_like_text\": false, \"criteria\": [7]}",
                "{\"instruction_like_text\": false, \"criteria\": []}",
            })
    void anythingElseIsNone(String text) {
        assertThat(AnswerJson.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"10\"", "10.5", "null", "1e12", "[]"})
    void aPlaceIsAWholeNumber(String place) {
        assertThat(AnswerJson.read(ANSWER.replace("\"left\": 10", "\"left\": " + place))).isEmpty();
    }

    @Test
    void aSecondAnswerBehindTheFirstIsNotAnAnswer() {
        assertThat(AnswerJson.read(ANSWER + ANSWER)).isEmpty();
    }

    @Test
    void fiftyThousandBoxesAreNotRead() {
        var box = "{\"left\":1,\"top\":1,\"right\":2,\"bottom\":2},";
        var many = ANSWER.replace("\"boxes\": [", "\"boxes\": [" + box.repeat(60));

        assertThat(AnswerJson.read(many)).isEmpty();
        assertThat(AnswerJson.read(" ".repeat(200_000) + ANSWER)).isEmpty();
    }
}
