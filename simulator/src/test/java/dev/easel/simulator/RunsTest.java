package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class RunsTest {

    private static final String REMOVAL = "/v1/models/runflow/object-removal/runs";

    @TempDir Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator =
                Simulator.start(
                        new SimulatorOptions(0, folder, Pace.INSTANT, 1),
                        () -> Instant.now().plus(ahead.get()));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void aRunIsAnswered201WithTheWholeRecordAndPassesThroughItsStates() throws Exception {
        var body = Caller.JSON.createObjectNode().put("client_ref", "attempt-1");
        body.set("input", Caller.input().put("mask_url", Caller.MASK));
        body.putObject("metadata").put("k", "v");

        var created = caller.post(REMOVAL, body);
        var ended = caller.await("/v1/runs/" + created.body().path("id").asText());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("status_code").asText()).isEqualTo("queued");
        assertThat(created.body().path("created_at").asText()).endsWith("+00:00");
        assertThat(created.body().size()).isEqualTo(36);
        assertThat(ended.path("status_code").asText()).isEqualTo("succeeded");
        assertThat(ended.path("cost").asText()).isEqualTo("0.48");
        assertThat(ended.path("metadata").path("k").asText()).isEqualTo("v");
    }

    @Test
    void theMaskedObjectIsGoneAndTheRestIsByteForByteTheSame() throws Exception {
        var url = Caller.firstUrl(caller.removal());

        var answer = caller.fetch(url);

        var image = Caller.image(answer.body());
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(image.getRGB(80, 60) & 0xFF).isLessThan(0x70);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFC09060);
        assertThat(image.getRGB(57, 60)).isEqualTo(0xFFC09060);
    }

    @Test
    void anInputThatIsMissingIsNamed() throws Exception {
        var body = Caller.JSON.createObjectNode();
        body.set("input", Caller.input());

        var told = caller.post(REMOVAL, body);

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body().at("/errors/0/field").asText()).isEqualTo("input.mask_url");
    }

    @Test
    void anUnknownModelIs404ABareNameIs405AndThereIsNoCancel() throws Exception {
        var body = Caller.JSON.createObjectNode();

        assertThat(caller.post("/v1/models/nobody/nothing/runs", body).status()).isEqualTo(404);
        assertThat(caller.post("/v1/models/nothing/runs", body).status()).isEqualTo(405);
        assertThat(caller.post("/v1/runs/x/cancellation", body).status()).isEqualTo(404);
    }

    @Test
    void aKeyThatIsNoKeyIs401() throws Exception {
        var told = caller.get("/v1/auth/me", "Authorization", "Bearer no-key!");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.body().path("code").asText()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void theSameKeyAndBodyReplayTheRunAndAnotherBodyIsAConflict() throws Exception {
        var body = Caller.JSON.createObjectNode();
        body.set("input", Caller.input().put("mask_url", Caller.MASK));

        var first = caller.post(REMOVAL, body, "Idempotency-Key", "k1");
        var again = caller.post(REMOVAL, body, "Idempotency-Key", "k1");
        var other =
                caller.post(
                        REMOVAL, body.deepCopy().put("client_ref", "x"), "Idempotency-Key", "k1");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(caller.get("/v1/runs").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void aRunIsFoundByOurReference() throws Exception {
        var body = Caller.JSON.createObjectNode().put("client_ref", "ours");
        body.set("input", Caller.input().put("mask_url", Caller.MASK));
        caller.post(REMOVAL, body);
        caller.post(REMOVAL, body.deepCopy().put("client_ref", "other"));

        var found = caller.get("/v1/runs?q=client_ref.EQ:%27ours%27").body().path("items");

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/client_ref").asText()).isEqualTo("ours");
    }

    @Test
    void anOutputUrlDiesAfterADayAndIsSignedAgainOnRequest() throws Exception {
        var run = caller.removal();
        var url = Caller.firstUrl(run);
        assertThat(caller.fetch(url).statusCode()).isEqualTo(200);

        ahead.set(Duration.ofHours(25));
        var dead = caller.fetch(url);
        var fresh =
                caller.get("/v1/runs/" + run.path("id").asText() + "?add_signature=true").body();

        assertThat(dead.statusCode()).isEqualTo(403);
        assertThat(new String(dead.body(), StandardCharsets.UTF_8))
                .contains("<Code>AccessDenied</Code>");
        assertThat(caller.fetch(Caller.firstUrl(fresh)).statusCode()).isEqualTo(200);
        assertThat(caller.fetch(url.replace("Expires=86400", "Expires=999999")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatSucceededIsInTheJournalOnceAndSurvivesARestart() throws Exception {
        var run = caller.removal();
        caller.removal("Simulate", "failed");
        stop();

        start();
        var journal = caller.get("/simulator/journal?kind=run").body();

        assertThat(journal.size()).isEqualTo(1);
        assertThat(journal.at("/0/id")).isEqualTo(run.path("id"));
        assertThat(journal.at("/0/cost").asText()).isEqualTo("0.48");
        assertThat(caller.get("/simulator/journal?kind=submit").body()).hasSize(2);
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(3);
    }

    @Test
    void theOtherModelsMakePicturesInTheirOwnShapes() throws Exception {
        var words =
                Caller.JSON
                        .createObjectNode()
                        .put("prompt", "a red bicycle")
                        .put("resolution", "0.5K");
        var painted = caller.run("google/nano-banana-2", words.put("num_images", 2));
        var cut = caller.run("bria/background/remove", Caller.input());
        var isolated =
                caller.run(
                        "runflow/product-isolation",
                        Caller.input().put("aspect_ratio", "1:1").put("resolution", "1K"));
        var large = caller.run("topaz/upscale/image", Caller.input());

        assertThat(painted.at("/output/outputs").size()).isEqualTo(2);
        assertThat(
                        Caller.image(caller.fetch(Caller.firstUrl(cut)).body())
                                .getColorModel()
                                .hasAlpha())
                .isTrue();
        assertThat(isolated.at("/output/image_urls").size()).isEqualTo(1);
        assertThat(large.at("/output/outputs/0/width").asInt()).isEqualTo(320);
    }

    @Test
    void aPortThatIsTakenIsSaidSo() {
        var options = new SimulatorOptions(simulator.uri().getPort(), folder, Pace.INSTANT, 1);

        assertThatThrownBy(() -> Simulator.start(options))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("in use")
                .hasCauseInstanceOf(BindException.class);
    }

    @Test
    void aPhotoThatCannotBeFetchedFailsTheRunAndIsNotBilled()
            throws IOException, InterruptedException {
        var gone = simulator.uri() + "/v1/nothing";

        var run =
                caller.run(
                        "bria/background/remove",
                        Caller.JSON.createObjectNode().put("image_url", gone));

        assertThat(run.path("status_code").asText()).isEqualTo("failed");
        assertThat(run.path("failure_code").asText()).isEqualTo("INPUT_VALIDATION_FAILED");
        assertThat(run.path("cost").isNull()).isTrue();
    }
}
