package dev.easel.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.gateway.InvocationFailed;
import dev.easel.gateway.InvokeApi;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `./easel invoke FUNCTION EVENT.json`: one handler on one event, in the stack that runs, or else
/// in one of its own.
@Command(
        name = "invoke",
        description = "Runs one function on one event and prints its answer.",
        mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "Logical id or short name, such as sentinel-poll.")
    private String function = "";

    @Parameters(index = "1", paramLabel = "EVENT.json", description = "A file with the event.")
    private Path file = Path.of("event.json");

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new StackException("There is no event at " + file + ".", null);
        }
        var event = Files.readAllBytes(file);
        var running =
                RunningStack.find(place.data).map(addresses -> addresses.get(RunningStack.INVOKE));
        var answer = running.isPresent() ? ask(running.get(), event) : Optional.<Integer>empty();
        return answer.isPresent() ? answer.get() : alone(event);
    }

    /// Empty: nobody answers there any more.
    private Optional<Integer> ask(URI lambda, byte[] event)
            throws IOException, InterruptedException {
        var uri = lambda.resolve(InvokeApi.PATH + function + "/invocations");
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(event)).build();
            return Optional.of(report(client.send(request, BodyHandlers.ofByteArray())));
        } catch (ConnectException _) {
            return Optional.empty();
        }
    }

    private int report(HttpResponse<byte[]> response) {
        print(response.body());
        var failed =
                response.statusCode() != OK
                        || response.headers().firstValue("X-Amz-Function-Error").isPresent();
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private int alone(byte[] event) {
        var options = place.stack().withPorts(Ports.ANY).withBackground(false);
        try (var stack = Stack.start(options)) {
            print(stack.invoke(function, event));
            return ExitCode.OK;
        } catch (InvocationFailed | IllegalArgumentException e) {
            throw new StackException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private void print(byte[] answer) {
        var text = new String(answer, StandardCharsets.UTF_8);
        try {
            spec.commandLine().getOut().println(JSON.readTree(text).toPrettyString());
        } catch (JsonProcessingException _) {
            spec.commandLine().getOut().println(text);
        }
    }
}
