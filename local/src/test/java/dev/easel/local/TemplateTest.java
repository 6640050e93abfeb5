package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.door.CallerLookup;
import dev.easel.door.Fact;
import dev.easel.door.Log;
import dev.easel.generation.Settling;
import dev.easel.reliability.RolledUp;
import dev.easel.sentinelpoll.SentinelPollHandler;
import dev.easel.template.LambdaFunction;
import dev.easel.template.Queue;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;
import dev.easel.template.Trigger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the template promises, and what the code reads of it.
class TemplateTest {

    private static final Template TEMPLATE =
            TemplateFile.read(LiveStack.PROJECT.resolve("template.yaml"))
                    .resolve(Map.of(), URI.create("http://127.0.0.1:1"));

    /// An action that knows no resource.
    private static final String NO_RESOURCE = "'rekognition:DetectLabels'";

    /// CloudFront does so by itself, and takes it in no policy.
    private static final Set<String> ALWAYS_FORWARDED = Set.of("if-none-match");

    static Stream<LambdaFunction> functions() {
        return TEMPLATE.functions().stream();
    }

    static Stream<Queue> queues() {
        return TEMPLATE.queues().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionReadsEveryVariableItIsGivenAndNoOther(LambdaFunction function)
            throws ReflectiveOperationException {
        var env = new Asked(function.environment());

        Class.forName(function.handler()).getConstructor(Map.class).newInstance(env);

        assertThat(env.names)
                .filteredOn(name -> !name.startsWith("AWS_"))
                .containsExactlyInAnyOrderElementsOf(function.environment().keySet());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyMissingVariableIsNamedAtOnce(LambdaFunction function)
            throws ReflectiveOperationException {
        try {
            Class.forName(function.handler()).getConstructor(Map.class).newInstance(Map.of());
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .hasMessageMatching("the environment is not complete: (\\w+ is missing(; )?)+");
            return;
        }
        throw new AssertionError(function.id() + " starts without an environment");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aMessageIsInvisibleForSixTimesTheFunctionsTime(LambdaFunction function) {
        for (var trigger : function.triggers()) {
            if (trigger instanceof Trigger.Messages messages) {
                var queue = TEMPLATE.queueByArn(messages.queueArn()).orElseThrow();
                assertThat(queue.visibility())
                        .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
                assertThat(messages.partialFailures()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aDeadLetterOutlivesTheMessageItWas(Queue queue) {
        var redrive = queue.redrive();
        if (redrive != null) {
            var deadLetters = TEMPLATE.queueByArn(redrive.deadLetterArn()).orElseThrow();
            assertThat(deadLetters.retention()).isGreaterThan(queue.retention());
            assertThat(deadLetters.retention()).isEqualTo(Duration.ofDays(14));
        }
    }

    @Test
    void noPolicyHasAWildcardAction() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var allowed =
                Pattern.compile("Effect: Allow[^}]*")
                        .matcher(text)
                        .results()
                        .map(match -> match.group())
                        .toList();

        assertThat(allowed)
                .hasSizeGreaterThan(20)
                .noneMatch(statement -> statement.contains(":*'"))
                .noneMatch(statement ->
                        statement.contains("Resource: '*'") && !statement.contains(NO_RESOURCE));
    }

    /// Whoever comes through the distribution is heard as if he came straight to the gateway.
    @Test
    void theDistributionHandsOnEveryHeaderThatTheApiTakes() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var forwarded =
                text.substring(text.indexOf("  ApiRequests:"), text.indexOf("  Studio:"))
                        .toLowerCase(Locale.ROOT);

        assertThat(TEMPLATE.apiCors().getFirst().headers())
                .filteredOn(header -> !ALWAYS_FORWARDED.contains(header))
                .isNotEmpty()
                .allSatisfy(header -> assertThat(forwarded).contains("- " + header + "\n"));
        assertThat(forwarded).contains("- cloudfront-viewer-address\n");
        assertThat(text)
                .contains("HeaderName: " + CallerLookup.ORIGIN_HEADER + ", HeaderValue: !Sub");
    }

    /// The README prints it, with names where the deployment's are.
    @Test
    void theCommandThatPublishesPagesIsTheOneOfTheReadme() throws IOException {
        var template = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var readme = Files.readString(LiveStack.PROJECT.resolve("README.md"));
        var printed = words(template, "Value: !Sub >-\n", "\n  ApiUrl");

        assertThat(words(readme, "```\n./easel site", "```"))
                .isEqualTo(
                        printed.replace("./easel site ", "")
                                .replace(
                                        "${Bucket.RegionalDomainName}",
                                        "BUCKET.s3.REGION.amazonaws.com")
                                .replace("${PagesBucket}", "PAGES"));
    }

    private static String words(String text, String from, String to) {
        var start = text.indexOf(from, Math.max(0, text.indexOf("PublishStudio"))) + from.length();
        return text.substring(start, text.indexOf(to, start)).replaceAll("[\\s\\\\]+", " ").strip();
    }

    @Test
    void everyRouteOfTheApiIsReachedThroughTheDistribution() {
        var distribution = TEMPLATE.distributions().getFirst();

        assertThat(TEMPLATE.functions().stream().flatMap(one -> one.triggers().stream()))
                .filteredOn(Trigger.Route.class::isInstance)
                .map(Trigger.Route.class::cast)
                .isNotEmpty()
                .allSatisfy(route -> {
                    var behaviour = distribution.behaviour(route.path());
                    assertThat(behaviour.bucket()).as(route.key()).isFalse();
                    assertThat(behaviour.methods()).contains(route.method());
                });
    }

    @Test
    void everyArtifactIsBuiltByAModuleOfOurs() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));

        assertThat(
                        Pattern.compile("CodeUri: (functions/[a-z-]+)/target/function.zip")
                                .matcher(text)
                                .results()
                                .map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(module ->
                        assertThat(LiveStack.PROJECT.resolve(module).resolve("pom.xml")).exists());
    }

    /// What is told of an attempt after its hour is settled is in no hour.
    @Test
    void noGenerationMayLastLongerThanItsHourWaitsForIt() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var longest =
                Pattern.compile("GenerationDeadlineSeconds:[^#]*?MaxValue: (\\d+)")
                        .matcher(text)
                        .results()
                        .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
                        .findFirst()
                        .orElseThrow();

        assertThat(longest.plus(Settling.MOST)).isLessThan(RolledUp.SETTLES_AFTER);
    }

    /// The alarm is on the very metric that a line of the panel's is, and follows the parameter.
    @Test
    void theAlarmOnTheTimeToAVerdictHearsOfEveryVerdict() throws IOException {
        var text = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        var alarm = text.substring(text.indexOf("  VerdictTimeAlarm:"), text.indexOf("Outputs:"));
        var metric =
                Pattern.compile(
                                "Metric: \\{ Namespace: (\\w+), MetricName: (\\w+), Dimensions:"
                                        + " \\[\\{ Name: (\\w+), Value: ([\\w-]+) }] }")
                        .matcher(alarm)
                        .results()
                        .map(match ->
                                List.of(
                                        match.group(1),
                                        match.group(2),
                                        match.group(3),
                                        match.group(4)))
                        .distinct()
                        .toList();
        var lines = new ArrayList<String>();
        new Log(SentinelPollHandler.FUNCTION, Clock.systemUTC(), lines::add)
                .tell(new Fact.Verdict("incomplete", Duration.ofMinutes(5)));
        var line = Api.JSON.readTree(lines.getFirst());
        var told = line.at("/_aws/CloudWatchMetrics/0");

        assertThat(metric).hasSize(1);
        assertThat(told.path("Namespace").asText()).isEqualTo(metric.getFirst().get(0));
        assertThat(told.path("Metrics"))
                .extracting(one -> one.path("Name").asText())
                .contains(metric.getFirst().get(1));
        assertThat(told.path("Dimensions"))
                .anyMatch(set ->
                        set.size() == 1 && set.get(0).asText().equals(metric.getFirst().get(2)));
        assertThat(line.path(metric.getFirst().get(2)).asText())
                .isEqualTo(metric.getFirst().get(3));
        assertThat(alarm).contains("/ (10 * ${EvaluationBudgetSeconds})", "Threshold: 66.7");
    }

    /// An environment that remembers what it was asked for.
    private static final class Asked extends HashMap<String, String> {
        private static final long serialVersionUID = 1;
        private final transient Set<String> names = new HashSet<>();

        Asked(Map<String, String> env) {
            super(env);
        }

        @Override
        public @Nullable String get(Object name) {
            names.add(name.toString());
            return super.get(name);
        }

        @Override
        public @Nullable String getOrDefault(Object name, @Nullable String standard) {
            names.add(name.toString());
            return super.getOrDefault(name, standard);
        }
    }
}
