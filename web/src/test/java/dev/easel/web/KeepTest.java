package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;

import dev.easel.aws.Aws;

import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.regex.Pattern;

/// What a reload leaves as it was.
class KeepTest extends BrowserTest {

    private Studio studio() {
        return new Studio(page);
    }

    private Studio withPhoto() {
        load();
        return studio().ready().sample("coffee.jpg");
    }

    private Studio reload() {
        page.reload();
        return studio().ready();
    }

    private Locator told() {
        return page.locator(".told");
    }

    /// The database as it will be found: what was done is in it.
    private void kept(String what) {
        page.waitForCondition(() -> work().contains(what));
    }

    private String work() {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const of = request => new Promise((done, fail) => {
                            request.onsuccess = () => done(request.result);
                            request.onerror = () => fail(request.error);
                          });
                          const opened = await of(indexedDB.open('easel'));
                          const work = await of(opened.transaction('work').objectStore('work').get('now'));
                          opened.close();
                          return work ?? '';
                        }
                        """);
    }

    @Test
    void aReloadRestoresThePhotoTheMaskAndTheWords() {
        withPhoto().open("edit").prompt("Make it late autumn");
        page.locator("[data-act=back]").click();
        studio().open("remove-object");
        page.locator("[name=tier][value='2K']").check(force());
        studio().rectangle(100, 80, 200, 120).stroke(20, 20, 120, 40);
        var painted = studio().painted();
        var mask = studio().mask();
        kept("\"mask\":{\"kept\"");

        reload().opened();

        assertThat(told()).containsText("Restored your last edit");
        assertThat(page.locator("#live")).hasText("Restored your last edit.");
        assertThat(page.locator("#coverage")).hasAttribute("data-painted", String.valueOf(painted));
        assertThat(studio().mask()).isEqualTo(mask);
        assertThat(page.locator("[name=tier][value='2K']")).isChecked();
        // It is as good as it was.
        page.locator("[name=tier][value='1K']").check(force());
        studio().apply().result();
        page.locator("[data-act=back]").click();
        studio().arrived("coffee.jpg").open("edit");
        assertThat(page.locator("#prompt")).hasValue("Make it late autumn");
    }

    private static Locator.CheckOptions force() {
        return new Locator.CheckOptions().setForce(true);
    }

    @Test
    void aReloadRestoresTheReferencesAndTheShape() {
        withPhoto().open("repair-area");
        page.locator("#reference-file").setInputFiles(PHOTOS.resolve("flower.jpg"));
        assertThat(page.locator(".references [data-state=there]")).hasCount(1);
        kept("flower.jpg");
        reload().opened();
        assertThat(page.locator(".references [data-state=there] img"))
                .hasAttribute("alt", "flower.jpg");

        page.locator("[data-act=back]").click();
        studio().open("extend");
        page.locator("[name=shape][value='4:5']").check(force());
        kept("4:5");
        reload().opened();
        assertThat(page.locator("[name=shape][value='4:5']")).isChecked();
    }

    @Test
    void aReloadWhileARunIsUnderWayLosesNoVersion() {
        withPhoto().open("edit").prompt("Make it late autumn").apply();
        page.waitForURL(Pattern.compile("#/edit/gen_"));

        reload().result();

        assertThat(page.locator("[data-version]")).hasCount(2);
        assertThat(page.locator("[data-version='2'] [data-icon=pass]")).isVisible();
        assertThat(page.locator(".compare img.before")).hasAttribute("src", source(1));
        kept("\"number\":2");
        reload();
        assertThat(page.locator("[data-version]")).hasCount(2);
    }

    private String source(int number) {
        return String.valueOf(
                page.locator("[data-version='" + number + "'] img").getAttribute("src"));
    }

    @Test
    void whoDoesNotWantItBackStartsAfresh() {
        withPhoto();
        kept("coffee.jpg");
        reload();

        page.getByText("Start afresh").click();

        assertThat(page.locator(".photo")).hasAttribute("data-state", "empty");
        assertThat(page.locator("h1")).isFocused();
        kept("\"photo\":0");
        reload();
        assertThat(page.locator(".photo")).hasAttribute("data-state", "empty");
        assertThat(told()).hasCount(0);
    }

    /// As in a private window, or on a disk that is full.
    @Test
    void aBrowserThatKeepsNothingIsToldOnceAndTheStudioWorksOn() {
        page.addInitScript(
                "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError')"
                        + " }");
        withPhoto();
        assertThat(told()).containsText("cannot be kept in this browser");
        told().locator("[data-act=told]").click();

        studio().open("edit").prompt("Make it late autumn").apply().result();

        assertThat(page.locator("[data-version]")).hasCount(2);
        assertThat(told()).hasCount(0);
    }

    /// Its pictures do not fit any more: what was ordered is known all the same.
    @Test
    void aDiskThatIsFullLosesPicturesButNoOrder() {
        withPhoto();
        kept("coffee.jpg");
        page.evaluate(
                """
                () => {
                  const put = IDBObjectStore.prototype.put;
                  IDBObjectStore.prototype.put = function (value, key) {
                    if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError');
                    return put.call(this, value, key);
                  };
                }
                """);
        studio().open("isolate").apply().result();
        assertThat(told()).containsText("cannot be kept in this browser");
        kept("\"workflow\":\"isolate\",\"at\"");

        reload();

        assertThat(page.locator("[data-version='1'] img")).isVisible();
        assertThat(work()).contains("\"number\":2");
    }

    /// Cookies and site data are refused, and with them every store that a page has.
    @Test
    void whereSiteDataIsForbiddenTheStudioWorksAllTheSame() {
        page.addInitScript(
                """
                for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
                  Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});
                }
                """);

        withPhoto().open("isolate").apply().result();

        assertThat(page.locator("[data-version]")).hasCount(2);
    }

    @Test
    void aSecondTabKeepsNothingAndSpoilsNothing() {
        withPhoto();
        kept("coffee.jpg");
        var first = page;

        page = first.context().newPage();
        load();
        studio().ready().sample("dandelion.jpg");
        assertThat(page.locator("#page")).containsText("open in another tab");
        // It never had the work, so it does not wait for it.
        page.reload();
        assertThat(told())
                .containsText(
                        "open in another tab",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(3500));

        page.close();
        page = first;
        reload().arrived("coffee.jpg");
    }

    /// Uploads are kept for a while only; the photo is still here.
    @Test
    void aPhotoThatTheServiceForgotGoesUpAgainByItself() {
        withPhoto().open("remove-object").rectangle(100, 80, 200, 120);
        forgetInputs();
        expectError("400 \\(");

        studio().apply().result();

        assertThat(page.locator("[data-version]")).hasCount(2);
    }

    private static void forgetInputs() {
        var env = StudioStack.get().environment("DispatchFunction");
        var bucket = Objects.requireNonNull(env.get("BUCKET"));
        try (var s3 = new Aws(env).s3()) {
            s3.listObjectsV2(list -> list.bucket(bucket).prefix("inputs/img"))
                    .contents()
                    .forEach(object ->
                            s3.deleteObject(gone -> gone.bucket(bucket).key(object.key())));
        }
    }
}
