package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.failure.Billed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The embedded metric format, as its specification (CloudWatch user guide, "Specification:
/// Embedded metric format") words it.
class MeasurementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(1234);

    /// Of CloudWatch's units, those that we use.
    private static final Set<String> UNITS = Set.of("Count", "Milliseconds");

    private final List<String> lines = new ArrayList<>();
    private final Log log = new Log("test", Clock.fixed(NOW, ZoneOffset.UTC), lines::add);

    static Stream<Fact> facts() {
        return Stream.of(
                new Fact.Request("GET /v1/generations/{id}", 200, TOOK),
                new Fact.Request("", 404, TOOK),
                new Fact.Admission("admitted"),
                new Fact.Attempt("runflow", "upstream_5xx", Billed.UNKNOWN, TOOK),
                new Fact.Generation("succeeded", TOOK),
                new Fact.Verdict("green", TOOK),
                new Fact.Sweep(3, 0),
                new Fact.Mishap(),
                new Fact.Fire(6),
                new Fact.Watch(0),
                new Fact.Retry("runflow", "overloaded"));
    }

    @Test
    void everyKindOfFactIsLookedAtHere() {
        assertThat(facts().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Fact.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aLineIsWhatTheFormatWants(Fact fact) throws JsonProcessingException {
        var line = line(fact);
        var directives = line.at("/_aws/CloudWatchMetrics");

        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(directives).hasSize(1);
        assertThat(directives.at("/0/Namespace").asText()).isEqualTo("Easel");
        assertThat(directives.at("/0/Dimensions")).isNotEmpty();
        for (var set : directives.at("/0/Dimensions")) {
            assertThat(set).hasSizeBetween(1, 30);
            for (var name : set) {
                assertThat(line.path(name.asText()).isTextual()).as(name.asText()).isTrue();
                assertThat(line.path(name.asText()).asText()).isNotBlank().hasSizeLessThan(1024);
            }
        }
        assertThat(directives.at("/0/Metrics")).hasSizeBetween(1, 100);
        for (var metric : directives.at("/0/Metrics")) {
            assertThat(UNITS).contains(metric.path("Unit").asText());
            assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aMetricHasTheSameDimensionsWhereverItIsTold(Fact fact) throws JsonProcessingException {
        var dimensions = dimensions(fact);

        for (var other : facts().filter(one -> one.getClass() == fact.getClass()).toList()) {
            assertThat(dimensions(other)).isEqualTo(dimensions);
        }
    }

    /// An alarm on a percentile needs all of them in one metric, whatever came of them.
    @Test
    void theTimeToAVerdictIsCountedByVerdictAndOverAll() throws JsonProcessingException {
        assertThat(dimensions(new Fact.Verdict("incomplete", TOOK)))
                .isEqualTo(Set.of(Set.of("verdict"), Set.of("function")));
        assertThat(JSON.readTree(lines.getLast()).path("function").asText()).isEqualTo("test");
    }

    @Test
    void idsAreInTheLineAndNeverADimension() throws JsonProcessingException {
        log.tell(new Fact.Verdict("green", TOOK), "generation", "gen_1");

        var line = JSON.readTree(lines.getLast());
        assertThat(line.path("generation").asText()).isEqualTo("gen_1");
        assertThat(line.path("_aws").toString()).doesNotContain("generation");
    }

    @Test
    void anAttemptSaysWhatItCost() throws JsonProcessingException {
        var unknown = line(new Fact.Attempt("runflow", "timeout", Billed.UNKNOWN, TOOK));
        var billed = line(new Fact.Attempt("runflow", "succeeded", Billed.YES, TOOK));

        assertThat(unknown.path("AttemptsBilled").asInt()).isZero();
        assertThat(unknown.path("AttemptsBilledUnknown").asInt()).isOne();
        assertThat(billed.path("AttemptsBilled").asInt()).isOne();
        assertThat(billed.path("AttemptLatency").asLong()).isEqualTo(1234);
        assertThat(billed.path("class").asText()).isEqualTo("succeeded");
    }

    @Test
    void anAnswerIsCountedByRouteAndClassOfItsStatus() throws JsonProcessingException {
        var line = line(new Fact.Request("POST /v1/generations", 503, TOOK));

        assertThat(line.path("route").asText()).isEqualTo("POST /v1/generations");
        assertThat(line.path("status_class").asText()).isEqualTo("5xx");
    }

    /// The names of each set.
    private Set<Set<String>> dimensions(Fact fact) throws JsonProcessingException {
        var sets = new HashSet<Set<String>>();
        for (var set : line(fact).at("/_aws/CloudWatchMetrics/0/Dimensions")) {
            var names = new HashSet<String>();
            set.forEach(name -> names.add(name.asText()));
            sets.add(names);
        }
        return sets;
    }

    private JsonNode line(Fact fact) throws JsonProcessingException {
        log.tell(fact);
        return JSON.readTree(lines.getLast());
    }
}
