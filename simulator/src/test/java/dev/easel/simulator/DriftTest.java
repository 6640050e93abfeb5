package dev.easel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.script.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a provider changes overnight: the form of a request, the shape of an answer, the catalogue.
@Timeout(60)
class DriftTest {

    private static final String EDIT = "google/nano-banana-2/edit";
    private static final String ZIP = zip();

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
    void underTheZipContractTheFilesInAZipAreWorkedOn() throws Exception {
        caller.play("runflow", "zip-contract");

        var removed = caller.run("runflow/object-removal", zipped().put("file_mask", "m.png"));
        var edited =
                caller.run(
                        EDIT,
                        zipped().put("prompt", "make it night").put("file_reference", "m.png"));

        assertThat(removed.path("status_code").asText()).isEqualTo("succeeded");
        var image = Caller.image(caller.fetch(Caller.firstUrl(removed)).body());
        assertThat(image.getRGB(80, 60) & 0xFF).isLessThan(0x70);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFC09060);
        assertThat(edited.path("status_code").asText()).isEqualTo("succeeded");
    }

    @Test
    void underTheZipContractUrlsAreRefusedWhereThereAreSeveral() throws Exception {
        caller.play("runflow", "zip-contract");
        var several = Caller.JSON.createObjectNode().put("prompt", "make it night");
        several.putArray("image_urls").add(Caller.PHOTO).add(Caller.MASK);
        var one = Caller.JSON.createObjectNode().put("prompt", "make it night");
        one.putArray("image_urls").add(Caller.PHOTO);

        assertThat(field("runflow/object-removal", Caller.input().put("mask_url", Caller.MASK)))
                .isEqualTo("input.zip_url");
        assertThat(field(EDIT, several)).isEqualTo("input.zip_url");
        assertThat(field("runflow/object-removal", zipped())).isEqualTo("input.file_mask");
        assertThat(caller.run(EDIT, one).path("status_code").asText()).isEqualTo("succeeded");
    }

    @Test
    void aFileThatIsNotInTheZipFailsTheRun() throws Exception {
        caller.play("runflow", "zip-contract");

        var run = caller.run("runflow/object-removal", zipped().put("file_mask", "other.png"));

        assertThat(run.path("failure_code").asText()).isEqualTo("INPUT_VALIDATION_FAILED");
        assertThat(run.path("failure_message").asText()).contains("file_mask", "other.png");
    }

    @Test
    void aZipIsRefusedByNameAsLongAsUrlsAreWanted() throws Exception {
        assertThat(field("runflow/object-removal", zipped().put("file_mask", "m.png")))
                .isEqualTo("input.zip_url");
    }

    @ParameterizedTest
    @CsvSource({
        "outputs, /outputs/0/url",
        "image-urls, /image_urls/0",
        "images, /images/0/url",
        "image, /image/url",
        "image-list, /image/0",
        "image-url, /image_url",
        "url, /url",
        "output-url, /output_url",
        "list, /0/url",
        "string, ''"
    })
    void allModelsAnswerInTheShapeThatIsSet(String shape, String pointer) throws Exception {
        caller.put("/simulator/shape", "{\"shape\":\"" + shape + "\"}");

        var run = caller.run("bria/background/remove", Caller.input());

        assertThat(run.path("output").at(pointer).asText()).startsWith("http");
    }

    @Test
    void eachModelHasItsOwnShapeAgain() throws Exception {
        caller.put("/simulator/shape", "{\"shape\":\"string\"}");
        assertThat(caller.put("/simulator/shape", "{\"shape\":\"odd\"}").status()).isEqualTo(400);
        assertThat(caller.get("/simulator/shape").body().path("shape").asText())
                .isEqualTo("string");

        caller.put("/simulator/shape", "{\"shape\":null}");

        assertThat(Caller.firstUrl(caller.removal())).startsWith("http");
    }

    @Test
    void theCatalogueNamesInputsAndOutputsAndAnInputCanBeRenamedInIt() throws Exception {
        var before = entry("runflow/product-isolation");
        caller.put(
                "/simulator/models/runflow/product-isolation",
                "{\"rename\":{\"aspect_ratio\":\"ratio\"}}");
        var after = entry("runflow/product-isolation");

        assertThat(before.path("inputs").findValuesAsText("name")).contains("aspect_ratio");
        assertThat(before.path("outputs")).isNotEmpty();
        assertThat(after.path("inputs").findValuesAsText("name"))
                .contains("ratio")
                .doesNotContain("aspect_ratio");
        assertThat(entry(EDIT).path("inputs").findValuesAsText("name")).contains("aspect_ratio");

        caller.put("/simulator/models/runflow/product-isolation", "{\"rename\":{}}");
        assertThat(entry("runflow/product-isolation")).isEqualTo(before);
        assertThat(caller.put("/simulator/models/no/model", "{\"rename\":{}}").status())
                .isEqualTo(400);
    }

    private JsonNode entry(String id) throws Exception {
        return caller.get("/v1/public/models")
                .body()
                .path("items")
                .valueStream()
                .filter(model -> model.path("slug").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The first field that is named when this is refused.
    private String field(String model, ObjectNode input) throws Exception {
        var body = Caller.JSON.createObjectNode();
        body.set("input", input);
        var told = caller.post("/v1/models/" + model + "/runs", body);
        assertThat(told.status()).isEqualTo(422);
        return told.body().at("/errors/0/field").asText();
    }

    private static ObjectNode zipped() {
        return Caller.JSON.createObjectNode().put("zip_url", ZIP).put("file_input", "p.png");
    }

    private static String zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "p.png", Caller.PHOTO);
            add(zip, "m.png", Caller.MASK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/zip;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, String dataUrl) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1)));
        zip.closeEntry();
    }
}
