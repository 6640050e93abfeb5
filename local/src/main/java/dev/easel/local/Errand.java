package dev.easel.local;

import static java.util.Objects.requireNonNull;

import dev.easel.client.EaselClient;
import dev.easel.client.GenerationRequest;
import dev.easel.client.GenerationRun;
import dev.easel.client.MisuseException;
import dev.easel.client.Patience;
import dev.easel.client.ProblemException;
import dev.easel.client.Stopwatch;
import dev.easel.client.Timeline;
import dev.easel.client.UnreachableException;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/// One generation ordered from the command line: it prints, and what happened becomes an exit code.
final class Errand {

    private static final Duration LOCAL_PAUSE_MAX = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    /// What a command does between its first line and its exit code.
    interface Work {
        /// Answers whether there is a verdict.
        boolean run() throws Exception;
    }

    private final CommandLine command;
    private final Stopwatch stopwatch;
    private final Timeline timeline;

    Errand(CommandLine command, Stopwatch stopwatch) {
        this.command = command;
        this.stopwatch = stopwatch;
        // picocli knows a terminal from a pipe, and NO_COLOR.
        this.timeline =
                new Timeline(
                        command.getOut(), stopwatch, command.getColorScheme().ansi().enabled());
    }

    Timeline timeline() {
        return timeline;
    }

    /// 0 for a verdict, 1 for none, 2 if the command line cannot be meant. A bug is not caught.
    int exitCode(Work work) throws Exception {
        try {
            return work.run() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (MisuseException e) {
            say(requireNonNull(e.getMessage()));
            say("Try: easel " + command.getCommandName() + " --help");
            return ExitCode.USAGE;
        } catch (ProblemException e) {
            say(e);
        } catch (UnreachableException e) {
            say(e.getMessage() + " Is it running? ./easel up starts it.");
        } catch (IOException e) {
            say("A file could not be read or written: " + e);
        }
        return ExitCode.SOFTWARE;
    }

    boolean generate(URI endpoint, GenerationRequest request, GenerateOptions options)
            throws IOException, InterruptedException {
        var patience = new Patience(stopwatch, options.timeout(), pauseMax(endpoint));
        try (var client = new EaselClient(endpoint)) {
            return new GenerationRun(client, timeline, patience, options.results).run(request);
        }
    }

    /// Our own machine may be asked often; a deployment is asked as often as it says.
    private static Duration pauseMax(URI endpoint) {
        try {
            var local = InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
            return local ? LOCAL_PAUSE_MAX : PAUSE_MAX;
        } catch (UnknownHostException _) {
            return PAUSE_MAX;
        }
    }

    private void say(ProblemException problem) {
        say(problem.title());
        if (!problem.detail().isBlank()) {
            say("  " + problem.detail());
        }
        for (var violation : problem.violations()) {
            say("  - " + violation.pointer() + " " + violation.reason());
        }
        if (problem.requestId() != null) {
            say("  request " + problem.requestId());
        }
    }

    private void say(String line) {
        PrintWriter err = command.getErr();
        err.println(line);
        err.flush();
    }
}
