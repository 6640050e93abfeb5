package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.catalog.Catalog;
import dev.easel.failure.Billed;
import dev.easel.generation.Generation;
import dev.easel.id.GenerationId;
import dev.easel.providers.ProviderShelf;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Each provider alone, in a deployment that asks nobody else: over HTTP from the order to the verdict,
/// by its own adapter, against its own simulator. Those whose call is the work go through the function
/// that may run as long.
class ProvidersLiveTest {

    static Stream<String> providers() {
        return ProviderShelf.ids().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eachAloneMakesWhatItIsRoutedFor(String provider) {
        var catalog = Catalog.STANDARD.with(Set.of(provider));
        var asked =
                Stream.of("create", "edit")
                        .map(id -> catalog.workflow(id).orElseThrow())
                        .filter(workflow -> catalog.offer(workflow, Tier.ONE_K).isDispatchable())
                        .toList();
        assertThat(asked).extracting(Workflow::id).contains("create");
        try (var stack = Stack.start(only(provider));
                var api = new Api(stack.api())) {
            for (var workflow : asked) {
                assertMade(stack, api.generate(order(api, workflow)), provider);
            }

            assertThat(journal(stack, api, "submit")).as("all of its submits").hasSameSizeAs(asked);
            assertThat(journal(stack, api, "run"))
                    .as("what anybody billed")
                    .hasSameSizeAs(asked)
                    .allSatisfy(
                            run -> assertThat(run.path("provider").asText()).isEqualTo(provider));
        }
    }

    private static void assertMade(Stack stack, JsonNode made, String provider) {
        var as = made.toPrettyString();
        assertThat(made.path("status").asText()).as(as).isEqualTo("succeeded");
        assertThat(made.at("/evaluation/verdict").asText()).as(as).isIn("green", "amber");
        assertThat(stored(stack, made).attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.tried().provider()).isEqualTo(provider);
                    assertThat(attempt.sends()).isEqualTo(1);
                    assertThat(attempt.billed()).isEqualTo(Billed.YES);
                });
    }

    private static Generation stored(Stack stack, JsonNode made) {
        var env = stack.environment("WorkerFunction");
        return new DynamoGenerations(
                        new Aws(env).dynamo(), env.getOrDefault("GENERATIONS_TABLE", ""))
                .find(new GenerationId(made.path("id").asText()))
                .orElseThrow();
    }

    private static StackOptions only(String provider) {
        var options =
                LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), LiveStack.folder());
        var parameters = new HashMap<>(options.parameters());
        parameters.put("Providers", provider);
        return options.withParameters(parameters);
    }

    private static ObjectNode order(Api api, Workflow workflow) {
        var order =
                Api.JSON
                        .createObjectNode()
                        .put("workflow", workflow.id())
                        .put("tier", Tier.ONE_K.wire())
                        .put("prompt", "a cup of coffee in warm morning light");
        if (workflow.requires(Requirement.IMAGE)) {
            order.putObject("inputs")
                    .putObject("image")
                    .put("upload", api.photo(Scene.photo("coffee.png")));
        }
        return order;
    }

    private static List<JsonNode> journal(Stack stack, Api api, String kind) {
        var address = stack.simulator().resolve("/simulator/journal?kind=" + kind);
        var lines = Api.json(api.send(HttpRequest.newBuilder(address).build()));
        return lines.valueStream().toList();
    }
}
