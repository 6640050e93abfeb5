package dev.easel.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One process of a stack: `easel up --only`. It can be killed as `kill -9` does, and held still.
public final class Piece implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What `up` prints last.
    private static final String READY = "ready in";

    private final Process process;
    private final Path log;
    private final long logged;

    private Piece(Process process, Path log, long logged) {
        this.process = process;
        this.log = log;
        this.logged = logged;
    }

    /// Starts one in a JVM like this one and with this one's class path; `arguments` are those of
    /// the command line, and what it prints goes to the end of `log`.
    static Piece start(Path project, Path log, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // The launcher's flags; the heap, because there are several.
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Deasel.home=" + project,
                        "-classpath",
                        System.getProperty("java.class.path", ""),
                        Tethered.class.getName()));
        command.addAll(arguments);
        try {
            var logged = Files.exists(log) ? Files.size(log) : 0;
            Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new Piece(process, log, logged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns once it says that it is ready, which is after it has filled what it serves.
    Piece awaitReady() {
        var end = Instant.now().plus(PATIENCE);
        while (!printed().contains(READY)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("It does not start:\n" + printed());
            }
            Moment.pass();
        }
        return this;
    }

    private String printed() {
        try {
            var bytes = Files.readAllBytes(log);
            return new String(
                    bytes, (int) logged, bytes.length - (int) logged, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// `kill -9`: no hook runs, nothing is flushed, no connection is closed in order.
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(process.pid() + " cannot be killed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Holds it still: its connections stay open and nobody answers.
    public void suspend() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /// Java can kill, but not stop.
    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
