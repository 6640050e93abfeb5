package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;

import dev.easel.asset.AssetKeys;
import dev.easel.aws.Aws;
import dev.easel.id.UploadId;

import org.junit.jupiter.api.Test;

import java.awt.Point;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is painted is kept as bytes of our own, counted as they flip, and goes out as it is.
class MaskTest extends BrowserTest {

    /// Everything by which a page can ask a canvas what it shows.
    private static final String NO_READING_BACK =
            """
            const refuse = () => { throw new Error('a canvas was read'); };
            HTMLCanvasElement.prototype.toBlob = refuse;
            HTMLCanvasElement.prototype.toDataURL = refuse;
            HTMLCanvasElement.prototype.captureStream = refuse;
            CanvasRenderingContext2D.prototype.getImageData = refuse;
            OffscreenCanvasRenderingContext2D.prototype.getImageData = refuse;
            OffscreenCanvas.prototype.convertToBlob = refuse;
            OffscreenCanvas.prototype.transferToImageBitmap = refuse;
            WebGLRenderingContext.prototype.readPixels = refuse;
            WebGL2RenderingContext.prototype.readPixels = refuse;
            window.createImageBitmap = refuse;
            window.VideoFrame = refuse;
            """;

    /// The page's own classes, tried out beside it. Strokes come out of a seed.
    private static final String MODULES =
            """
            const main = document.querySelector('script[type=module]').src;
            const {Mask} = await import(new URL('mask/mask.js', main));
            const {Brush} = await import(new URL('mask/stroke.js', main));
            let seed = %d;
            const random = below => (seed = (seed * 48271) %% 2147483647) %% below;
            const counted = mask => mask.bytes.reduce((sum, byte) => sum + (byte === 255 ? 1 : 0), 0);
            const stroke = (brush, mask) => {
              brush.setSize(1 + random(60));
              const at = () => ({x: random(mask.width + 80) - 40.5, y: random(mask.height + 80) - 39.5});
              brush.press(at(), {erase: random(3) === 0, straight: random(4) === 0});
              for (let i = random(4); i > 0; i--) brush.drag(at(), random(10) / 10);
              brush.release(random(10) > 0);
            };
            """;

    /// Also of odd sizes, whose last tile is not full.
    @Test
    void whateverIsDoneTheCountIsThatOfThePixelsAndStepsGoBackAndForth() {
        load();

        var steps =
                page.evaluate(
                        "async () => {"
                                + MODULES.formatted(20261129)
                                + """
                                  const mask = new Mask(523, 301);
                                  const brush = new Brush(mask);
                                  const past = [mask.bytes.slice()];
                                  let at = 0;
                                  let undone = 0;
                                  const same = () => past[at].every((byte, i) => byte === mask.bytes[i]);
                                  for (let step = 0; step < 300; step++) {
                                    const what = random(10);
                                    if (what < 2) {
                                      if (mask.undo() !== at > 0) return `undo at ${step}`;
                                      if (at > 0) at--, undone++;
                                    } else if (what < 4) {
                                      if (mask.redo() !== at < past.length - 1) return `redo at ${step}`;
                                      if (at < past.length - 1) at++;
                                    } else {
                                      if (what < 8) stroke(brush, mask);
                                      else if (what === 8) mask.rectangle({x: random(600) - 40, y: random(400) - 40, width: random(99), height: random(99)}, random(2) === 0);
                                      else mask.invert();
                                      if (!same()) past.splice(++at, Infinity, mask.bytes.slice());
                                    }
                                    if (!same()) return `other pixels at ${step}`;
                                    if (mask.painted !== counted(mask)) return `miscounted at ${step}`;
                                  }
                                  return undone > 20 && past.length > 20;
                                }
                                """);

        assertThat(steps).isEqualTo(true);
    }

    @Test
    void twoHundredStrokesTakenBackLeaveNothing() {
        load();

        var left =
                page.evaluate(
                        "async () => {"
                                + MODULES.formatted(7)
                                + """
                                  const mask = new Mask(1200, 900);
                                  const brush = new Brush(mask);
                                  let strokes = 0;
                                  for (let i = 0; i < 200; i++) stroke(brush, mask);
                                  const most = mask.painted;
                                  while (mask.undo()) strokes++;
                                  return {painted: mask.painted, pixels: counted(mask), some: most > 0, many: strokes > 150};
                                }
                                """);

        assertThat(left).isEqualTo(Map.of("painted", 0, "pixels", 0, "some", true, "many", true));
    }

    /// Java reads what was stored of it: as large as the photo, and painted as the page counted.
    @Test
    void theMaskGoesOutAsItWasPaintedThoughNoCanvasCanBeRead() {
        page.addInitScript(NO_READING_BACK);
        var studio = enter().sample("coffee.jpg").open("remove-object").size(60);
        studio.stroke(340, 120, 380, 160, 420, 120).tool("eraser").stroke(380, 100, 380, 200);
        var painted = studio.painted();
        var shown = PaintedMask.of(studio.mask());

        var inputs = studio.order().getAsJsonObject("inputs");

        studio.result();
        var mask = inputs.getAsJsonObject("mask").get("upload").getAsString();
        var stored = PaintedMask.of(stored(UploadId.parse(mask).orElseThrow()));
        assertThat(stored).isEqualTo(shown);
        assertThat(stored.width()).isEqualTo(600);
        assertThat(stored.height()).isEqualTo(400);
        assertThat(stored.count()).isEqualTo(painted);
    }

    private static byte[] stored(UploadId upload) {
        var env = StudioStack.get().environment("DispatchFunction");
        try (var s3 = new Aws(env).s3()) {
            return s3.getObjectAsBytes(object ->
                            object.bucket(Objects.requireNonNull(env.get("BUCKET")))
                                    .key(AssetKeys.input(upload)))
                    .asByteArray();
        }
    }

    /// A camera that was held upright says so beside its pixels: what is painted is what is seen.
    @Test
    void aPhotoThatIsTurnedIsPaintedOnAsItIsSeen() {
        var studio = enter().choose(TurnedPhoto.file()).open("remove-object");

        assertThat(page.locator(".status")).containsText("Nothing painted");
        var mask = PaintedMask.of(studio.rectangle(0, 0, 10, 20).mask());
        assertThat(mask.width()).isEqualTo(TurnedPhoto.SEEN_WIDTH);
        assertThat(mask.height()).isEqualTo(TurnedPhoto.SEEN_HEIGHT);
        studio.press("Clear").size(2).stroke(150, 250);
        assertThat(PaintedMask.of(studio.mask()).painted()).contains(new Point(150, 250));
        studio.size(80).stroke(150, 250, 250, 250).apply().result();
    }

    /// What would lie askew there is not painted here.
    @Test
    void nobodyPaintsOnAPhotoThatTheServerMeasuresOtherwise() {
        page.route(
                "**/v1/uploads/*/complete",
                route -> {
                    var answer = route.fetch();
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setResponse(answer)
                                    .setBody(
                                            answer.text()
                                                    .replace("\"width\":600", "\"width\":400")));
                });
        var studio = enter().sample("coffee.jpg");
        assertThat(page.locator(".photo .notice")).containsText("cannot be painted on");

        studio.open("remove-object");
        assertThat(studio.canvas()).hasCount(0);
        studio.apply();

        assertThat(page.locator("#beside-apply .notice"))
                .containsText("Nobody can paint on this photo");
    }

    @Test
    void theBrushItselfTakesNoPhotoOfOtherMeasures() {
        enter().sample("coffee.jpg");

        var refused =
                page.evaluate(
                        """
                        () => {
                          const main = document.querySelector('script[type=module]').src;
                          const {src} = document.querySelector('.photo img');
                          const ready = async (width, height) => {
                            const {mountEditor} = await import(new URL('mask/editor.js', main));
                            return mountEditor(document.body, {src, width, height}).ready
                              .then(() => '', error => error.message);
                          };
                          return Promise.all([ready(600, 400), ready(400, 600)]);
                        }
                        """);

        assertThat(refused).isEqualTo(List.of("", "the photo is 600 x 400, not 400 x 600"));
    }

    @Test
    void whoLeavesAndComesBackFindsWhatWasPaintedUnlessThePhotoIsAnother() {
        var studio = enter().sample("coffee.jpg").open("remove-object").size(30);
        studio.stroke(100, 100, 300, 200);
        var painted = PaintedMask.of(studio.mask());

        page.locator("[data-act=back]").click();
        studio.open("repair-area");
        assertThat(page.locator("#coverage"))
                .hasAttribute("data-painted", String.valueOf(painted.count()));
        assertThat(PaintedMask.of(studio.mask())).isEqualTo(painted);

        page.locator("[data-act=back]").click();
        studio.choose(PHOTOS.resolve("coffee.png")).open("remove-object");
        assertThat(studio.painted()).isZero();
    }

    @Test
    void whatIsTooLittleOrTooMuchIsRefusedAndWhatIsOddIsRemarked() {
        var studio = enter().sample("coffee.jpg").open("remove-object");
        var beside = page.locator("#beside-apply .notice");
        var remark = page.locator(".status .caution");

        studio.rectangle(0, 0, 7, 9).apply();
        assertThat(beside).containsText("too small");
        assertThat(remark).containsText("very small");
        studio.rectangle(0, 0, 590, 399).apply();
        assertThat(beside).containsText("Everything is painted");
        assertThat(remark).containsText("nearly the whole photo");
        studio.press("Invert");
        assertThat(beside).hasCount(0);
        assertThat(remark).hasCount(0);
    }
}
