package dev.easel.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.local.LiveStack;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What wakes somebody. An alarm on a metric that nobody tells rings never, or always.
class AlarmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOG = Pattern.compile("(?:new Log\\(|FUNCTION = )\"([a-z-]+)\"");
    private static final JsonNode RESOURCES = resources();

    @Test
    void everyAlarmOnOurOwnMetricsIsOnOneThatAFunctionTells() throws IOException {
        var metrics = ofEasel(RESOURCES);

        assertThat(metrics).hasSizeGreaterThan(3);
        for (var metric : metrics) {
            assertThat(metric.path("Dimensions")).hasSize(1);
            assertThat(metric.at("/Dimensions/0/Name").asText()).isEqualTo("function");
            var function = metric.at("/Dimensions/0/Value").asText();
            assertThat(functions()).contains(function);
            assertThat(told(function)).contains(metric.path("MetricName").asText());
        }
    }

    @Test
    void everyDeadLetterQueueHasAnAlarm() {
        var queues =
                RESOURCES
                        .propertyStream()
                        .filter(one -> one.getKey().endsWith("DeadLetters"))
                        .map(one -> one.getKey() + ".QueueName")
                        .toList();

        assertThat(queues)
                .hasSize(3)
                .allSatisfy(queue ->
                        assertThat(alarms())
                                .anyMatch(alarm ->
                                        alarm.path("Dimensions").toString().contains(queue)));
    }

    @Test
    void everyAlarmIsHeardWhereSomebodyListens() {
        assertThat(alarms())
                .hasSizeGreaterThan(6)
                .allSatisfy(alarm ->
                        assertThat(alarm.path("AlarmActions").toString())
                                .contains("AlarmTopicArn"));
    }

    @Test
    void silenceOfTheBenchmarkIsAFaultOnlyWhereSomebodyIsListed() {
        var alarm = RESOURCES.path("BenchmarkSilenceAlarm");

        assertThat(alarm.path("Condition").asText()).isEqualTo("HasBenchmark");
        assertThat(alarm.at("/Properties/TreatMissingData").asText()).isEqualTo("breaching");
    }

    private static List<JsonNode> alarms() {
        return RESOURCES
                .valueStream()
                .filter(one -> one.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .map(one -> one.path("Properties"))
                .toList();
    }

    /// All that is said of a metric of ours, however deep.
    private static List<JsonNode> ofEasel(JsonNode part) {
        return part.findParents("Namespace").stream()
                .filter(one -> one.path("Namespace").asText().equals("Easel"))
                .toList();
    }

    /// The metrics that it may tell with its name as their one dimension.
    private static Set<String> told(String function) throws IOException {
        var lines = new ArrayList<String>();
        var log = new Log(function, Clock.systemUTC(), lines::add);
        log.tell(new Fact.Fire(6));
        log.tell(new Fact.Watch(0));
        log.tell(new Fact.Verdict("green", Duration.ofSeconds(30)));
        var names = new TreeSet<String>();
        for (var line : lines) {
            for (var directive : JSON.readTree(line).at("/_aws/CloudWatchMetrics")) {
                if (directive.path("Dimensions").toString().contains("[\"function\"]")) {
                    names.addAll(directive.path("Metrics").findValuesAsText("Name"));
                }
            }
        }
        return names;
    }

    /// The names under which functions log.
    private static Set<String> functions() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(LiveStack.PROJECT.resolve("functions"))) {
            for (var file : files.filter(AlarmsTest::isSource).toList()) {
                LOG.matcher(Files.readString(file))
                        .results()
                        .forEach(one -> names.add(one.group(1)));
            }
        }
        return names;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java");
    }

    private static JsonNode resources() {
        try {
            var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
            return JSON.valueToTree(TemplateYaml.parse(text)).path("Resources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
