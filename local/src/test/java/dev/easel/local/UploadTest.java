package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence;
import dev.easel.picture.Pictures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What becomes of a picture that went up.
class UploadTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");

    private final Api api = new Api(LiveStack.get().api());

    @Test
    void aPhotoIsDescribedAsWhatItIs() {
        var photo = api.upload("image", "image/png", COFFEE, Api.JSON.createObjectNode());

        assertThat(photo.path("kind").asText()).isEqualTo("image");
        assertThat(photo.path("width").asInt()).isEqualTo(600);
        assertThat(photo.path("height").asInt()).isEqualTo(400);
        assertThat(traits(photo)).containsExactly("landscape", "small", "no-person");
    }

    @ParameterizedTest
    @CsvSource({"image, true", "reference, false"})
    void ofASamplePhotographItIsKnownWhoIsInIt(String kind, boolean told) {
        var astronaut =
                api.upload(
                        kind,
                        "image/png",
                        Scene.photo("astronaut.png"),
                        Api.JSON.createObjectNode());

        assertThat(traits(astronaut).contains("person")).isEqualTo(told);
    }

    /// It is known by its bytes: any other file is another photo, and here nobody looks at it.
    @Test
    void ofAnyOtherPhotoItIsNotKnown() {
        var png = Pictures.encodePng(decoded(Scene.photo("astronaut.png")));
        var photo = api.upload("image", "image/png", png, Api.JSON.createObjectNode());

        assertThat(traits(photo)).containsExactly("square", "small");
    }

    private static Pixels decoded(byte[] photo) {
        return ((Evidence.Output.Decoded) Pictures.decode(photo)).pixels();
    }

    private static List<String> traits(JsonNode upload) {
        var traits = new ArrayList<String>();
        upload.path("traits").forEach(trait -> traits.add(trait.asText()));
        return traits;
    }

    @Test
    void completingTwiceAnswersTheSame() {
        var first =
                api.upload(
                        "image",
                        "image/jpeg",
                        Scene.photo("rocket.jpg"),
                        Api.JSON.createObjectNode());
        var second = api.post("/v1/uploads/" + first.path("upload_id").asText() + "/complete", "");

        assertThat(Api.json(second)).isEqualTo(first);
    }

    @Test
    void nothingIsCompletedBeforeItArrived() {
        var upload = api.announce("image", "image/png", COFFEE);

        assertThat(complete(upload.path("upload_id").asText(), "{}")).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoPictureIsRefusedWhateverItWasCalled() {
        var page = "<html>not a picture</html>".getBytes(StandardCharsets.UTF_8);
        var upload = api.announce("image", "image/png", page);
        assertThat(api.put(upload, page, Map.of()).statusCode()).isEqualTo(200);

        assertThat(complete(upload.path("upload_id").asText(), "{}")).isEqualTo(422);
    }

    @Test
    void aMaskSaysHowMuchItCovers() {
        var photo = api.photo(COFFEE);
        var mask =
                api.upload(
                        "mask",
                        "image/png",
                        Scene.photo("coffee-mask.png"),
                        Api.JSON.createObjectNode().put("image", photo));

        assertThat(mask.path("mask_coverage").asDouble()).isBetween(0.01, 0.2);
    }

    @Test
    void anEmptyMaskIsRefusedBeforeAnythingIsSpent() {
        assertThat(maskOf(Scene.blank(600, 400))).isEqualTo("mask-empty");
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        assertThat(maskOf(Scene.blank(600, 401))).isEqualTo("mask-size");
    }

    @Test
    void aFullMaskIsRefused() {
        var full = new BufferedImage(600, 400, BufferedImage.TYPE_BYTE_GRAY);
        var pen = full.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 600, 400);
        pen.dispose();

        assertThat(maskOf(Scene.png(full))).isEqualTo("mask-full");
    }

    @Test
    void aMaskNamesThePhotoItWasPaintedOn() {
        var photo = api.photo(COFFEE);
        var blank = Scene.blank(600, 400);
        var upload = api.announce("mask", "image/png", blank);
        assertThat(api.put(upload, blank, Map.of()).statusCode()).isEqualTo(200);
        var id = upload.path("upload_id").asText();

        assertThat(complete(id, "{}")).isEqualTo(400);
        assertThat(complete(id, "{\"image\":\"img_11111111111111111111111111\"}")).isEqualTo(400);
        assertThat(complete(id, "{\"image\":\"" + id + "\"}")).isEqualTo(400);
        assertThat(complete(id, "{\"image\":\"" + photo + "\"}")).isEqualTo(422);
    }

    private String maskOf(byte[] png) {
        var photo = api.photo(COFFEE);
        var upload = api.announce("mask", "image/png", png);
        assertThat(api.put(upload, png, Map.of()).statusCode()).isEqualTo(200);
        return Api.json(
                        api.post(
                                "/v1/uploads/" + upload.path("upload_id").asText() + "/complete",
                                "{\"image\":\"" + photo + "\"}"))
                .path("code")
                .asText();
    }

    private int complete(String id, String body) {
        return api.post("/v1/uploads/" + id + "/complete", body).statusCode();
    }
}
