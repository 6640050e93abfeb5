package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.easel.asset.Presence;
import dev.easel.door.Log;
import dev.easel.emulator.Loopback;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Against a server that answers as the service is documented to.
class RekognitionPeopleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] JPEG = {1, 2, 3};

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    private final List<String> logged = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server = Loopback.server(0, "none");
    private int status = 200;
    private @Nullable String answer;

    @BeforeEach
    void start() {
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                    .isEqualTo("RekognitionService.DetectLabels");
            asked.add(JSON.readTree(exchange.getRequestBody()));
            if (answer == null) {
                over.await();
                return;
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Presence look(Duration patience) {
        var uri = "http://127.0.0.1:" + server.getAddress().getPort();
        var aws = new Aws(Map.of("AWS_ENDPOINT_URL_REKOGNITION", uri));
        var log = new Log("complete", Clock.systemUTC(), logged::add);
        return new RekognitionPeople(aws, log, patience).in(() -> JPEG);
    }

    private Presence look() {
        return look(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"Name\": \"Person\", \"Confidence\": 99.2}', PERSON",
        "'{\"Name\": \"Person\", \"Confidence\": 80.0}', PERSON",
        "'{\"Name\": \"Person\", \"Confidence\": 79.9}', UNKNOWN",
        "'{\"Name\": \"Dog\", \"Confidence\": 99.9}', NO_PERSON",
        "'', NO_PERSON",
    })
    void whatIsFoundDecides(String label, Presence presence) {
        answer = "{\"Labels\": [%s], \"LabelModelVersion\": \"3.0\"}".formatted(label);

        assertThat(look()).isEqualTo(presence);
        assertThat(logged).isEmpty();
    }

    @Test
    void itIsAskedForPeopleAloneAndGivenThePictureItself() throws IOException {
        answer = "{\"Labels\": []}";

        look();

        assertThat(asked)
                .containsExactly(
                        JSON.readTree(
                                """
                                {"Image": {"Bytes": "AQID"}, "MinConfidence": 40.0,
                                 "Features": ["GENERAL_LABELS"],
                                 "Settings": {"GeneralLabels": {"LabelInclusionFilters": ["Person"]}}}
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "400, AccessDeniedException",
        "400, InvalidImageFormatException",
        "400, ThrottlingException",
        "500, InternalServerError"
    })
    void aRefusalIsNoErrorAndNotRepeated(int status, String type) {
        this.status = status;
        answer = "{\"__type\": \"%s\", \"Message\": \"no\"}".formatted(type);

        assertThat(look()).isEqualTo(Presence.UNKNOWN);
        assertThat(asked).hasSize(1);
        assertThat(logged).singleElement().asString().contains("people_unknown");
    }

    @Test
    void anAnswerThatIsNoneIsNoError() {
        answer = "<html>";

        assertThat(look()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void nobodyWaitsForLong() {
        assertThat(look(Duration.ofMillis(200))).isEqualTo(Presence.UNKNOWN);
        assertThat(asked).hasSize(1);
    }
}
