package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.emulator.Loopback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class MainTest {

    @TempDir private Path folder;

    private final StringWriter console = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(console, true), new PrintWriter(errors, true), arguments);
    }

    private String template() {
        return StackTest.TEMPLATE.toString();
    }

    private String event(String content) throws IOException {
        return Files.writeString(folder.resolve("event.json"), content).toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void aloneItListsItsCommands() {
        assertThat(run()).isZero();

        assertThat(console.toString()).contains("Usage: ./easel", "up ", "invoke ");
    }

    @Test
    void aPortInUseIsNamedWithTheFlagThatChangesIt() {
        var server = Loopback.server(0, "--any");
        try {
            var port = server.getAddress().getPort();

            assertThat(
                            run(
                                    "up",
                                    "--template",
                                    template(),
                                    "--data",
                                    data(),
                                    "--s3-port",
                                    "" + port))
                    .isOne();

            assertThat(errors.toString())
                    .isEqualToIgnoringNewLines(
                            "easel: Port " + port + " is in use; choose another with --s3-port.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTemplateThatIsNotThereIsASentenceAndNotAStack() {
        assertThat(run("up", "--template", "nowhere.yaml", "--port", "0", "--data", data()))
                .isOne();

        assertThat(errors.toString())
                .isEqualToIgnoringNewLines("easel: There is no template at nowhere.yaml.");
    }

    @Test
    void invokeStartsAStackOfItsOwnAndPrintsTheAnswer() {
        var event = "../events/dispatch-catalog.json";

        assertThat(
                        run(
                                "invoke",
                                "dispatch",
                                event,
                                "--template",
                                "../template.yaml",
                                "--data",
                                data()))
                .isZero();

        assertThat(console.toString()).contains("\"statusCode\" : 200");
    }

    @Test
    void theSiteIsLaidOutForTheDeploymentThatIsNamed() throws IOException {
        var pages = Files.createDirectories(folder.resolve("web"));
        Files.writeString(pages.resolve("index.html"), "<p>Studio</p>");
        System.setProperty("easel.home", folder.toString());
        try {
            assertThat(run("site", "--images", "https://b.s3.eu-central-1.amazonaws.com")).isZero();
        } finally {
            System.clearProperty("easel.home");
        }

        assertThat(pages.resolve("target/site/index.html")).hasContent("<p>Studio</p>");
        assertThat(pages.resolve("target/site/config.json"))
                .content()
                .contains("\"images\":[\"https://b.s3.eu-central-1.amazonaws.com\"]");
        assertThat(console.toString()).contains("web/target/site holds version ", ": 1 files");
    }

    @Test
    void invokeUsesTheStackThatRuns() throws IOException {
        var event = event("{\"rawPath\":\"/v1/things/env\"}");
        var options = StackOptions.of(StackTest.TEMPLATE, Path.of(data())).withPorts(Ports.ANY);
        try (var stack = Stack.start(options)) {
            assertThat(run("invoke", "EchoFunction", event, "--data", data())).isZero();

            assertThat(console.toString()).contains(String.valueOf(stack.addresses().get("s3")));
            assertThat(run("invoke", "nobody", event, "--data", data())).isOne();
            assertThat(console.toString()).contains("there are [batch-work, echo]");
        }
    }

    @Test
    void aFunctionThatThrowsEndsInvokeWithItsMessage() throws IOException {
        var event = event("{\"rawPath\":\"/v1/things/throw\"}");
        var options = StackOptions.of(StackTest.TEMPLATE, Path.of(data())).withPorts(Ports.ANY);
        try (var _ = Stack.start(options)) {
            assertThat(run("invoke", "echo", event, "--data", data())).isOne();
        }
        assertThat(console.toString()).contains("\"errorMessage\" : \"as asked\"");
    }
}
