package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What every browser test relies on.
class HarnessTest extends BrowserTest {

    @Test
    void theDocumentHasItsPolicyAndRunsNothingThatIsWrittenIntoIt() {
        var policy = load().headerValue("content-security-policy");
        expectError("Content Security Policy|TrustedScript");

        page.evaluate(
                """
                () => {
                  const script = document.createElement('script');
                  script.append('window.wasRun = true');
                  document.head.append(script);
                }
                """);

        assertThat(policy)
                .contains("script-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.evaluate("() => window.wasRun === undefined")).isEqualTo(true);
    }

    /// The bucket lets this origin put and get, and read the ETag, as the template says.
    @Test
    void aPageMayPutAPhotoAndGetWhatBecameOfIt() {
        load();

        var seen =
                page.evaluate(
                        """
                        async () => {
                          const bytes = new Uint8Array(await (await fetch(
                            document.querySelector('link[rel=icon]').href)).arrayBuffer());
                          const canvas = new OffscreenCanvas(40, 30);
                          canvas.getContext('2d').fillRect(5, 5, 9, 9);
                          const png = await canvas.convertToBlob({type: 'image/png'});
                          const hash = await crypto.subtle.digest('SHA-256', await png.arrayBuffer());
                          const sha256 = btoa(String.fromCharCode(...new Uint8Array(hash)));
                          const ask = (path, body) => fetch(path, {method: 'POST',
                            headers: {'content-type': 'application/json'}, body: JSON.stringify(body)});
                          const upload = await (await ask('/v1/uploads', {kind: 'image',
                            content_type: 'image/png', bytes: png.size, sha256})).json();
                          const headers = {...upload.headers};
                          for (const name of Object.keys(headers)) {
                            if (/^(host|content-length)$/i.test(name)) delete headers[name];
                          }
                          const put = await fetch(upload.url, {method: 'PUT', headers, body: png});
                          const done = await ask(`/v1/uploads/${upload.upload_id}/complete`, {});
                          return {icon: bytes.length > 0, put: put.status,
                            etag: put.headers.get('etag') !== null, done: done.status};
                        }
                        """);

        assertThat(seen).isEqualTo(Map.of("icon", true, "put", 200, "etag", true, "done", 200));
    }

    /// Tests share an address, and no limit is so high that they would never reach it.
    @RepeatedTest(2)
    void noTestHasUsedUpTheLimitsOfAnother() {
        load();

        var left =
                page.evaluate(
                        """
                        async () => (await (await fetch('/v1/limits')).json()).limits
                          .filter(limit => limit.name === 'uploads-per-address')
                          .map(limit => limit.limit - limit.remaining)
                        """);
        assertThat(left).isEqualTo(List.of(0));
        page.evaluate(
                """
                () => fetch('/v1/uploads', {method: 'POST', body: JSON.stringify({kind: 'image',
                  content_type: 'image/png', bytes: 1,
                  sha256: 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0='})})
                """);
    }

    @Test
    void theClockOfAPageCanBeMoved() {
        page.clock().install();
        load();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(
                "() => { window.rang = false; setTimeout(() => window.rang = true, 300_000) }");

        page.clock().fastForward(301_000);

        assertThat(page.evaluate("() => window.rang")).isEqualTo(true);
    }

    @Test
    void whatNoVisitMayLeaveBehindIsHeard() {
        page.navigate("data:text/html,<img src='http://127.0.0.2:9/pixel'>");
        page.evaluate(
                "() => { console.error('alas'); setTimeout(() => { throw new Error('oh') }) }");
        page.waitForCondition(() -> complaints().size() >= 3);

        assertThat(String.join("\n", complaints()))
                .contains("request to a stranger: GET http://127.0.0.2:9/pixel")
                .contains("console: alas")
                .contains("uncaught:");
        expectError(".");
    }

    @Test
    void whatIsExpectedAndDoesNotComeIsAComplaint() {
        expectError("never said");

        assertThat(complaints()).singleElement().asString().contains("never said");
        page.waitForConsoleMessage(() -> page.evaluate("() => console.error('never said')"));
    }
}
