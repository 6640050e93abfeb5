package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Request;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A photo goes straight to where photos are kept, however it comes.
class UploadTest extends BrowserTest {

    /// POST and PUT, in order.
    private final List<Request> sent = new ArrayList<>();

    @BeforeEach
    void listen() {
        page.onRequest(request -> {
            if (!request.method().equals("GET")) {
                sent.add(request);
            }
        });
    }

    private static String bucket() {
        return String.valueOf(StudioStack.get().addresses().get("s3"));
    }

    @Test
    void aPhotoComesByTheButton() {
        enter().choose(PHOTOS.resolve("fig.jpg"));

        assertThat(page.locator(".photo .about")).containsText("900 × 609 pixels");
    }

    @Test
    void aPhotoIsDroppedAnywhereOnThePage() {
        var studio = enter();
        var file = PHOTOS.resolve("fig.jpg").toAbsolutePath().normalize().toString();

        drag("dragEnter", file);
        assertThat(page.locator("#page")).hasAttribute("data-over", "");
        drag("dragOver", file);
        drag("drop", file);

        studio.arrived("fig.jpg");
        assertThat(page.locator("#page[data-over]")).hasCount(0);
    }

    private void drag(String type, String file) {
        var files = new JsonArray();
        files.add(file);
        var data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", 900);
        event.addProperty("y", 700);
        event.add("data", data);
        page.context().newCDPSession(page).send("Input.dispatchDragEvent", event);
    }

    @Test
    void aPhotoIsPasted() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var studio = enter();
        page.evaluate(
                """
                async () => {
                  const canvas = new OffscreenCanvas(300, 200);
                  canvas.getContext('2d').fillRect(50, 50, 100, 100);
                  const png = await canvas.convertToBlob({type: 'image/png'});
                  await navigator.clipboard.write([new ClipboardItem({'image/png': png})]);
                }
                """);

        page.keyboard().press("Control+V");

        studio.arrived("image.png");
        assertThat(page.locator(".photo .about")).containsText("300 × 200 pixels");
    }

    /// Word processors copy a picture of the words with them.
    @Test
    void whoPastesWordsWhereWordsGoKeepsThePhoto() {
        var studio = enter().sample("coffee.jpg").open("edit");
        page.evaluate(
                """
                () => {
                  const data = new DataTransfer();
                  data.setData('text/plain', 'late autumn');
                  data.items.add(new File(['x'], 'words.png', {type: 'image/png'}));
                  document.querySelector('#prompt').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
                }
                """);
        studio.drawn();

        assertThat(page.locator(".notice")).hasCount(0);
        page.locator("[data-act=back]").click();
        studio.arrived("coffee.jpg");
    }

    @Test
    void aPhoneTakesOneWithItsCamera() {
        visit(phone());
        var studio = enter();

        var chooser = page.waitForFileChooser(() -> page.locator("[data-act=camera]").tap());
        assertThat(page.locator("#camera")).hasAttribute("capture", "environment");
        chooser.setFiles(PHOTOS.resolve("fig.jpg"));

        studio.arrived("fig.jpg");
    }

    @Test
    void itGoesToTheBucketAsItWasSignedAndNotThroughTheApi() {
        var studio = enter();
        var signed =
                page.waitForResponse(
                        "**/v1/uploads", () -> studio.choose(PHOTOS.resolve("fig.jpg")));

        var put = sent.stream().filter(one -> one.method().equals("PUT")).findFirst().orElseThrow();
        assertThat(put.url()).startsWith(bucket() + "/");
        assertThat(URI.create(put.url()).getQuery().toLowerCase(Locale.ROOT))
                .containsPattern("x-amz-signedheaders=[^&]*content-type");
        var headers =
                JsonParser.parseString(signed.text()).getAsJsonObject().getAsJsonObject("headers");
        headers.entrySet()
                .forEach(header ->
                        assertThat(put.allHeaders())
                                .containsEntry(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        header.getValue().getAsString()));
        assertThat(put.allHeaders()).containsEntry("content-type", "image/jpeg");
        // To the API went only what is said of it.
        assertThat(sent).hasSize(3);
        assertThat(sent)
                .filteredOn(one -> !one.equals(put))
                .allMatch(one -> one.method().equals("POST"))
                .allMatch(one -> Objects.requireNonNullElse(one.postData(), "").length() < 500);
    }
}
