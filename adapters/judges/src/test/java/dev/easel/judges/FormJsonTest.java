package dev.easel.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.judging.Form;
import dev.easel.judging.Rubrics;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FormJsonTest {

    private final Form form = Form.of(Rubrics.of(Task.OBJECT_REMOVAL).criteria());

    @Test
    void everyObjectOfASchemaIsClosedAndAllItsFieldsAreRequired() {
        var objects = objects(FormJson.JSON_SCHEMA.of(form), "object");

        assertThat(objects).hasSize(3);
        assertThat(objects)
                .allSatisfy(object -> {
                    assertThat(object.path("additionalProperties").isBoolean()).isTrue();
                    assertThat(object.path("additionalProperties").booleanValue()).isFalse();
                    assertThat(object.path("required")).hasSameSizeAs(object.path("properties"));
                });
    }

    @Test
    void theResultComesLastInBothDialects() {
        for (var each : FormJson.values()) {
            var answer = each.of(form).path("properties").path("criteria").path("items");
            assertThat(answer.path("required").valueStream().map(JsonNode::asText))
                    .containsExactly("id", "boxes", "reasoning", "result");
        }
    }

    @Test
    void geminiIsToldTheOrderAndNothingThatItDoesNotKnow() {
        var objects = objects(FormJson.OPEN_API.of(form), "OBJECT");

        assertThat(objects).hasSize(3);
        assertThat(objects)
                .allSatisfy(object -> {
                    assertThat(object.has("additionalProperties")).isFalse();
                    assertThat(object.path("propertyOrdering")).isEqualTo(object.path("required"));
                });
    }

    @Test
    void onlyTheIdsOfTheRubricMayBeAnswered() {
        var id =
                FormJson.JSON_SCHEMA
                        .of(form)
                        .at("/properties/criteria/items/properties/id/enum")
                        .valueStream()
                        .map(JsonNode::asText);

        assertThat(id).containsExactly("C1", "C2", "C3");
    }

    private static List<JsonNode> objects(JsonNode node, String type) {
        var found = new ArrayList<JsonNode>();
        if (node.path("type").asText().equals(type)) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(objects(child, type)));
        return found;
    }
}
