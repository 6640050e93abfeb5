package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.emulator.Loopback;
import dev.easel.local.Part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A stack in several processes that share a folder and keep their ports: what is killed comes back
/// where it was.
public final class Town implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /// Below the ports that outgoing connections are given: while a process is away, nobody else
    /// sits down on its port.
    private static final int PORT_MIN = 20_000;

    private static final int PORT_MAX = 32_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<Part, String> FLAGS =
            Map.of(
                    Part.FUNCTIONS, "--port",
                    Part.S3, "--s3-port",
                    Part.DYNAMODB, "--dynamodb-port",
                    Part.SQS, "--sqs-port",
                    Part.EVENTS, "--events-port",
                    Part.SIMULATOR, "--simulator-port");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path project;
    private final Path data;
    private final Times times;
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);
    private final Queue<Piece> pieces = new ConcurrentLinkedQueue<>();
    private final Thread hook = new Thread(this::killAll);

    /// @param project where template.yaml is
    /// @param data what the processes keep, and what they print
    private Town(Path project, Path data, Times times) {
        this.project = project.toAbsolutePath().normalize();
        this.data = data.toAbsolutePath();
        this.times = times;
        var dice = RandomGenerator.getDefault();
        for (var part : Part.values()) {
            ports.put(part, freePort(dice));
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// An empty one. What it kept and printed stays in `target` until the next of that name.
    public static Town fresh(String name, Times times) {
        var data = Path.of("target", "proof", name);
        try {
            if (Files.exists(data)) {
                try (var files = Files.walk(data)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Town(Path.of(".."), data, times);
    }

    private int freePort(RandomGenerator dice) {
        while (true) {
            int port = dice.nextInt(PORT_MIN, PORT_MAX);
            if (!ports.containsValue(port) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Loopback.HOST), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Starts these parts in one process and returns once they are ready.
    public Piece start(Set<Part> parts) {
        return launch(parts).awaitReady();
    }

    /// Starts each of these parts in a process of its own.
    public Map<Part, Piece> startEach(Set<Part> parts) {
        var started = new EnumMap<Part, Piece>(Part.class);
        parts.forEach(part -> started.put(part, launch(Set.of(part))));
        started.values().forEach(Piece::awaitReady);
        return started;
    }

    private Piece launch(Set<Part> parts) {
        var names = parts.stream().map(Part::wire).sorted().collect(Collectors.joining(","));
        var arguments =
                new ArrayList<>(
                        List.of(
                                "up",
                                "--template",
                                template().toString(),
                                "--data",
                                data.toString(),
                                "--pace",
                                "instant",
                                // Nobody orders anything but those whose orders are counted.
                                "--every",
                                "never",
                                "--only",
                                names));
        ports.forEach((part, port) -> arguments.addAll(List.of(flag(part), port.toString())));
        times.of(template())
                .forEach((name, value) ->
                        arguments.addAll(List.of("--parameter", name + "=" + value)));
        var piece = Piece.start(project, data.resolve(names + ".log"), arguments);
        pieces.removeIf(one -> !one.isAlive());
        pieces.add(piece);
        return piece;
    }

    private static String flag(Part part) {
        return FLAGS.getOrDefault(part, "");
    }

    public Path template() {
        return project.resolve("template.yaml");
    }

    public Path project() {
        return project;
    }

    public Path data() {
        return data;
    }

    public Times times() {
        return times;
    }

    public URI at(Part part) {
        return Loopback.uri(ports.getOrDefault(part, 0));
    }

    /// One tick of the schedule, now. False while nobody is there to hear it.
    public boolean sweep() {
        var tick = "{\"source\":\"aws.scheduler\",\"detail-type\":\"Scheduled Event\"}";
        try {
            return send(Part.FUNCTIONS, "POST", "/2015-03-31/functions/sweeper/invocations", tick)
                    .isObject();
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /// What the providers billed, by their own books.
    public List<JsonNode> journal() {
        return send(Part.SIMULATOR, "GET", "/simulator/journal", "").valueStream().toList();
    }

    public void honourKeys(boolean honoured) {
        send(Part.SIMULATOR, "PUT", "/simulator/keys", "{\"honoured\":" + honoured + "}");
    }

    /// Plays a scenario for the next requests that it concerns.
    public void simulate(String scenario, int times) {
        var body = JSON.createObjectNode().put("scenario", scenario).put("times", times);
        send(Part.SIMULATOR, "PUT", "/simulator/scenario", body.toString());
    }

    private JsonNode send(Part part, String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(at(part).resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .timeout(PATIENCE)
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void killAll() {
        pieces.forEach(Piece::kill);
    }

    @Override
    public void close() {
        killAll();
        http.close();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
