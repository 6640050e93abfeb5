package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

/// A photo goes straight to where photos are kept, however it comes, and seen all the way.
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

    private long sent(String method) {
        return sent.stream().filter(request -> request.method().equals(method)).count();
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

    /// As a line that carries so much at most.
    private void slowly(int bytesPerSecond) {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 0);
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", bytesPerSecond);
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", line);
    }

    @Test
    @SuppressWarnings("unchecked")
    void onASlowLineItsProgressIsSeenFromNothingToAll() {
        var studio = enter();
        slowly(200_000);
        page.evaluate(
                """
                () => {
                  window.seen = [];
                  new MutationObserver(() => {
                    const progress = document.querySelector('.photo progress');
                    if (progress) window.seen.push(progress.value);
                  }).observe(document.body, {subtree: true, childList: true, attributes: true});
                }
                """);

        studio.choose(PHOTOS.resolve("coffee.png"));

        var seen = (List<Number>) page.evaluate("() => window.seen");
        var percent = seen.stream().map(Number::intValue).toList();
        assertThat(percent).isSorted().startsWith(0).endsWith(100);
        assertThat(percent.stream().distinct()).hasSizeGreaterThan(4);
    }

    @Test
    void cancelStopsItAndThePhotoBeforeStays() {
        var studio = enter().sample("coffee.jpg");
        slowly(20_000);
        var broken = new AtomicInteger();
        page.onRequestFailed(request -> {
            if (request.method().equals("PUT")) {
                broken.incrementAndGet();
            }
        });

        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click())
                .setFiles(PHOTOS.resolve("astronaut.png"));
        assertThat(page.locator(".photo[data-state=sending] .named")).hasText("astronaut.png");
        page.waitForCondition(() -> sent("PUT") == 2);
        page.locator("[data-act=cancel-upload]").click();

        studio.arrived("coffee.jpg");
        page.waitForCondition(() -> broken.get() == 1);
        assertThat(page.locator(".photo .notice")).hasCount(0);
        assertThat(page.locator("[data-act=choose]")).isFocused();
        // The first was completed, the second was not.
        assertThat(sent.stream().filter(one -> one.url().endsWith("/complete"))).hasSize(1);
    }

    /// Refused by the bucket itself: the signature is another than its own.
    private void expire(int times) {
        var left = new AtomicInteger(times);
        page.route(
                url -> url.startsWith(bucket()),
                route -> {
                    if (route.request().method().equals("PUT") && left.getAndDecrement() > 0) {
                        route.resume(
                                new Route.ResumeOptions()
                                        .setUrl(
                                                route.request()
                                                        .url()
                                                        .replaceFirst(
                                                                "(?<=X-Amz-Signature=)[0-9a-f]{8}",
                                                                "00000000")));
                    } else {
                        route.resume();
                    }
                });
    }

    @Test
    void anExpiredPlaceIsAskedForAgainOnce() {
        expectError("403");
        expire(1);

        enter().choose(PHOTOS.resolve("fig.jpg"));

        assertThat(sent("PUT")).isEqualTo(2);
        assertThat(sent.stream().filter(one -> one.url().endsWith("/v1/uploads"))).hasSize(2);
        assertThat(page.locator(".photo .notice")).hasCount(0);
    }

    @Test
    void whatIsRefusedTwiceIsSaidAndNotAskedForAThirdTime() {
        expectError("403");
        var studio = enter().sample("coffee.jpg");
        expire(9);
        sent.clear();

        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click())
                .setFiles(PHOTOS.resolve("fig.jpg"));

        assertThat(page.locator(".photo .notice")).containsText("The upload was refused");
        studio.arrived("coffee.jpg");
        assertThat(sent("PUT")).isEqualTo(2);
        assertThat(sent("POST")).isEqualTo(2);
    }

    @Test
    void whatCannotBeUsedIsRefusedBeforeAnythingIsAskedFor() throws IOException {
        var studio = enter().sample("coffee.jpg");
        sent.clear();

        refuse(
                new FilePayload("notes.pdf", "application/pdf", new byte[] {1}),
                "no PNG, JPEG or WebP");
        refuse(
                new FilePayload("huge.jpg", "image/jpeg", new byte[25_000_001]),
                "The limit is 25 MB");
        refuse(new FilePayload("empty.png", "image/png", new byte[0]), "This file is empty");
        refuse(
                new FilePayload("torn.png", "image/png", new byte[99]),
                "cannot be read as a picture");
        refuse(
                new FilePayload("wide.png", "image/png", white(7000, 6000)),
                "The limit is 40 megapixels");

        studio.arrived("coffee.jpg");
        assertThat(sent).isEmpty();
        studio.choose(PHOTOS.resolve("fig.jpg"));
        assertThat(page.locator(".photo .notice")).hasCount(0);
    }

    private void refuse(FilePayload file, String why) {
        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click()).setFiles(file);
        assertThat(page.locator(".photo .notice")).containsText(why);
    }

    private static byte[] white(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        return file.toByteArray();
    }
}
