package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

/// What does not arrive is seen, said, and tried once more at most; the photo before stays.
class BrokenUploadTest extends BrowserTest {

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

    /// The first takes long to be measured, and is no longer wanted by then: nor that it is too large.
    @Test
    void theSecondOfTwoPhotosIsTheOneThatComes() throws IOException {
        var studio = enter();
        page.evaluate(
                """
                () => {
                  const {decode} = Image.prototype;
                  Image.prototype.decode = function () {
                    Image.prototype.decode = decode;
                    return new Promise(done => window.goOn = () => {
                      const decoded = decode.call(this);
                      done(decoded);
                      return decoded;
                    });
                  };
                }
                """);
        page.waitForFileChooser(() -> page.locator("[data-act=choose]").click())
                .setFiles(new FilePayload("wide.png", "image/png", white(7000, 6000)));
        assertThat(page.locator(".photo")).hasAttribute("data-state", "sending");
        page.evaluate(
                """
                async () => {
                  const main = document.querySelector('script[type=module]').src;
                  const {chooseSample, SAMPLES} = await import(new URL('photo.js', main));
                  chooseSample(SAMPLES[0].src, 'coffee.jpg');
                }
                """);
        studio.arrived("coffee.jpg");
        page.evaluate("() => window.goOn().then(() => 0)");
        studio.drawn();

        studio.arrived("coffee.jpg");
        assertThat(page.locator(".photo .notice")).hasCount(0);
        assertThat(sent("PUT")).isEqualTo(1);
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
