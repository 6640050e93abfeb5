package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.Point;

/// On a phone: one finger paints, two move the photo, and a pen makes of fingers what they are.
class TouchTest extends BrowserTest {

    @SuppressWarnings("NullAway.Init") // Before each test.
    private Studio studio;

    @SuppressWarnings("NullAway.Init") // Before each test.
    private CDPSession hand;

    @BeforeEach
    void paint() {
        visit(phone());
        studio = enter().sample("coffee.jpg").open("remove-object").size(40);
        studio.canvas().scrollIntoViewIfNeeded();
        hand = page.context().newCDPSession(page);
    }

    /// All that are on the screen then.
    private void fingers(String type, Studio.Point... points) {
        var all = new JsonArray();
        for (int i = 0; i < points.length; i++) {
            var finger = new JsonObject();
            finger.addProperty("id", i);
            finger.addProperty("x", points[i].x());
            finger.addProperty("y", points[i].y());
            all.add(finger);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", all);
        hand.send("Input.dispatchTouchEvent", event);
    }

    private void pen(String type, Studio.Point at, double pressure) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("pointerType", "pen");
        event.addProperty("x", at.x());
        event.addProperty("y", at.y());
        event.addProperty("button", "left");
        event.addProperty("buttons", type.equals("mouseReleased") ? 0 : 1);
        event.addProperty("clickCount", 1);
        event.addProperty("force", pressure);
        hand.send("Input.dispatchMouseEvent", event);
    }

    private String zoom() {
        return page.locator("output.zoom").textContent();
    }

    @Test
    void oneFingerPaints() {
        fingers("touchStart", studio.at(100, 200));
        fingers("touchMove", studio.at(300, 200));
        fingers("touchEnd");

        var mask = PaintedMask.of(studio.mask());
        assertThat(mask.count()).isEqualTo(studio.painted());
        // 200 long and 40 wide, with round ends.
        assertThat(mask.count()).isBetween(9_000, 9_500);
        assertThat(mask.painted()).contains(new Point(200, 200));
    }

    @Test
    void twoFingersZoomAndPaintNothing() {
        var before = zoom();
        var one = studio.at(280, 200);
        var other = studio.at(320, 200);

        fingers("touchStart", one);
        fingers("touchMove", studio.at(270, 200));
        fingers("touchStart", one, other);
        fingers("touchMove", studio.at(200, 200), studio.at(400, 200));
        fingers("touchEnd");

        assertThat(studio.painted()).isZero();
        assertThat(page.getByLabel("Undo")).hasAttribute("aria-disabled", "true");
        assertThat(page.locator("output.zoom")).not().hasText(before);
        // The finger that is left moves it on, and paints nothing.
        fingers("touchStart", one, other);
        fingers("touchEnd", one);
        fingers("touchMove", studio.at(250, 200));
        fingers("touchEnd");
        assertThat(studio.painted()).isZero();
    }

    @Test
    void aPenPaintsByItsPressureAndThenFingersOnlyMove() {
        pen("mousePressed", studio.at(100, 100), 1);
        pen("mouseReleased", studio.at(100, 100), 0);
        var firm = studio.painted();
        pen("mousePressed", studio.at(300, 100), 0.2);
        pen("mouseReleased", studio.at(300, 100), 0);
        var light = studio.painted() - firm;
        assertThat(firm).isBetween(1_240, 1_280);
        assertThat(light).isPositive().isLessThan(firm / 2);

        var before = studio.at(300, 200);
        fingers("touchStart", studio.at(300, 200));
        fingers("touchMove", studio.at(350, 220));
        fingers("touchEnd");

        assertThat(studio.painted()).isEqualTo(firm + light);
        assertThat(studio.at(300, 200).x()).isGreaterThan(before.x());
    }
}
