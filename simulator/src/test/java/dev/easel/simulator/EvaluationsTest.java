package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class EvaluationsTest {

    @TempDir Path folder;

    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = Simulator.start(new SimulatorOptions(0, folder, Pace.INSTANT, 1));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void anHonestRemovalPassesEveryJudgeAndIsBilled() throws Exception {
        var evaluation = caller.evaluation(Caller.firstUrl(caller.removal()));

        assertThat(evaluation.path("status_code").asText()).isEqualTo("completed");
        assertThat(evaluation.path("overall_passed").asBoolean()).isTrue();
        assertThat(evaluation.path("weighted_pass_rate").asDouble()).isEqualTo(1);
        assertThat(evaluation.path("judges").size()).isEqualTo(4);
        assertThat(evaluation.path("cost").asText()).isEqualTo("0.05");
        assertThat(caller.get("/simulator/journal?kind=evaluation").body().at("/0/kind").asText())
                .isEqualTo("evaluation");
    }

    @ParameterizedTest
    @CsvSource({
        "unchanged, Edit applied",
        "changed-outside, Rest preserved",
        "blank, Image quality",
        "wrong-size, Instruction followed"
    })
    void aSpoiltRemovalFailsTheJudgeThatLooksForIt(String scenario, String judge) throws Exception {
        var evaluation = caller.evaluation(Caller.firstUrl(caller.removal("Simulate", scenario)));

        assertThat(evaluation.path("judges"))
                .filteredOn(found -> !found.path("passed").asBoolean())
                .extracting(found -> found.path("name").asText())
                .contains(judge);
        assertThat(evaluation.path("top_issues")).isNotEmpty();
    }

    @Test
    void anOutputServedAsOctetStreamCannotBeJudged() throws Exception {
        var evaluation =
                caller.evaluation(Caller.firstUrl(caller.removal("Simulate", "octet-stream")));

        assertThat(evaluation.path("status_code").asText()).isEqualTo("failed");
        assertThat(evaluation.path("failure_code").asText()).isEqualTo("INVALID_CONTENT_TYPE");
        assertThat(evaluation.path("cost").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bria/background/remove, cut-out",
        "runflow/background-color, white-background",
        "topaz/upscale/image, upscale",
        "runflow/outpaint/aspect-ratio, extend",
        "runflow/product-isolation, isolation",
        "runflow/tag-removal, tag-removal",
        "google/nano-banana-pro/edit, edit",
        "google/nano-banana-pro/edit, scene"
    })
    void everyModelsHonestWorkPasses(String model, String task) throws Exception {
        var input = Caller.input().put("aspect_ratio", "4:5").put("resolution", "1K");
        input.put("prompt", "make it winter").putArray("image_urls").add(Caller.PHOTO);
        input.put("color_red", 255).put("color_green", 255).put("color_blue", 255);

        var run = caller.run(model, input);
        var output = run.path("output");
        var url =
                output.has("image_urls")
                        ? output.at("/image_urls/0").asText()
                        : Caller.firstUrl(run);

        assertThat(judged(url, task).path("overall_passed").asBoolean()).isTrue();
    }

    @Test
    void whatIsMissingOrTooManyIsRefused() throws Exception {
        var order = order("http://127.0.0.1/x.png", "edit");
        for (int n = 0; n < 4; n++) {
            order.withArray("reference_images").addObject().put("url", Caller.PHOTO);
        }

        assertThat(caller.post("/v1/evaluations", order).status()).isEqualTo(422);
        assertThat(
                        caller.post("/v1/evaluations", Caller.JSON.createObjectNode())
                                .body()
                                .path("errors")
                                .size())
                .isEqualTo(2);
    }

    @Test
    void judgesAreAbsentUnlessAskedForAndAnEvaluationBeginsPending() throws Exception {
        var created = caller.post("/v1/evaluations", order(Caller.PHOTO, "text-to-image"));

        assertThat(created.status()).isEqualTo(202);
        assertThat(created.body().path("status_code").asText()).isEqualTo("pending");
        assertThat(created.body().has("judges")).isFalse();
    }

    private JsonNode judged(String url, String task) throws Exception {
        var created = caller.post("/v1/evaluations", order(url, task)).body();
        return caller.await("/v1/evaluations/" + created.path("id").asText() + "?embed=judges");
    }

    private static ObjectNode order(String url, String task) {
        var order =
                Caller.JSON
                        .createObjectNode()
                        .put("generated_image_url", url)
                        .put("task_type", task);
        order.putArray("reference_images")
                .addObject()
                .put("url", Caller.PHOTO)
                .put("kind", "input");
        return order;
    }
}
