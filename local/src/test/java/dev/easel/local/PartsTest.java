package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// A stack in pieces.
class PartsTest {

    private static final Set<Part> NEIGHBOURS =
            EnumSet.complementOf(EnumSet.of(Part.FUNCTIONS, Part.SIMULATOR));

    @TempDir private Path data;

    private StackOptions real(Set<Part> parts) {
        return LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), data).withParts(parts);
    }

    private static Ports of(Stack stack, int simulator) {
        return new Ports(
                0,
                port(stack, "s3"),
                port(stack, "dynamodb"),
                port(stack, "sqs"),
                port(stack, "events"),
                simulator);
    }

    private static int port(Stack stack, String name) {
        return requireNonNull(stack.addresses().get(name)).getPort();
    }

    @Test
    void theFunctionsServeWithEverythingElseInOtherPlaces() {
        try (var simulator = Stack.start(real(Set.of(Part.SIMULATOR)));
                var neighbours = Stack.start(real(NEIGHBOURS));
                var functions =
                        Stack.start(
                                real(Set.of(Part.FUNCTIONS))
                                        .withPorts(
                                                of(neighbours, simulator.simulator().getPort())))) {
            var api = new Api(functions.api());
            var order = Api.JSON.createObjectNode().put("workflow", "create").put("prompt", "boat");

            assertThat(api.generate(order).at("/evaluation/verdict").asText()).isEqualTo("green");
            var invoke = requireNonNull(RunningStack.find(data).orElseThrow().get("invoke"));
            assertThat(
                            new Api(invoke)
                                    .post("/2015-03-31/functions/sweeper/invocations", "{}")
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatRunsElsewhereMustBeNamed() {
        assertThatThrownBy(() -> Stack.start(real(Set.of(Part.FUNCTIONS))))
                .isInstanceOf(StackException.class)
                .hasMessage("What runs elsewhere must be named with --s3-port.");
    }

    @Test
    void aFunctionOfARuleNeedsTheBusBesideIt() {
        var parts = EnumSet.complementOf(EnumSet.of(Part.EVENTS));
        var options =
                StackOptions.of(StackTest.TEMPLATE, data)
                        .withPorts(new Ports(0, 0, 0, 0, 1, 0))
                        .withParts(parts);

        assertThatThrownBy(() -> Stack.start(options))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("run the part events together with it");
    }

    @Test
    void twoPiecesShareAFolderUnlessTheyAreTheSame() {
        var sqs = real(Set.of(Part.SQS));
        var s3 = real(Set.of(Part.S3));
        try (var _ = Stack.start(sqs);
                var _ = Stack.start(s3)) {
            assertThatThrownBy(() -> Stack.start(sqs))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Another stack is using the data folder");
        }
        Stack.start(sqs).close();
    }

    @Test
    void aFreshPieceForgetsWhatIsItsOwnAndNothingElse() throws IOException {
        var objects = Files.createDirectories(data.resolve("s3")).resolve("kept");
        var tables = Files.createDirectories(data.resolve("dynamodb")).resolve("kept");
        Files.writeString(objects, "");
        Files.writeString(tables, "");

        Stack.start(real(Set.of(Part.S3)).withFresh(true)).close();

        assertThat(objects).doesNotExist();
        assertThat(tables).exists();
    }
}
