package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotScale;

import dev.easel.local.Stack;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A test that visits the Studio as a person does. See the package.
///
/// It begins with a fresh browser context and one empty page in it; `enter` goes to the Studio. What has to
/// be there before the page, such as a clock (`page.clock().install()`), goes before. `visit` is somebody else,
/// or the same at another window.
@ExtendWith(NeedsChromium.class)
abstract class BrowserTest {

    static final Path PHOTOS = Path.of("..", "photos");

    private static final double PATIENCE_MILLIS = 20_000;

    private static final List<String> AXE_TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> AXE_COLOURS = List.of("color-contrast", "link-in-text-block");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Complaints complaints = new Complaints(StudioStack.origins());

    /// Of whoever came last.
    @SuppressWarnings("NullAway.Init") // Before each test.
    Page page;

    @BeforeEach
    void come() {
        StudioStack.forgetCallers();
        visit();
    }

    /// A mouse and 1440 x 900.
    static NewContextOptions desktop() {
        return new NewContextOptions().setViewportSize(1440, 900);
    }

    /// A finger and 390 x 844.
    static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    /// Somebody who was never here, at a desk.
    Page visit() {
        return visit(desktop());
    }

    Page visit(NewContextOptions options) {
        var context = Chromium.get().newContext(options);
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        complaints.listen(context);
        page = context.newPage();
        // The browser begins to hand choosers over a moment after it is asked to: one that a key
        // opens at once is missed.
        page.onFileChooser(_ -> {});
        return page;
    }

    /// Requests that wait until somebody resumes them.
    List<Route> hold(String addresses) {
        var held = new ArrayList<Route>();
        page.route(addresses, held::add);
        return held;
    }

    /// Goes to the Studio, and answers what the server said of its document.
    Response load() {
        return load("/");
    }

    /// Goes to the Studio and waits until somebody can use it.
    Studio enter() {
        load();
        return new Studio(page).ready();
    }

    Response load(String path) {
        return load(StudioStack.studio().resolve(path));
    }

    private Response load(URI address) {
        var response = page.navigate(address.toString());
        if (response == null) {
            throw new AssertionError("Nothing was loaded for " + address);
        }
        return response;
    }

    /// What the simulated providers do with the next request that it concerns.
    static void simulateNext(Scenario scenario) {
        StudioStack.simulate(scenario, 1);
    }

    /// What they do for the rest of this test.
    static void simulate(Scenario scenario) {
        StudioStack.simulate(scenario);
    }

    /// This test provokes an error whose text matches; it fails without.
    void expectError(String regex) {
        complaints.expect(regex);
    }

    /// The page of this test is another stack's.
    Response load(Stack stack, String path) {
        complaints.allow(StudioStack.origins(stack));
        return load(stack.api().resolve(path));
    }

    /// What would fail this test if it ended now.
    List<String> complaints() {
        // Whatever the browser has said by now is heard before it answers.
        contexts.stream()
                .flatMap(context -> context.pages().stream())
                .forEach(open -> open.evaluate("0"));
        return complaints.all();
    }

    /// axe finds nothing in the page as it is now.
    void assertAccessible() {
        assertNothingFound(new AxeBuilder(page).withTags(AXE_TAGS));
    }

    /// Nor does it in the colours, which is all that another theme changes: see [PagesTest].
    void assertLegible() {
        assertNothingFound(new AxeBuilder(page).withRules(AXE_COLOURS));
    }

    /// Nothing takes longer than a millisecond, be it under way or only announced by the style.
    void assertStill() {
        var longest =
                page.evaluate(
                        """
                        () => Math.max(
                          ...document.getAnimations().map(each => Number(each.effect.getComputedTiming().duration)),
                          ...[...document.querySelectorAll('*')].flatMap(each => {
                            const style = getComputedStyle(each);
                            return [style.transitionDuration, style.animationDuration].flatMap(all =>
                              all.split(',').map(one => parseFloat(one) * 1000));
                          }))
                        """);
        assertThat(((Number) longest).doubleValue()).isLessThanOrEqualTo(1);
    }

    private static void assertNothingFound(AxeBuilder axe) {
        // No page of ours has frames, for whose sake axe would open a page of its own each time.
        var violations = axe.setLegacyMode(true).analyze().getViolations();
        assertThat(violations.stream().map(BrowserTest::describe)).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> node.getTarget() + ": " + node.getFailureSummary())
                .collect(Collectors.joining("; ", rule.getId() + ", " + rule.getHelp() + ": ", ""));
    }

    /// `target/screenshots/<name>.png`, if they are asked for; and `screenshots/<name>.png` if that one is kept.
    void screenshot(String name) {
        if (Boolean.getBoolean("easel.screenshots")) {
            var options =
                    new ScreenshotOptions()
                            .setScale(ScreenshotScale.CSS)
                            .setAnimations(ScreenshotAnimations.DISABLED);
            var file = Path.of("screenshots", name + ".png");
            page.screenshot(options.setPath(Path.of("target").resolve(file)));
            if (Files.exists(StudioStack.PAGES.resolve(file))) {
                page.screenshot(options.setPath(StudioStack.PAGES.resolve(file)));
            }
        }
    }

    @AfterEach
    void leave() {
        try {
            assertThat(complaints()).isEmpty();
        } finally {
            contexts.forEach(BrowserContext::close);
            simulate(Scenario.NORMAL);
        }
    }
}
