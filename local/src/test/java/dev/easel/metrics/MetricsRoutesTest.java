package dev.easel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.local.Stack;
import dev.easel.providers.ProviderShelf;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/// The routes over HTTP, on a stack that nobody else has: empty at first, then with one window.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsRoutesTest {

    private static Stack stack;
    private static Api api;

    @BeforeAll
    static void start() {
        var options =
                LiveStack.options(LiveStack.PROJECT.resolve("template.yaml"), LiveStack.folder());
        var parameters = new HashMap<>(options.parameters());
        parameters.put("BenchmarkProviders", String.join(",", ProviderShelf.ids()));
        stack = Stack.start(options.withBackground(false).withParameters(parameters));
        api = new Api(stack.api());
    }

    @AfterAll
    static void stop() {
        api.close();
        stack.close();
    }

    @Test
    @Order(1)
    void anEmptyTableIsToldAsNothingKnown() {
        for (var window : new String[] {"1h", "24h", "7d", "30d"}) {
            for (var source : new String[] {"benchmark", "traffic"}) {
                var json = read("/v1/metrics?window=" + window + "&source=" + source);
                assertThat(json.path("providers")).hasSize(6);
                assertThat(json.path("providers"))
                        .allSatisfy(one -> {
                            assertThat(one.path("state").asText()).isEqualTo("no_data");
                            assertThat(one.path("success_rate").isNull()).isTrue();
                            assertThat(one.at("/latency_ms/p50").isNull()).isTrue();
                            assertThat(one.at("/cost/usd_per_usable_picture").isNull()).isTrue();
                            assertThat(one.path("calls").asInt(-1)).isZero();
                        });
                assertThat(json.path("simulated").asBoolean(true)).isFalse();
            }
        }
        assertThat(read("/v1/batches").path("batches")).isEmpty();
        assertThat(read("/v1/batches").path("next").isNull()).isTrue();
        assertThat(text(api.get("/v1/metrics/openmetrics"))).endsWith("# EOF\n");
        assertThat(text(api.get("/v1/metrics?format=csv")))
                .startsWith("provider,source,")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "/v1/metrics?window=2h, 400, /window",
        "/v1/metrics?window=, 400, /window",
        "/v1/metrics?window=1h&window=24h, 400, /window",
        "/v1/metrics?provider=nobody, 400, /provider",
        "/v1/metrics?source=evaluation, 400, /source",
        "/v1/metrics?format=xml, 400, /format",
        "/v1/metrics?format=csv&table=legs, 400, /table",
        "/v1/metrics?windw=1h, 400, /windw",
        "/v1/metrics/openmetrics?window=fortnight, 400, /window",
        "/v1/batches?limit=0, 400, /limit",
        "/v1/batches?limit=49, 400, /limit",
        "/v1/batches?limit=many, 400, /limit",
        "/v1/batches?before=yesterday, 400, /before",
        "/v1/batches?before=2026-11-24T10:05:00.000Z, 400, /before",
        "/v1/runs/2026-11-24T10:05:00Z/google, 404, ''",
        "/v1/runs/2026-11-24T10:05:00Z/nobody, 404, ''",
        "/v1/runs/yesterday/google, 404, ''",
        "/v1/badges/nobody.svg, 404, ''",
        "/v1/badges/google.png, 404, ''",
        "/v1/badges/google, 404, ''",
    })
    void badInputIsAProblemThatNamesIt(String path, int status, String pointer) {
        var response = api.get(path);

        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        var problem = Api.json(response);
        assertThat(problem.path("request_id").asText())
                .isEqualTo(response.headers().firstValue("x-request-id").orElse(""))
                .isNotEmpty();
        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    @Order(3)
    void aTagStaysUntilSomethingHappens() {
        var before = api.get("/v1/metrics?window=24h");
        var tag = before.headers().firstValue("etag").orElseThrow();
        assertThat(api.get("/v1/metrics?window=24h", "if-none-match", tag).statusCode())
                .isEqualTo(304);

        fire();

        var after = api.get("/v1/metrics?window=24h", "if-none-match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("etag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    @Order(4)
    void aWindowThatWasFiredIsToldEverywhere() {
        var json = read("/v1/metrics?window=1h&provider=google");
        var batches = api.get("/v1/batches?limit=1");
        var batch = Api.json(batches).at("/batches/0");
        var run = read("/v1/runs/" + batch.path("window").asText() + "/google");

        assertThat(json.path("providers")).hasSize(1);
        assertThat(json.at("/providers/0/results/success").asInt()).isEqualTo(1);
        assertThat(json.at("/providers/0/state").asText()).isEqualTo("too_few");
        assertThat(json.path("simulated").asBoolean()).isTrue();
        assertThat(batches.headers().firstValue("cache-control")).contains("no-store");
        assertThat(batch.path("runs")).hasSize(6);
        assertThat(batch.path("runs"))
                .allSatisfy(one -> {
                    assertThat(one.path("result").asText()).isEqualTo("success");
                    assertThat(one.path("simulated").asBoolean()).isTrue();
                    assertThat(one.at("/timing_ms/decoded").asLong()).isPositive();
                    assertThat(one.at("/thumbnail/url").asText()).contains("X-Amz-Expires=600");
                });
        assertThat(run.path("provider").asText()).isEqualTo("google");
        assertThat(run.at("/picture/width").asInt()).isPositive();
    }

    @Test
    @Order(5)
    void whatCanBePlottedCanBeHadAsATable() {
        var path = "/v1/metrics?window=1h&provider=google&format=csv";

        assertThat(text(api.get(path))).hasLineCount(2).contains("google,benchmark,");
        assertThat(text(api.get(path + "&table=histogram"))).hasLineCount(24);
        assertThat(text(api.get(path + "&table=results")))
                .endsWith("google,benchmark,1h,success,1,true\r\n");
    }

    @Test
    @Order(5)
    void aBadgeSaysInWordsWhatItShows() {
        var svg = api.get("/v1/badges/google.svg");
        var json = read("/v1/badges/google.json");

        assertThat(svg.headers().firstValue("content-type")).contains("image/svg+xml");
        assertThat(text(svg))
                .contains("aria-label=\"google (simulated): too few\"")
                .contains("<text")
                .doesNotContain("<script");
        assertThat(json.path("state").asText()).isEqualTo("too_few");
        assertThat(json.path("simulated").asBoolean()).isTrue();
        assertThat(json.at("/success_rate/n").asInt()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void prometheusAcceptsWhatIsThereToScrape() throws Exception {
        var text = text(api.get("/v1/metrics/openmetrics?window=1h"));
        assertThat(text)
                .contains(
                        "easel_provider_runs{provider=\"google\",source=\"benchmark\",window=\"1h\",simulated=\"true\",result=\"success\"}"
                            + " 1\n");
        var promtool = Path.of("/usr/bin/promtool");
        assumeTrue(
                Files.isExecutable(promtool),
                "promtool is not installed: apt-get install prometheus brings it");

        var process =
                new ProcessBuilder(promtool.toString(), "check", "metrics")
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(text);
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said(process)).isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void fire() {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        stack.invoke(
                "BenchmarkFunction",
                """
                {"source": "aws.scheduler", "detail-type": "Scheduled Event", "time": "%s"}
                """
                        .formatted(at)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String path) {
        var response = api.get(path);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        return Api.json(response);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
