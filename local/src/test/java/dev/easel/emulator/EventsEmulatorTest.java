package dev.easel.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

class EventsEmulatorTest {

    @TempDir private Path folder;

    private EventsEmulator emulator;

    @BeforeEach
    void start() {
        emulator =
                EventsEmulator.start(
                        0, folder, Set.of("easel-bus"), Map.of("/easel/a", "1", "/easel/b/c", "2"));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private PutEventsResponse put(String bus, String detail) {
        try (var events = Clients.of(emulator.uri()).events()) {
            var entry =
                    PutEventsRequestEntry.builder()
                            .eventBusName(bus)
                            .source("easel")
                            .detailType("generation.succeeded")
                            .detail(detail)
                            .build();
            return events.putEvents(request -> request.entries(entry));
        }
    }

    @Test
    void anEventReachesTheListenersTheMemoryAndTheFile() throws Exception {
        var heard = new ArrayList<BusEvent>();
        emulator.listen(heard::add);

        var answer = put("easel-bus", "{\"id\":\"gen_1\"}");

        assertThat(answer.failedEntryCount()).isZero();
        assertThat(heard).hasSize(1).isEqualTo(emulator.recent());
        assertThat(heard.getFirst().id()).isEqualTo(answer.entries().getFirst().eventId());
        assertThat(heard.getFirst().detail().path("id").asText()).isEqualTo("gen_1");
        assertThat(Files.readString(folder.resolve("events.jsonl")))
                .contains("\"detail-type\":\"generation.succeeded\"")
                .hasLineCount(1);
    }

    @Test
    void aDetailThatIsNotAnObjectFailsAlone() {
        var answer = put("easel-bus", "{not json");

        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries().getFirst().errorCode()).isEqualTo("MalformedDetail");
        assertThat(emulator.recent()).isEmpty();
    }

    @Test
    void aBusThatTheTemplateDoesNotHaveTakesNothing() {
        var answer = put("other-bus", "{}");

        assertThat(answer.entries().getFirst().errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void parametersAreReadByNameAndByPath() {
        try (var ssm = Clients.of(emulator.uri()).ssm()) {
            assertThat(
                            ssm.getParameter(r -> r.name("/easel/a").withDecryption(true))
                                    .parameter()
                                    .value())
                    .isEqualTo("1");
            assertThat(ssm.getParameters(r -> r.names("/easel/a", "/easel/x")).invalidParameters())
                    .containsExactly("/easel/x");
            assertThat(ssm.getParametersByPath(r -> r.path("/easel")).parameters())
                    .extracting(Parameter::name)
                    .containsExactly("/easel/a");
            assertThat(ssm.getParametersByPath(r -> r.path("/easel").recursive(true)).parameters())
                    .hasSize(2);
        }
    }

    @Test
    void aParameterThatIsNotThereIsNotFound() {
        try (var ssm = Clients.of(emulator.uri()).ssm()) {
            assertThatThrownBy(() -> ssm.getParameter(request -> request.name("/easel/x")))
                    .isInstanceOf(ParameterNotFoundException.class);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheFlagThatChangesIt() {
        var port = emulator.uri().getPort();

        assertThatThrownBy(() -> EventsEmulator.start(port, folder, Set.of(), Map.of()))
                .isInstanceOf(PortInUse.class)
                .hasMessage("Port " + port + " is in use; choose another with --events-port.");
    }
}
