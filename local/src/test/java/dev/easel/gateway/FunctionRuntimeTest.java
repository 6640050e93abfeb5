package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.template.LambdaFunction;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class FunctionRuntimeTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private FunctionRuntime start(String handler) {
        var function =
                new LambdaFunction(
                        "TestFunction",
                        "easel-TestFunction",
                        handler,
                        Map.of(),
                        Duration.ofMillis(300),
                        512,
                        List.of());
        return FunctionRuntime.start(
                function, Map.of(), new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTypedHandlerIsGivenItsEventAsLambdaReadsIt() {
        try (var runtime = start(BatchHandler.class.getName())) {
            var event =
                    "{\"Records\":[{\"messageId\":\"m1\",\"body\":\"fail\"},{\"messageId\":\"m2\",\"body\":\"ok\"}]}";

            var answer = runtime.invoke(bytes(event));

            assertThat(answer)
                    .asString()
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        }
    }

    @Test
    void aFailureIsLoggedOnceWithItsStackAndTold() {
        try (var runtime = start(EchoHandler.class.getName())) {
            assertThatThrownBy(() -> runtime.invoke(bytes("{\"rawPath\":\"/v1/things/throw\"}")))
                    .isInstanceOfSatisfying(
                            InvocationFailed.class,
                            failure ->
                                    assertThat(failure.errorType())
                                            .isEqualTo("java.lang.IllegalStateException"))
                    .hasMessage("as asked");
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("\"function\":\"TestFunction\"", "EchoHandler.java");
    }

    @Test
    void aFunctionIsInterruptedAtItsTimeOut() {
        try (var runtime = start(EchoHandler.class.getName())) {
            assertThatThrownBy(() -> runtime.invoke(bytes("{\"rawPath\":\"/v1/things/hang\"}")))
                    .isInstanceOfSatisfying(
                            InvocationFailed.class,
                            failure -> assertThat(failure.timedOut()).isTrue());
        }
    }

    @Test
    void aHandlerThatCannotBeUsedSaysWhy() {
        assertThatThrownBy(() -> start("dev.easel.Nobody"))
                .hasMessage(
                        "The handler dev.easel.Nobody of TestFunction cannot be used: there is no"
                                + " such class.");
        assertThatThrownBy(() -> start("java.lang.String"))
                .hasMessageContaining("no public constructor for the environment");
    }
}
