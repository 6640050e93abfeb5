package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// One whole generation, from the upload to the verdict: through every service that Easel uses.
@AlsoElsewhere
class WholeGenerationTest {

    @Test
    void aPhotoGoesInAndAVerdictComesOut() {
        var api = new Api(LiveStack.get().api());
        var photo = api.photo(Scene.photo("coffee.png"));
        var order = Api.JSON.createObjectNode().put("workflow", "remove-object").put("tier", "2K");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", api.mask(Scene.photo("coffee-mask.png"), photo));

        var generation = api.generate(order);

        assertThat(generation.path("status").asText())
                .as(generation.toPrettyString())
                .isEqualTo("succeeded");
        assertThat(generation.at("/evaluation/verdict").asText()).isEqualTo("green");
        assertThat(api.get(generation.at("/outputs/0/href").asText()).statusCode()).isEqualTo(302);
    }
}
