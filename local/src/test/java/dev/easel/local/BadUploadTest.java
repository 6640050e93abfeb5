package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.s3.model.S3Object;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What went up and cannot be used is refused in plain words, and nothing of it is kept. What can
/// still be put right is not lost.
class BadUploadTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");
    private static final byte[] MASK = Scene.photo("coffee-mask.png");

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @ParameterizedTest
    @CsvSource({
        "GIF89a, a GIF",
        "BM123456, a BMP",
        "'II*\0\1', a TIFF",
        "%PDF-1.7, a PDF",
        "<html>, a web page",
        "<svg xmlns='http://www.w3.org/2000/svg'/>, an SVG drawing",
        "hello, not a picture we know",
    })
    void whatIsNoPictureIsRefusedByItsName(String bytes, String name) {
        var refused = refuse("image", bytes.getBytes(StandardCharsets.ISO_8859_1), "{}");

        assertThat(refused.path("code").asText()).isEqualTo("picture-refused");
        assertThat(refused.path("detail").asText())
                .isEqualTo("The file is %s. PNG, JPEG and WebP can be used.".formatted(name));
    }

    @Test
    void aTruncatedPictureIsRefused() {
        var refused = refuse("image", Arrays.copyOf(COFFEE, COFFEE.length / 2), "{}");

        assertThat(refused.path("detail").asText()).contains("ends too early");
    }

    @Test
    void aPictureOfAnotherTypeThanAnnouncedIsRefused() {
        var refused = refuse("reference", Scene.photo("rocket.jpg"), "{}");

        assertThat(refused.path("detail").asText()).contains("image/png", "image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 100", "4000, 8"})
    void aDotOrALineIsNoPhoto(int width, int height) {
        var refused = refuse("image", Scene.blank(width, height), "{}");

        assertThat(refused.path("detail").asText()).contains(width + " x " + height);
    }

    @ParameterizedTest
    @CsvSource({
        "0x000000, 1.0, mask-empty",
        "0xffffff, 1.0, mask-full",
        "0x808080, 1.0, mask-not-binary",
        "0xffffff, 0.0001, mask-empty",
        "0xffffff, 0.99, mask-full",
    })
    void aMaskThatSaysNothingIsRefused(String colour, double share, String code) {
        var image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(Integer.decode(colour)));
        pen.fillRect(0, 0, 600, (int) (400 * share));
        pen.fillRect(0, 0, (int) Math.ceil(600 * share), 1);
        pen.dispose();

        var refused = refuse("mask", Scene.png(image), naming(api.photo(COFFEE)));

        assertThat(refused.path("code").asText()).isEqualTo(code);
    }

    @Test
    void aMaskOfOnePixelIsOfAnotherSize() {
        var refused = refuse("mask", Scene.blank(1, 1), naming(api.photo(COFFEE)));

        assertThat(refused.path("code").asText()).isEqualTo("mask-size");
    }

    @Test
    void aPhotoHasNoPhotoThatItWasPaintedOn() {
        var photo = api.photo(COFFEE);
        var answer = complete(arrived("image", COFFEE), naming(photo));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).at("/violations/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void aMaskThatNamedAWrongPhotoMayNameTheRightOne() {
        var photo = api.photo(COFFEE);
        var other = api.photo(TestPictures.png(64, 64));
        var reference = reference();
        var mask = arrived("mask", MASK);

        assertThat(complete(mask, "").statusCode()).isEqualTo(400);
        assertThat(complete(mask, "{").statusCode()).isEqualTo(400);
        assertThat(complete(mask, naming("img_" + "1".repeat(26))).statusCode()).isEqualTo(400);
        assertThat(complete(mask, naming(mask)).statusCode()).isEqualTo(400);
        assertThat(complete(mask, naming(reference)).statusCode()).isEqualTo(400);
        assertThat(complete(mask, naming(other)).statusCode()).isEqualTo(422);
        assertThat(keys("inputs/" + mask)).isEmpty();

        assertThat(complete(mask, naming(photo)).statusCode()).isEqualTo(200);
        assertThat(keys("quarantine/" + mask)).isEmpty();
    }

    @Test
    void whatNeverArrivedIsNotThere() {
        var announced = api.announce("image", "image/png", COFFEE).path("upload_id").asText();

        assertThat(complete(announced, "{}").statusCode()).isEqualTo(404);
        assertThat(complete("img_" + "1".repeat(26), "{}").statusCode()).isEqualTo(404);
        assertThat(complete("gen_" + "1".repeat(26), "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void tenCompletionsAtOnceAnswerTheSame() throws Exception {
        for (int round = 0; round < 3; round++) {
            var id = arrived("image", COFFEE);

            var answers = together(10, () -> complete(id, "{}"));

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers).extracting(Api::json).containsOnly(Api.json(answers.getFirst()));
            assertThat(keys("quarantine/" + id)).isEmpty();
            assertThat(keys("inputs/" + id)).hasSize(1);
        }
    }

    private static <T> List<T> together(int count, Callable<T> work)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = threads.invokeAll(Collections.nCopies(count, work));
            var answers = new ArrayList<T>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    /// Puts it up, completes it, and answers the problem; sees to it that nothing was kept.
    private JsonNode refuse(String kind, byte[] bytes, String body) {
        var id = arrived(kind, bytes);
        var answer = complete(id, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(keys("inputs/" + id)).isEmpty();
        return Api.json(answer);
    }

    private String arrived(String kind, byte[] bytes) {
        var upload = api.announce(kind, "image/png", bytes);
        assertThat(api.put(upload, bytes, Map.of()).statusCode()).isEqualTo(200);
        return upload.path("upload_id").asText();
    }

    private String reference() {
        return api.upload("reference", "image/png", COFFEE, Api.JSON.createObjectNode())
                .path("upload_id")
                .asText();
    }

    private HttpResponse<byte[]> complete(String id, String body) {
        return api.post("/v1/uploads/" + id + "/complete", body);
    }

    private static String naming(String photo) {
        return "{\"image\":\"%s\"}".formatted(photo);
    }

    private List<String> keys(String prefix) {
        var env = stack.environment("CompleteFunction");
        try (var s3 = new Aws(env).s3()) {
            return s3
                    .listObjectsV2(request -> request.bucket(env.get("BUCKET")).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }
}
