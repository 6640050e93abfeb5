package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class LogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> lines = new ArrayList<>();
    private final Log log = new Log("test", Clock.fixed(NOW, ZoneOffset.UTC), lines::add);

    @Test
    void everyLineBehindADoorCarriesItsIdAndNoneAfterIt() throws JsonProcessingException {
        Correlation.under(
                "request-1",
                () -> {
                    log.info("inside", "number", 3, "text", "words");
                    log.error("broken", new IllegalStateException());
                    log.tell(new Fact.Mishap());
                    return true;
                });
        Correlation.under(
                " ",
                () -> {
                    log.info("of nobody");
                    return true;
                });
        log.info("outside");

        assertThat(read())
                .extracting(line -> line.path("correlation_id").asText())
                .containsExactly("request-1", "request-1", "request-1", "none", "none");
        assertThat(lines.getFirst())
                .isEqualTo(
                        "{\"at\":\"2026-11-23T12:00:00Z\",\"level\":\"INFO\",\"function\":\"test\",\"message\":\"inside\",\"correlation_id\":\"request-1\",\"number\":3,\"text\":\"words\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://s3.amazonaws.com/b/k?X-Amz-Signature=LEAK failed",
                "X-Amz-Security-Token: LEAK",
                "x-amz-credential=LEAK/20261123",
                "Authorization: Bearer LEAK",
                "bearer LEAK,",
                "the header Authorization=LEAK is wrong",
                "api_key: LEAK",
                "RUNFLOW_API_KEY=LEAK",
                "clientSecret = LEAK",
                "the key rf_LEAK was refused",
                "data:image/png;base64,LEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAKLEAK"
            })
    void whatLooksLikeASecretIsTakenOut(String text) throws JsonProcessingException {
        log.info("told", "reason", text);
        log.error("broken", new IllegalStateException(text, new IllegalArgumentException(text)));

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("LEAK"));
        assertThat(read().getFirst().path("reason").asText()).contains("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "connect to 203.0.113.7:443 failed",
                "from [2001:db8::7]:443",
                "fe80::1",
                "no route to 2001:db8:0:0:0:0:0:7."
            })
    void addressesAreTakenOut(String text) throws JsonProcessingException {
        log.info("told", "reason", text);

        assertThat(read().getFirst().path("reason").asText())
                .contains("[address]")
                .doesNotContain("203.0", "2001", "fe80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen_01JDXYZABCDEFGHJKMNPQRSTVW",
                "google/nano-banana-2",
                "2026-10",
                "HTTP 503 MODEL_UNAVAILABLE",
                "2026-11-23T12:00:00.123Z",
                "runflow: after 12 s",
                "no answer: timed out",
                "outputs/gen_01JDXYZABCDEFGHJKMNPQRSTVW/0.png",
                "GET /v1/generations/{id}"
            })
    void whatAnOperatorNeedsStays(String text) throws JsonProcessingException {
        log.info("told", "reason", text);

        assertThat(read().getFirst().path("reason").asText()).isEqualTo(text);
    }

    @Test
    void anExceptionKeepsItsClassesAndFramesAndLosesWhatItQuotes() throws JsonProcessingException {
        log.error(
                "broken",
                new UncheckedIOException(
                        "cannot read \"a cat with a hat\"",
                        new UnknownHostException("callbacks.example.org")));

        assertThat(read().getFirst().path("stack").asText())
                .contains(
                        "java.io.UncheckedIOException: cannot read [quoted]",
                        "caused by java.net.UnknownHostException: [host]",
                        "LogTest.java")
                .doesNotContain("a cat", "example.org");
    }

    @Test
    void theLastCauseIsNeverCutOff() throws JsonProcessingException {
        Exception cause = new IllegalStateException("the root");
        for (int i = 0; i < 4; i++) {
            cause = new IllegalStateException("around", cause);
        }

        log.error("broken", cause);

        assertThat(read().getFirst().path("stack").asText()).contains("the root");
        assertThat(lines.getFirst()).hasSizeLessThan(8000);
    }

    @Test
    void aCircleOfCausesEnds() throws JsonProcessingException {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        one.initCause(two);

        log.error("broken", one);

        assertThat(read().getFirst().path("stack").asText()).containsOnlyOnce("one");
    }

    @Test
    void aTickThatFailsIsLoggedAndItsReasonGoesNoFurther() throws JsonProcessingException {
        var door =
                new ScheduleDoor<>(
                        log,
                        _ -> {
                            throw new IllegalStateException("https://example.org/?key=1");
                        });

        assertThatThrownBy(() -> door.handle("tick-1", new ScheduledEvent()))
                .hasNoCause()
                .hasMessage("failed; the reason is in the log");
        assertThat(read())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("message").asText()).isEqualTo("tick failed");
                    assertThat(line.path("correlation_id").asText()).isEqualTo("tick-1");
                    assertThat(line.path("MessagesFailed").asInt()).isOne();
                    assertThat(line.path("stack").asText()).contains("[url]");
                });
    }

    private List<JsonNode> read() throws JsonProcessingException {
        var read = new ArrayList<JsonNode>();
        for (var line : lines) {
            read.add(JSON.readTree(line));
        }
        return read;
    }
}
