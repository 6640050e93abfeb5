package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.Select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Orders whose every field has its form, and which make no sense together: each is told which field it
/// is, and nothing is written or counted.
class BadCombinationTest {

    /// Nothing runs there, so that what is counted is what the orders left.
    private final Stack stack = LiveStack.quiet();

    private final Api api = new Api(stack.api());
    private final String photo = api.photo(Scene.photo("coffee.png"));

    @AfterEach
    void nothingIsWrittenAndHangUp() {
        assertThat(Api.json(api.get("/v1/limits")).at("/limits/0/remaining").asInt()).isEqualTo(20);
        api.close();
    }

    @Test
    void aPinOutsideThePhotoIsNamed() {
        for (var pin : List.of(Map.of("x", 600, "y", 10), Map.of("x", 10, "y", 400))) {
            var order = on("point-edit").put("prompt", "Make it blue");
            pin.forEach(order.putObject("pin")::put);

            assertRefused(order, "/pin", "lies outside the image");
        }
    }

    @Test
    void aMaskOfAnotherPhotosSizeIsNamed() {
        var other = api.photo(Scene.photo("astronaut.png"));
        var order = on("remove-object");
        inputs(order)
                .putObject("mask")
                .put("upload", api.mask(Scene.photo("coffee-mask.png"), photo));
        inputs(order).putObject("image").put("upload", other);

        assertRefused(order, "/inputs/mask", "");
    }

    @Test
    void aFifthReferenceIsNamed() {
        var order = on("restyle").put("prompt", "in these colours");
        var reference = reference();
        var references = inputs(order).putArray("references");
        for (int i = 0; i < 5; i++) {
            references.addObject().put("upload", reference);
        }

        assertRefused(order, "/inputs/references", "");
    }

    @Test
    void aShapeThatIsNotMadeAtThatTierIsNamed() {
        assertRefused(on("extend").put("aspect_ratio", "1:8"), "/aspect_ratio", "must be one of");
        assertRefused(
                order("create").put("prompt", "a boat").put("aspect_ratio", "7:5"),
                "/aspect_ratio",
                "must be one of");
        assertRefused(
                on("cut-out").put("aspect_ratio", "1:1"),
                "/aspect_ratio",
                "is not used by cut-out");
    }

    @Test
    void whatAWorkflowHasNoUseForIsNamed() {
        var pinned = order("create").put("prompt", "a boat");
        pinned.putObject("pin").put("x", 1).put("y", 1);
        assertRefused(pinned, "/pin", "is not used by create");

        var masked = on("edit").put("prompt", "Make it blue");
        inputs(masked)
                .putObject("mask")
                .put("upload", api.mask(Scene.photo("coffee-mask.png"), photo));
        assertRefused(masked, "/inputs/mask", "is not used by edit");

        var set = on("product-set");
        inputs(set).putArray("references").addObject().put("upload", reference());
        assertRefused(set, "/inputs/references", "is not used by product-set");

        var alone = on("restyle").put("prompt", "in these colours");
        assertRefused(alone, "/inputs/references", "is required by restyle");
        assertRefused(on("point-edit").put("prompt", "Make it blue"), "/pin", "is required");
        assertRefused(on("extend"), "/aspect_ratio", "is required by extend");
    }

    private void assertRefused(ObjectNode order, String pointer, String reason) {
        var before = rows();

        var answer = api.post("/v1/generations", order.toString());

        var problem = Api.json(answer);
        assertThat(answer.statusCode()).as(problem.toPrettyString()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(problem.path("violations"))
                .as(problem.toPrettyString())
                .anyMatch(violation ->
                        violation.path("pointer").asText().equals(pointer)
                                && violation.path("reason").asText().startsWith(reason));
        assertThat(rows()).as("nothing is written").isEqualTo(before);
    }

    private List<Integer> rows() {
        var env = stack.environment("DispatchFunction");
        var counts = new ArrayList<Integer>();
        try (var dynamo = new Aws(env).dynamo()) {
            for (var table : List.of("GENERATIONS_TABLE", "EVALUATIONS_TABLE")) {
                var name = stack.environment("WorkerFunction").get(table);
                counts.add(
                        dynamo
                                .scanPaginator(scan -> scan.tableName(name).select(Select.COUNT))
                                .stream()
                                .mapToInt(page -> page.count())
                                .sum());
            }
        }
        return counts;
    }

    private String reference() {
        return api.upload(
                        "reference",
                        "image/jpeg",
                        Scene.photo("rocket.jpg"),
                        Api.JSON.createObjectNode())
                .path("upload_id")
                .asText();
    }

    /// On the photo of a cup of coffee, which is 600 x 400.
    private ObjectNode on(String workflow) {
        var order = order(workflow);
        order.putObject("inputs").putObject("image").put("upload", photo);
        return order;
    }

    private static ObjectNode order(String workflow) {
        return Api.JSON.createObjectNode().put("workflow", workflow);
    }

    private static ObjectNode inputs(ObjectNode order) {
        return (ObjectNode) order.path("inputs");
    }
}
