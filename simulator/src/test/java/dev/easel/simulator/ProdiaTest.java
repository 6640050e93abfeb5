package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Pace;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Multipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/// Jobs over HTTP, waited for and not.
@Timeout(60)
class ProdiaTest {

    private static final String WORDS = "inference.gemini-3-1-flash.txt2img.v1";
    private static final String PHOTO = "inference.gemini-3-1-flash.img2img.v1";
    private static final String ASYNC = "/prodia/v2/job/async";
    private static final String PARTS = "multipart/form-data; image/png";

    @TempDir Path folder;
    private Simulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = Simulator.start(new SimulatorOptions(0, folder, Pace.INSTANT, 1));
        caller = new Caller(simulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        simulator.close();
    }

    @Test
    void whoAcceptsAPictureGetsItsBytes() throws Exception {
        var answer = post("/prodia/v2/job", job(WORDS), "Accept", "image/jpeg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo("image/jpeg");
        assertThat(Caller.image(answer.body()).getWidth()).isEqualTo(1024);
        assertThat(caller.journal("prodia", "submit")).hasSize(1);
        assertThat(caller.journal("prodia", "run").at("/0/cost").asText()).isEqualTo("0.08");
    }

    @Test
    void whoAcceptsPartsGetsTheRecordTheTextAndThePicture() throws Exception {
        var answer = post("/prodia/v2/job?price=true", job(WORDS), "Accept", PARTS);

        var parts = parts(answer);
        assertThat(parts.stream().map(Multipart.Part::name))
                .containsExactly("job", "output", "output");
        var record = Caller.JSON.readTree(parts.getFirst().body().bytes());
        assertThat(record.at("/state/current").asText()).isEqualTo("processed");
        assertThat(record.at("/price/dollars").asText()).isEqualTo("0.08");
        assertThat(parts.get(1).contentType()).isEqualTo("text/plain");
        assertThat(Caller.image(parts.get(2).body().bytes()).getWidth()).isEqualTo(1024);
    }

    @Test
    void aJobIsHandedInAskedForAndFetched() throws Exception {
        var id = Caller.JSON.readTree(post(ASYNC, job(WORDS)).body()).path("id").asText();

        assertThat(state(id)).isIn("queued", "processing");
        assertThat(get(id).statusCode()).isEqualTo(404);
        awaitEnd(id);

        assertThat(state(id)).isEqualTo("processed");
        var record = caller.get(ASYNC + "/" + id + "/job.json?price=true").body();
        assertThat(record.at("/price/dollars").asText()).isEqualTo("0.08");
        assertThat(record.at("/metrics/elapsed").asDouble()).isPositive();
        assertThat(Caller.image(get(id).body()).getWidth()).isEqualTo(1024);
        var whole = caller.send("GET", ASYNC + "/" + id, new byte[0], "Accept", PARTS);
        assertThat(parts(whole)).hasSize(3);
    }

    @Test
    void anEditNamesThePartsItTakes() throws Exception {
        var job = job(PHOTO);
        ((ObjectNode) job.path("config")).putArray("images").add("photo.png");
        var photo =
                Base64.getDecoder().decode(Caller.PHOTO.substring(Caller.PHOTO.indexOf(',') + 1));

        var answer = post(multipart(job, photo), "Accept", "image/png");
        ((ObjectNode) job.path("config")).putArray("images").add("other.png");
        var unknown = post(multipart(job, photo), "Accept", "image/png");

        var image = Caller.image(answer.body());
        assertThat(image.getWidth()).isGreaterThan(image.getHeight());
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotKnownIsRefusedByName() throws Exception {
        var field = job(WORDS);
        ((ObjectNode) field.path("config")).put("colour", "red");
        var ratio = job(WORDS);
        ((ObjectNode) ratio.path("config")).put("aspect_ratio", "5:1");

        assertThat(detail(field)).startsWith("config.colour");
        assertThat(detail(ratio)).startsWith("config.aspect_ratio");
        assertThat(detail(job("inference.nothing.v1"))).startsWith("type");
        assertThat(detail(job(PHOTO))).startsWith("input");
        assertThat(post(ASYNC, job(WORDS), "Authorization", "Key k").statusCode()).isEqualTo(401);
        assertThat(caller.journal("prodia", "submit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rate-limited, 429, message",
        "unavailable, 503, message",
        "no-credit, 402, error",
        "invalid, 400, detail",
        "unauthorized, 401, error"
    })
    void aRefusalHasItsStatusAndOneOfThreeMembers(String scenario, int status, String member)
            throws Exception {
        caller.play("prodia", scenario);

        var told = caller.post(ASYNC, job(WORDS));

        assertThat(told.status()).isEqualTo(status);
        assertThat(told.body().path(member).asText()).isNotEmpty();
        assertThat(caller.journal("prodia", "submit")).isEmpty();
    }

    @Test
    void aJobThatFailsSaysSoInItsHistory() throws Exception {
        caller.play("prodia", "moderated");
        var id = Caller.JSON.readTree(post(ASYNC, job(WORDS)).body()).path("id").asText();
        awaitEnd(id);

        assertThat(state(id)).isEqualTo("failed");
        assertThat(
                        caller.get(ASYNC + "/" + id + "/job.json")
                                .body()
                                .at("/state/history/1/message")
                                .asText())
                .contains("content safety");
        assertThat(caller.journal("prodia", "run")).isEmpty();
        assertThat(post("/prodia/v2/job", job(WORDS)).statusCode()).isEqualTo(400);
    }

    @Test
    void outputsAreSpoiltAsTheScenarioSays() throws Exception {
        caller.play("prodia", "empty-output");
        assertThat(parts(post("/prodia/v2/job", job(WORDS), "Accept", PARTS))).hasSize(2);
        caller.play("prodia", "other-shape");
        assertThat(type(post("/prodia/v2/job", job(WORDS), "Accept", PARTS)))
                .isEqualTo("image/png");
        caller.play("prodia", "octet-stream");
        assertThat(type(post("/prodia/v2/job", job(WORDS), "Accept", "image/png")))
                .isEqualTo("application/octet-stream");
        caller.play("prodia", "expired-output");
        var id = Caller.JSON.readTree(post(ASYNC, job(WORDS)).body()).path("id").asText();
        awaitEnd(id);
        assertThat(get(id).statusCode()).isEqualTo(404);
    }

    @Test
    void readsFailAsTheScenarioSays() throws Exception {
        caller.play("prodia", "poll-unavailable");
        var id = Caller.JSON.readTree(post(ASYNC, job(WORDS)).body()).path("id").asText();
        var path = ASYNC + "/" + id + "/job.json";

        assertThat(caller.get(path).status()).isEqualTo(503);
        assertThat(caller.get(path).status()).isEqualTo(503);
        assertThat(caller.get(path).status()).isEqualTo(200);
        awaitEnd(id);
    }

    private void awaitEnd(String id) throws Exception {
        while (List.of("queued", "processing").contains(state(id))) {
            Thread.sleep(20);
        }
    }

    private String state(String id) throws Exception {
        var answer = caller.send("GET", ASYNC + "/" + id + "/job.state.current", new byte[0]);
        assertThat(type(answer)).isEqualTo("text/plain");
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /// The last of the files that are listed, or what is answered in place of the list.
    private HttpResponse<byte[]> get(String id) throws Exception {
        var list = caller.send("GET", ASYNC + "/" + id + "/output", new byte[0]);
        if (!type(list).equals("application/json") || list.statusCode() != 200) {
            return list;
        }
        var names = Caller.JSON.readTree(list.body());
        var name = names.get(names.size() - 1).asText();
        return caller.send("GET", ASYNC + "/" + id + "/output/" + name, new byte[0]);
    }

    private HttpResponse<byte[]> post(String path, ObjectNode job, String... headers)
            throws Exception {
        return caller.send("POST", path, job.toString().getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<byte[]> post(byte[] parts, String... headers) throws Exception {
        return caller.send(
                "POST",
                "/prodia/v2/job",
                parts,
                headers[0],
                headers[1],
                "Content-Type",
                "multipart/form-data; boundary=line");
    }

    private String detail(ObjectNode job) throws Exception {
        var told = caller.post(ASYNC, job);
        assertThat(told.status()).isEqualTo(400);
        return told.body().path("detail").asText();
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static List<Multipart.Part> parts(HttpResponse<byte[]> answer) {
        return Multipart.read(type(answer), Body.of(answer.body())).orElseThrow();
    }

    /// Written by hand, so that reader and writer of the simulator are not their own judges.
    private static byte[] multipart(ObjectNode job, byte[] photo) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--line\r\nContent-Disposition: form-data; name=\"job\"; filename=\"job.json\"\r\n"
                                + "Content-Type: application/json\r\n\r\n"
                                + job
                                + "\r\n--line\r\n"
                                + "Content-Disposition: form-data; name=\"input\";"
                                + " filename=\"photo.png\"\r\n"
                                + "Content-Type: image/png\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static ObjectNode job(String type) {
        var job = Caller.JSON.createObjectNode().put("type", type);
        job.putObject("config").put("prompt", "make it snow");
        return job;
    }
}
