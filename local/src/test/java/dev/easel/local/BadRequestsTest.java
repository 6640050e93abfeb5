package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Thousands of requests of which each is wrong in one way: every one is told so, and none leaves
/// anything behind.
class BadRequestsTest {

    private static final int COUNT = Integer.getInteger("easel.badRequests", 2000);
    private static final long SEED = Long.getLong("easel.seed", 20_261_123);

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @Test
    @Timeout(300)
    void noneIsOurFaultAndNoneLeavesATrace() throws IOException {
        var mask = Scene.photo("coffee-mask.png");
        var upload = api.announce("mask", "image/png", mask);
        assertThat(api.put(upload, mask, Map.of()).statusCode()).isEqualTo(200);
        var waiting = upload.path("upload_id").asText();
        var before = kept();

        var requests = new BadRequests(SEED, waiting);
        try (var wire = new Wire(stack.api())) {
            for (int i = 0; i < COUNT; i++) {
                var request = requests.next();
                check(wire.ask(request), "seed %d, request %d: %s".formatted(SEED, i, request));
            }
        }

        assertThat(kept()).isEqualTo(before);
        var photo = api.photo(Scene.photo("coffee.png"));
        assertThat(
                        api.post(
                                        "/v1/uploads/" + waiting + "/complete",
                                        "{\"image\":\"" + photo + "\"}")
                                .statusCode())
                .as("what was refused so often is still there")
                .isEqualTo(200);
    }

    private static final Pattern PAGE = Pattern.compile(": (?:GET|HEAD) /(?:index\\.html)? ");

    private static void check(Wire.Answer answer, String which) throws IOException {
        if (answer.status() == 200 && PAGE.matcher(which).find()) {
            // The Studio, which takes no input.
            return;
        }
        assertThat(answer.status()).as(which).isBetween(400, 499);
        if (answer.body().isEmpty()) {
            assertThat(which).contains(": HEAD ");
            return;
        }
        var json = Api.JSON.readTree(answer.body());
        if ("application/json".equals(answer.headers().get("content-type"))) {
            assertThat(json.path("message").asText()).as(which).isNotEmpty();
        } else {
            assertThat(answer.headers().get("content-type"))
                    .as(which)
                    .isEqualTo("application/problem+json");
            checkProblem(json, answer.status(), which);
        }
    }

    private static void checkProblem(JsonNode problem, int status, String which) {
        for (var member : new String[] {"type", "title", "detail", "code", "request_id"}) {
            assertThat(problem.path(member).asText()).as(member + " of " + which).isNotEmpty();
        }
        assertThat(problem.path("status").asInt()).as(which).isEqualTo(status);
        assertThat(problem.path("code").asText().equals("invalid-request"))
                .as(which)
                .isEqualTo(problem.has("violations") && status == 400 && !isLater(problem));
        for (var violation : problem.path("violations")) {
            assertThat(violation.path("pointer").asText())
                    .as(which)
                    .matches("(?s)(/.*)?|Idempotency-Key");
            assertThat(violation.path("reason").asText()).as(which).isNotEmpty();
        }
    }

    private static boolean isLater(JsonNode problem) {
        return problem.path("code").asText().equals("not-available-yet");
    }

    /// Names of all that a request could have left: rows, claims, counts, pictures.
    private Set<String> kept() {
        var env = stack.environment("DispatchFunction");
        var kept = new TreeSet<String>();
        var aws = new Aws(env);
        try (var dynamo = aws.dynamo();
                var s3 = aws.s3()) {
            for (var table : new String[] {"GENERATIONS_TABLE", "GUARDS_TABLE"}) {
                dynamo.scanPaginator(request -> request.tableName(env.get(table)))
                        .items()
                        .forEach(row ->
                                kept.add(String.valueOf(row.getOrDefault("id", row.get("pk")))));
            }
            s3
                    .listObjectsV2Paginator(request -> request.bucket(env.get("BUCKET")))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .forEach(kept::add);
        }
        return kept;
    }
}
