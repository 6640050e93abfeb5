package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import javax.imageio.ImageIO;

/// How quick the pages are: printed, never asserted, because it is the machine's as much as theirs.
///
/// A page is visited as a phone of the middle class does on a bad line: 150 ms there and back, 1.6 Mbit/s, a
/// quarter of this machine's speed, and nothing in its cache.
@EnabledIfSystemProperty(named = "easel.web.speed", matches = "true")
class SpeedTest extends BrowserTest {

    /// Before the stack takes it for its own.
    private static final PrintStream OUT = System.out;

    private static final int TIMES = 5;
    private static final int SIDE = 4096;
    private static final int BRUSH = 300;

    private static final double LATENCY_MILLIS = 150;
    private static final double BYTES_PER_SECOND = 1.6e6 / 8;
    private static final double SLOWER = 4;

    /// Of each frame: what the pointer's movements before it took, and the frame's own work.
    private static final String SEGMENTS =
            """
            window.segments = [];
            let moved = 0, began = 0;
            addEventListener('pointermove', () => { began = performance.now(); }, true);
            addEventListener('pointermove', () => { moved += performance.now() - began; });
            const next = requestAnimationFrame;
            window.requestAnimationFrame = work => next(time => {
              const start = performance.now();
              work(time);
              if (moved > 0) window.segments.push(moved + performance.now() - start);
              moved = 0;
            });
            """;

    @Test
    void theStudioCanBeUsed() {
        tell("Studio, interactive on a bad line", 1_500, () -> arrival("/", "[data-act=choose]"));
        tell("Studio, the workflows there", 0, () -> arrival("/", "html[data-ready]"));
    }

    @Test
    void theReliabilityPageCanBeUsed() {
        Past.get();
        tell(
                "Reliability, interactive on a bad line",
                1_200,
                () -> arrival("/dashboard.html?window=30d", "main .btn"));
        tell(
                "Reliability, 30 days there on a bad line",
                0,
                () -> arrival("/dashboard.html?window=30d", "main[data-ready]"));
    }

    /// When `selector` is there, in milliseconds since the visit began.
    private double arrival(String path, String selector) {
        visit(phone());
        page.addInitScript(
                """
                const look = () => {
                  if (window.arrived === undefined && document.querySelector('%s')) window.arrived = performance.now();
                };
                new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
                """
                        .formatted(selector));
        var session = page.context().newCDPSession(page);
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MILLIS);
        line.addProperty("downloadThroughput", BYTES_PER_SECOND);
        line.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
        load(path);
        page.waitForFunction("() => window.arrived !== undefined");
        var arrived = number("() => window.arrived");
        // A page that is slowed down slows down the next.
        page.context().close();
        return arrived;
    }

    @Test
    void thirtyDaysOfSixProvidersAreDrawn() {
        Past.get();
        tell("Reliability, 30 days drawn, slowest turn of a load", 16, this::loading);
        tell("Reliability, 30 days drawn anew for another provider", 16, this::changing);
    }

    private double loading() {
        visit();
        load("/dashboard.html?window=30d");
        assertThat(page.locator("main[data-ready]")).isVisible();
        return slowestDrawing();
    }

    /// All of the page at once.
    private double changing() {
        loading();
        page.evaluate("() => performance.clearMeasures('draw')");
        page.locator("tr[data-provider]:not(.chosen) a").first().click();
        return slowestDrawing();
    }

    private double slowestDrawing() {
        return number(
                """
                () => Math.max(...performance.getEntriesByName('draw').map(entry => entry.duration))
                """);
    }

    @Test
    void aLargePhotoIsPaintedOn() throws IOException {
        page.addInitScript(SEGMENTS);
        load();
        var studio = new Studio(page).ready().choose(photo()).open("remove-object").size(BRUSH);
        var segments = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            page.evaluate("() => { window.segments.length = 0 }");
            double y = 600 + 500.0 * i;
            studio.stroke(500, y, 900, y + 100, 1500, y, 2100, y + 200, 2700, y, 3500, y + 100);
            segments.add(number("() => window.segments.sort((a, b) => a - b).at(-1)"));
        }
        assertThat(studio.painted()).isGreaterThan(TIMES * 3_000 * BRUSH / 2);
        tell("Studio, slowest segment of a stroke on 4096 x 4096", 16, segments);
        tell(
                "Studio, mask of 4096 x 4096 exported",
                400,
                () ->
                        number(
                                """
                                async () => {
                                  const main = document.querySelector('script[type=module]').src;
                                  const {editor} = await import(new URL('view/stage.js', main));
                                  const start = performance.now();
                                  await editor().png();
                                  return performance.now() - start;
                                }
                                """));
    }

    private static FilePayload photo() throws IOException {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, SIDE, SIDE, Color.BLUE));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", file);
        return new FilePayload("large.jpg", "image/jpeg", file.toByteArray());
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static void tell(String what, double goal, DoubleSupplier measure) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            times.add(measure.getAsDouble());
        }
        tell(what, goal, times);
    }

    private static void tell(String what, double goal, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        OUT.printf(
                Locale.ROOT,
                "%-55s median %7.1f ms (%.1f to %.1f)%s%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast(),
                goal > 0 ? ", goal %.0f".formatted(goal) : "");
    }
}
