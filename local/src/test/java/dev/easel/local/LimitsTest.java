package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The limits as callers meet them: over HTTP, through the gateway, against DynamoDB Local. What is
/// admitted here stays queued: no worker runs.
class LimitsTest {

    private static final String ORDER = "{\"workflow\":\"create\",\"prompt\":\"a red boat\"}";
    private static final String UPLOAD =
            "{\"kind\":\"image\",\"content_type\":\"image/png\",\"bytes\":1,\"sha256\":\"%s\"}"
                    .formatted(Api.sha256(new byte[1]));

    private final Stack stack = LiveStack.quiet();
    private final Api api = new Api(stack.api());

    @AfterEach
    void hangUp() {
        api.close();
    }

    @RepeatedTest(20)
    void ofThirtyAtOnceTwentyAreInAndTenAreToldWhenToComeBack() throws Exception {
        var answers = together(30, () -> api.post("/v1/generations", ORDER));

        assertThat(of(202, answers)).hasSize(20);
        assertThat(of(429, answers))
                .hasSize(10)
                .allSatisfy(answer -> {
                    var problem = Api.json(answer);
                    assertThat(problem.path("code").asText()).isEqualTo("rate-limited");
                    assertThat(problem.path("retryable").asBoolean()).isTrue();
                    // An hour from the first of them, the guard against clocks apart, and what
                    // thirty at once may differ in when they looked at theirs.
                    assertThat(problem.path("retry_after").asInt()).isBetween(3575, 3609);
                    assertThat(header(answer, "retry-after"))
                            .isEqualTo(problem.path("retry_after").asText());
                    assertThat(header(answer, "ratelimit"))
                            .startsWith(
                                    "\"runs-per-address\";r=0;t="
                                            + header(answer, "retry-after")
                                            + ", \"runs-per-day\";r=");
                });
        assertThat(answers)
                .extracting(answer -> header(answer, "ratelimit-policy"))
                .containsOnly(
                        "\"runs-per-address\";q=20;w=3600, \"runs-per-day\";q=1000000;w=86400");
    }

    @Test
    void tenTwinsAtTheLastPlaceAreOneRunAndNobodyIsRefused() throws Exception {
        post(19);

        var answers =
                together(10, () -> api.post("/v1/generations", ORDER, "Idempotency-Key", "twins"));

        assertThat(of(202, answers)).hasSize(10);
        assertThat(answers)
                .extracting(answer -> header(answer, "location"))
                .containsOnly(header(answers.getFirst(), "location"));
        assertThat(answers)
                .filteredOn(answer -> header(answer, "idempotent-replayed").equals("true"))
                .hasSize(9);
    }

    @Test
    void aReplayIsAnsweredWhateverHasBecomeOfItsPictureAndOfTheCallersRuns() {
        var photo = api.photo(Scene.photo("coffee.png"));
        var order =
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":\"%s\"}}}"
                        .formatted(photo);
        var first = api.post("/v1/generations", order, "Idempotency-Key", "k");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(header(first, "ratelimit")).startsWith("\"runs-per-address\";r=19;t=3600, ");
        post(19);
        forget(photo);

        var again = api.post("/v1/generations", order, "Idempotency-Key", "k");
        var other = api.post("/v1/generations", ORDER, "Idempotency-Key", "k");
        var anew = api.post("/v1/generations", order);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(header(again, "location")).isEqualTo(header(first, "location"));
        assertThat(header(again, "idempotent-replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
        // A picture that is gone is not even looked for: the run would be refused anyway.
        assertThat(anew.statusCode()).isEqualTo(429);
        assertThat(api.post("/v1/generations", "{}").statusCode())
                .as("what has no form is told so first")
                .isEqualTo(400);
    }

    @Test
    void aRefusedOrderIsNotCounted() {
        api.post("/v1/generations", "{\"workflow\":\"create\"}");
        api.post(
                "/v1/generations",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":\"img_%s\"}}}"
                        .formatted("1".repeat(26)));

        assertThat(limit("runs-per-address").path("remaining").asInt()).isEqualTo(20);
    }

    @Test
    void theSixtyFirstUploadIsRefusedAndAWrongOneIsNotCounted() throws Exception {
        assertThat(api.post("/v1/uploads", "{}").statusCode()).isEqualTo(400);

        var answers = together(60, () -> api.post("/v1/uploads", UPLOAD));
        var next = api.post("/v1/uploads", UPLOAD);

        assertThat(of(201, answers)).hasSize(60);
        assertThat(answers)
                .extracting(answer -> header(answer, "ratelimit-policy"))
                .containsOnly("\"uploads-per-address\";q=60;w=3600");
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(Api.json(next).path("title").asText())
                .isEqualTo("Too many upload requests from this address");
        assertThat(Api.json(next).has("url")).isFalse();
        assertThat(Integer.parseInt(header(next, "retry-after"))).isBetween(3575, 3609);
        assertThat(header(next, "ratelimit")).startsWith("\"uploads-per-address\";r=0;t=");
        try (var other = new Api(stack.api())) {
            assertThat(other.post("/v1/uploads", UPLOAD).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void noHeaderOfACallersMakesAnotherCallerOfIt() {
        post(20);

        for (var header : List.of("X-Forwarded-For", "Forwarded", "CloudFront-Viewer-Address")) {
            assertThat(api.post("/v1/generations", ORDER, header, "203.0.113.7:443").statusCode())
                    .as(header)
                    .isEqualTo(429);
        }
    }

    @Test
    void whatIsLeftIsToldAndAskingCostsNothing() {
        assertThat(limit("runs-per-address").has("resets_at")).isFalse();
        post(20);
        api.post("/v1/uploads", UPLOAD);

        for (int i = 0; i < 3; i++) {
            var runs = limit("runs-per-address");
            assertThat(runs.path("limit").asInt()).isEqualTo(20);
            assertThat(runs.path("window_seconds").asInt()).isEqualTo(3600);
            assertThat(runs.path("remaining").asInt()).isZero();
            assertThat(runs.path("retry_after").asInt()).isBetween(3575, 3609);
            assertThat(runs.path("resets_at").asText()).matches("20\\d\\d-.*Z");
            assertThat(limit("runs-per-day").path("resets_at").asText()).endsWith("T00:00:00Z");
            assertThat(limit("uploads-per-address").path("remaining").asInt()).isEqualTo(59);
            assertThat(limit("runs-per-day").path("limit").asInt()).isEqualTo(1_000_000);
        }
        var fixed = Api.json(api.get("/v1/limits")).path("fixed");
        assertThat(fixed.path("upload_bytes").asInt()).isEqualTo(25_000_000);
        assertThat(fixed.path("upload_pixels").asInt()).isEqualTo(40_000_000);
        assertThat(fixed.path("prompt_characters").asInt()).isEqualTo(4000);
        assertThat(fixed.path("references").asInt()).isEqualTo(4);
        assertThat(fixed.path("body_bytes").asInt()).isEqualTo(65_536);
    }

    private JsonNode limit(String name) {
        var limits = Api.json(api.get("/v1/limits")).path("limits");
        return limits.valueStream()
                .filter(limit -> limit.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void post(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(api.post("/v1/generations", ORDER).statusCode()).isEqualTo(202);
        }
    }

    /// As its 30 days would.
    private void forget(String upload) {
        var env = stack.environment("DispatchFunction");
        var bucket = env.getOrDefault("BUCKET", "");
        try (var s3 = new Aws(env).s3()) {
            var found = s3.listObjectsV2(list -> list.bucket(bucket).prefix("inputs/" + upload));
            assertThat(found.contents()).isNotEmpty();
            found.contents()
                    .forEach(object -> s3.deleteObject(it -> it.bucket(bucket).key(object.key())));
        }
    }

    private static List<HttpResponse<byte[]>> of(int status, List<HttpResponse<byte[]>> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == status).toList();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static <T> List<T> together(int count, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                running.add(
                        executor.submit(() -> {
                            start.await();
                            return work.call();
                        }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
