package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.StreamSupport;

/// A photo in, a verdict out: over real HTTP through every part of the stack.
class JourneyTest {

    private static final byte[] COFFEE = Scene.photo("coffee.png");
    private static final byte[] SPOON = Scene.photo("coffee-mask.png");

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
    }

    @Test
    void anObjectIsRemovedTheRestIsTheSameAndTheVerdictIsGreen() {
        var generation = api.generate(removal());

        assertThat(verdict(generation)).as(generation.toPrettyString()).isEqualTo("green");
        assertThat(generation.at("/evaluation/issues").asInt()).isZero();
        var after = Scene.read(output(generation));
        var before = Scene.read(COFFEE);
        var mask = Scene.read(SPOON);
        assertThat(changed(before, after, mask, true)).isGreaterThan(0.5);
        assertThat(changed(before, after, mask, false)).isLessThan(0.001);
    }

    @Test
    void aPictureThatComesBackUnchangedIsRedAndSaysSoInPlainWords() {
        simulate(Scenario.UNCHANGED);

        var generation = api.generate(removal());

        assertThat(generation.path("status").asText()).isEqualTo("succeeded");
        assertThat(verdict(generation)).isEqualTo("red");
        assertThat(finding(generation, "change").path("result").asText()).isEqualTo("fail");
        assertThat(finding(generation, "change").path("reasoning").asText()).contains("unchanged");
    }

    @Test
    void aBlankPictureIsRedWithoutAskingTheRestOfThePanel() {
        simulate(Scenario.BLANK);

        var generation = api.generate(removal());

        assertThat(verdict(generation)).isEqualTo("red");
        assertThat(finding(generation, "technical").path("result").asText()).isEqualTo("fail");
        assertThat(finding(generation, "sentinel").isMissingNode()).isTrue();
    }

    @Test
    void aChangeOutsideTheMaskIsFoundWhereItIs() {
        simulate(Scenario.CHANGED_OUTSIDE);

        var generation = api.generate(removal());

        assertThat(verdict(generation)).isIn("amber", "red");
        assertThat(finding(generation, "preservation").path("result").asText()).isEqualTo("fail");
        assertThat(finding(generation, "preservation").path("boxes")).isNotEmpty();
    }

    @Test
    void aPictureOfAnotherShapeIsFound() {
        simulate(Scenario.WRONG_SIZE);

        var generation = api.generate(removal());

        assertThat(verdict(generation)).isIn("amber", "red");
        assertThat(finding(generation, "technical").path("result").asText()).isEqualTo("fail");
        assertThat(finding(generation, "technical").path("reasoning").asText())
                .containsIgnoringCase("shape");
    }

    @Test
    void anAreaIsRepairedFromAReference() {
        var photo = api.photo(COFFEE);
        var order = order("repair-area");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", api.mask(SPOON, photo));
        var reference =
                api.upload(
                        "reference",
                        "image/jpeg",
                        Scene.photo("rocket.jpg"),
                        Api.JSON.createObjectNode());
        inputs.putArray("references")
                .addObject()
                .put("upload", reference.path("upload_id").asText());

        assertRests(api.generate(order));
    }

    @Test
    void aSubjectIsCutOutAndTheOutputIsTheNextInput() {
        var order = order("cut-out");
        order.putObject("inputs").putObject("image").put("upload", api.photo(COFFEE));

        var cutOut = api.generate(order);
        assertRests(cutOut);
        assertThat(Scene.read(output(cutOut)).getColorModel().hasAlpha()).isTrue();

        var next = order("white-background");
        next.putObject("inputs")
                .putObject("image")
                .put("generation", cutOut.path("id").asText())
                .put("output", 0);
        assertRests(api.generate(next));
    }

    @Test
    void wordsBecomeAPictureAndWordsChangeOne() {
        var created =
                api.generate(
                        order("create")
                                .put("prompt", "A red boat on a calm sea under mountains")
                                .put("aspect_ratio", "4:3"));
        assertRests(created);
        assertThat(
                        created.at("/outputs/0/width").asDouble()
                                / created.at("/outputs/0/height").asDouble())
                .isBetween(1.25, 1.42);

        var order = order("edit").put("prompt", "Make it a blue evening");
        order.putObject("inputs").putObject("image").put("generation", created.path("id").asText());
        assertRests(api.generate(order));
    }

    @Test
    void aSmallPhotoIsUpscaled() {
        var order = order("upscale").put("tier", "2K");
        order.putObject("inputs").putObject("image").put("upload", api.photo(COFFEE));

        var generation = api.generate(order);

        assertRests(generation);
        assertThat(generation.at("/outputs/0/width").asInt()).isGreaterThan(1200);
    }

    @Test
    void aTierThatTheModelCannotHonourIsToldOnTheGeneration() {
        var generation = api.generate(removal().put("tier", "2K"));

        assertThat(generation.at("/warnings/0/code").asText()).isEqualTo("tier-not-honoured");
        assertThat(generation.path("cost_units").asInt()).isEqualTo(4);
    }

    @Test
    void anOutputIsKeptUnderTheTypeItsBytesHaveWhateverWasDeclared() {
        simulate(Scenario.OCTET_STREAM);

        var generation = api.generate(removal());

        assertThat(generation.at("/outputs/0/content_type").asText()).isEqualTo("image/png");
        assertThat(head(generation).headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void aJpegThatCameInsteadOfAPngIsKeptAsAJpeg() {
        simulate(Scenario.JPEG_FOR_PNG);

        var generation = api.generate(order("create").put("prompt", "a yellow flower"));

        assertThat(generation.at("/outputs/0/content_type").asText()).isEqualTo("image/jpeg");
        assertThat(head(generation).headers().firstValue("content-type")).contains("image/jpeg");
    }

    @Test
    void aProvidersFailureIsReadInTheGenerationAndNamesNobody() {
        simulate(Scenario.MODERATED);

        var generation = api.generate(removal());

        assertThat(generation.path("status").asText()).isEqualTo("failed");
        assertThat(generation.at("/failure/class").asText()).isEqualTo("content_policy");
        assertThat(generation.at("/failure/billed").asText()).isEqualTo("no");
        assertThat(generation.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("runflow", "object-removal\"", "nano");
    }

    @Test
    void successWithoutAPictureIsAFailureOfItsOwn() {
        simulate(Scenario.EMPTY_OUTPUT);

        var generation = api.generate(removal());

        assertThat(generation.at("/failure/class").asText()).isEqualTo("empty_output");
        assertThat(generation.at("/failure/billed").asText()).isEqualTo("yes");
    }

    @Test
    void anEvaluatorWithoutAVerdictIsNoPass() {
        simulate(Scenario.EVALUATION_NULL);

        var generation = api.generate(removal());

        assertThat(verdict(generation)).isEqualTo("incomplete");
        assertThat(finding(generation, "sentinel").path("result").asText()).isEqualTo("abstain");
    }

    @Test
    void aReadThatFoundNothingNewIsNotSentAgain() {
        var generation = api.generate(order("create").put("prompt", "a green hill"));
        var location = "/v1/generations/" + generation.path("id").asText();
        var etag = api.get(location).headers().firstValue("etag").orElseThrow();

        assertThat(api.get(location, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    private void simulate(Scenario scenario) {
        var put =
                HttpRequest.newBuilder(stack.simulator().resolve("/simulator/scenario"))
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"scenario\":\"" + scenario.wire() + "\"}"))
                        .build();
        assertThat(api.send(put).statusCode()).isEqualTo(200);
    }

    private ObjectNode removal() {
        var photo = api.photo(COFFEE);
        var order = order("remove-object");
        var inputs = order.putObject("inputs");
        inputs.putObject("image").put("upload", photo);
        inputs.putObject("mask").put("upload", api.mask(SPOON, photo));
        return order;
    }

    private static ObjectNode order(String workflow) {
        return Api.JSON.createObjectNode().put("workflow", workflow);
    }

    private static void assertRests(JsonNode generation) {
        assertThat(generation.path("status").asText())
                .as(generation.toPrettyString())
                .isEqualTo("succeeded");
        assertThat(verdict(generation)).as(generation.toPrettyString()).isEqualTo("green");
    }

    private static String verdict(JsonNode generation) {
        return generation.at("/evaluation/verdict").asText();
    }

    private static JsonNode finding(JsonNode generation, String judge) {
        return StreamSupport.stream(generation.at("/evaluation/findings").spliterator(), false)
                .filter(finding -> finding.path("judge").asText().equals(judge))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /// Through the link that never dies.
    private byte[] output(JsonNode generation) {
        var redirect = api.get(generation.at("/outputs/0/href").asText());
        assertThat(redirect.statusCode()).isEqualTo(302);
        return api.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                redirect.headers()
                                                        .firstValue("location")
                                                        .orElseThrow()))
                                .build())
                .body();
    }

    private HttpResponse<byte[]> head(JsonNode generation) {
        return api.send(
                HttpRequest.newBuilder(URI.create(generation.at("/outputs/0/url").asText()))
                        .build());
    }

    /// The share of pixels inside or outside the mask in which some channel differs by more than
    /// 12.
    private static double changed(
            BufferedImage before, BufferedImage after, BufferedImage mask, boolean inside) {
        long looked = 0;
        long changed = 0;
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if ((mask.getRaster().getSample(x, y, 0) > 127) == inside) {
                    looked++;
                    changed += differs(before.getRGB(x, y), after.getRGB(x, y)) ? 1 : 0;
                }
            }
        }
        return (double) changed / (double) looked;
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 12) {
                return true;
            }
        }
        return false;
    }
}
