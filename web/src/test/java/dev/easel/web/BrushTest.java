package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.MouseButton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Point;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// One paints where one points, and nowhere else.
class BrushTest extends BrowserTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    private Studio paint() {
        return enter().sample("coffee.jpg").open("remove-object");
    }

    /// With a brush of one pixel, which the slider does not go down to.
    private Studio paintPixels() {
        var studio = paint().size(2);
        studio.canvas().press("[");
        assertThat(page.locator(".size output")).hasText("1");
        return studio;
    }

    private static Set<Point> row(int y, int from, int to) {
        var pixels = new HashSet<Point>();
        IntStream.rangeClosed(from, to).forEach(x -> pixels.add(new Point(x, y)));
        return pixels;
    }

    private static Set<Point> painted(Studio studio) {
        var mask = PaintedMask.of(studio.mask());
        assertThat(mask.count()).isEqualTo(studio.painted());
        return mask.painted();
    }

    @Test
    void paintingErasingUndoAndRedoCountEveryPixel() {
        var studio = paintPixels().stroke(100, 100, 149, 100);
        assertThat(painted(studio)).isEqualTo(row(100, 100, 149));

        studio.tool("eraser").stroke(140, 100, 159, 100);
        assertThat(painted(studio)).isEqualTo(row(100, 100, 139));
        studio.press("Undo");
        assertThat(painted(studio)).isEqualTo(row(100, 100, 149));
        studio.press("Undo");
        assertThat(painted(studio)).isEmpty();
        studio.press("Redo").press("Redo");
        assertThat(painted(studio)).isEqualTo(row(100, 100, 139));
        studio.canvas().press("Control+z");
        studio.canvas().press("Control+z");
        assertThat(painted(studio)).isEmpty();
        studio.canvas().press("Control+Shift+z");
        studio.canvas().press("Control+y");
        assertThat(painted(studio)).isEqualTo(row(100, 100, 139));
    }

    @Test
    void theRightButtonAndAltEraseForOneStroke() {
        var studio = paintPixels().stroke(100, 100, 149, 100);

        studio.point(140, 100);
        page.mouse().down(new Mouse.DownOptions().setButton(MouseButton.RIGHT));
        studio.point(149, 100);
        page.mouse().up(new Mouse.UpOptions().setButton(MouseButton.RIGHT));
        assertThat(painted(studio)).isEqualTo(row(100, 100, 139));

        page.keyboard().down("Alt");
        studio.stroke(130, 100, 139, 100);
        page.keyboard().up("Alt");
        assertThat(painted(studio)).isEqualTo(row(100, 100, 129));
        assertThat(page.locator("[data-tool=brush]")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void shiftPaintsStraightFromWhereTheLastStrokeEnded() {
        var studio = paintPixels().stroke(100, 100);

        page.keyboard().down("Shift");
        studio.stroke(149, 100);
        page.keyboard().up("Shift");

        assertThat(painted(studio)).isEqualTo(row(100, 100, 149));
    }

    @Test
    void invertAndClearAreStepsLikeOthers() {
        var studio = paint().rectangle(10, 20, 30, 40);
        assertThat(studio.painted()).isEqualTo(30 * 40);

        assertThat(studio.press("Invert").painted()).isEqualTo(WIDTH * HEIGHT - 30 * 40);
        assertThat(page.locator(".status .caution")).containsText("nearly the whole photo");
        assertThat(studio.press("Clear").painted()).isZero();
        assertThat(studio.press("Undo").painted()).isEqualTo(WIDTH * HEIGHT - 30 * 40);
        studio.canvas().press("Shift+I");
        assertThat(studio.painted()).isEqualTo(30 * 40);
        assertThat(studio.press("Undo").press("Undo").press("Undo").painted()).isZero();
    }

    /// For a photo that has the colour of the mask.
    @Test
    void theMaskIsShownInAnotherColourAndIsTheSame() {
        var studio = paint().rectangle(100, 80, 200, 120);
        var mask = studio.mask();
        var rose = colour();

        studio.press("Another colour");
        var cyan = colour();
        studio.canvas().press("c");
        var lime = colour();
        studio.canvas().press("c");

        assertThat(List.of(rose, cyan, lime)).doesNotHaveDuplicates();
        assertThat(colour()).isEqualTo(rose);
        assertThat(studio.mask()).isEqualTo(mask);
    }

    private Object colour() {
        new Studio(page).drawn();
        return page.evaluate(
                "() =>"
                    + " [...document.querySelector('.mask-overlay').getContext('2d').getImageData(200,"
                    + " 120, 1, 1).data].join()");
    }

    @Test
    void aRectangleIsPaintedAndErasedByItsNumbers() {
        var studio = paint().rectangle(10, 20, 3, 2).rectangle(12, 20, 3, 2);

        var both = new HashSet<Point>(row(20, 10, 14));
        both.addAll(row(21, 10, 14));
        assertThat(painted(studio)).isEqualTo(both);
        page.locator("[data-form=rectangle] >> text=Erase it").click();
        assertThat(studio.painted()).isEqualTo(4);
        assertThat(page.locator(".status .caution")).containsText("very small");

        // What is no rectangle of this photo is refused by the form.
        studio.rectangle(WIDTH, 0, 1, 1);
        assertThat(studio.painted()).isEqualTo(4);
        assertThat(page.locator("[data-form=rectangle] [name=x]:invalid")).hasCount(1);
    }

    /// Five times as large as it is, and moved about.
    @Test
    void zoomedInItPaintsThePixelUnderThePointer() {
        var studio = paintPixels();
        var before = studio.at(200, 150);
        var scale = scale(studio);

        // A wheel is told of whole CSS pixels.
        var mouse = new Studio.Point(Math.rint(before.x()), Math.rint(before.y()));
        page.mouse().move(mouse.x(), mouse.y());
        page.mouse().wheel(0, -1200);
        studio.drawn();
        var after = studio.at(200, 150);
        var nearer = scale(studio) / scale;
        assertThat(scale(studio)).isGreaterThan(5);
        assertThat(after.x() - mouse.x()).isCloseTo((before.x() - mouse.x()) * nearer, within(0.1));
        assertThat(after.y() - mouse.y()).isCloseTo((before.y() - mouse.y()) * nearer, within(0.1));
        studio.stroke(200, 150);
        assertThat(painted(studio)).containsExactly(new Point(200, 150));

        // Moved: by Space, by the middle button, by the tool, sideways by the wheel.
        studio.canvas().focus();
        page.keyboard().down("Space");
        studio.stroke(200, 150, 205, 150);
        page.keyboard().up("Space");
        studio.point(200, 150);
        page.mouse().down(new Mouse.DownOptions().setButton(MouseButton.MIDDLE));
        studio.point(203, 153);
        page.mouse().up(new Mouse.UpOptions().setButton(MouseButton.MIDDLE));
        studio.tool("move").stroke(200, 150, 198, 148).tool("brush");
        page.keyboard().down("Shift");
        page.mouse().wheel(0, 40);
        page.keyboard().up("Shift");
        studio.drawn();
        assertThat(studio.at(200, 150).x()).isNotCloseTo(after.x(), within(2.0));
        assertThat(painted(studio)).containsExactly(new Point(200, 150));
        studio.stroke(210, 160);
        assertThat(painted(studio))
                .containsExactlyInAnyOrder(new Point(200, 150), new Point(210, 160));

        studio.press("Fit").stroke(599, 399);
        assertThat(painted(studio)).hasSize(3).contains(new Point(599, 399));
    }

    /// CSS pixels for one of the photo's.
    private static double scale(Studio studio) {
        return (studio.at(100, 0).x() - studio.at(0, 0).x()) / 100;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anotherWindowAndAnotherScreenKeepWhatIsWhere(int pixelRatio) {
        visit(desktop().setDeviceScaleFactor(pixelRatio));
        var studio = paintPixels().stroke(50, 40);

        page.setViewportSize(1000, 700);
        studio.drawn().stroke(60, 40);
        assertWholePhotoInSight();
        page.setViewportSize(1700, 1000);
        studio.drawn().stroke(70, 40);
        assertWholePhotoInSight();

        assertThat(painted(studio))
                .containsExactlyInAnyOrder(new Point(50, 40), new Point(60, 40), new Point(70, 40));
    }

    private void assertWholePhotoInSight() {
        var photo = page.locator(".mask-stage").boundingBox();
        var frame = page.locator(".mask-frame").boundingBox();
        assertThat(photo.x).isBetween(frame.x, frame.x + frame.width - photo.width);
        assertThat(photo.y).isBetween(frame.y, frame.y + frame.height - photo.height);
        assertThat(Math.max(photo.width / frame.width, photo.height / frame.height))
                .isGreaterThan(0.9);
    }

    @Test
    void keysPaintDabsAndStraightLines() {
        var studio = paint().size(9);
        page.locator(".chip").focus();
        page.keyboard().press("Tab");
        // It stands in the middle, and goes a quarter of its size, or all of it.
        page.keyboard().press("Enter");
        var middle = new Point(WIDTH / 2, HEIGHT / 2);
        var dab = PaintedMask.line(middle, middle, 9);
        assertThat(painted(studio)).isEqualTo(dab);

        page.keyboard().press("ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".mask-place")).hasText("x 311, y 209");
        page.keyboard().press("Shift+Enter");
        assertThat(painted(studio)).isEqualTo(PaintedMask.line(middle, new Point(311, 209), 9));

        page.keyboard().press("e");
        page.keyboard().press("Space");
        var left = PaintedMask.line(middle, new Point(311, 209), 9);
        left.removeAll(PaintedMask.line(new Point(311, 209), new Point(311, 209), 9));
        assertThat(painted(studio)).isEqualTo(left);
    }
}
