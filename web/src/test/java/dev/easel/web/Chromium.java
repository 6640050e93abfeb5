package dev.easel.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's own Chromium, one for all tests of this JVM. Playwright brings its driver and no
/// browser.
final class Chromium {

    /// Names the one to take, instead of those below.
    private static final String PROPERTY = "easel.chromium";

    private static final List<String> PLACES =
            List.of(
                    // Without windows a page opens in a third of the time.
                    "/usr/bin/chromium-headless-shell",
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /// Nothing of the browser's own may call home: tests look at every request.
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static @Nullable Browser browser;

    private Chromium() {}

    static Optional<Path> path() {
        var named = System.getProperty(PROPERTY);
        return (named == null ? PLACES.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Started at the first call, closed when the JVM ends.
    static synchronized Browser get() {
        if (browser == null) {
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser =
                    playwright
                            .chromium()
                            .launch(
                                    new LaunchOptions()
                                            .setExecutablePath(path().orElseThrow())
                                            .setHeadless(true)
                                            .setArgs(QUIET));
            // Ends the driver, which ends the browser.
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
