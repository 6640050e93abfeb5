package dev.easel.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What no visit may leave behind: errors in the console, exceptions that nobody caught, requests to
/// strangers.
final class Complaints {

    /// What never leaves the browser.
    private static final Set<String> OWN_SCHEMES = Set.of("blob", "data", "about");

    private final Set<String> origins;
    private final List<String> heard = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    /// @param origins those that a page may speak to
    Complaints(Set<String> origins) {
        this.origins = new HashSet<>(origins);
    }

    /// They are no strangers either.
    void allow(Set<String> more) {
        origins.addAll(more);
    }

    void listen(BrowserContext context) {
        context.onConsoleMessage(this::console);
        context.onWebError(error -> heard.add("uncaught: " + error.error()));
        context.onRequest(this::request);
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error")) {
            heard.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void request(Request request) {
        var uri = URI.create(request.url().split("[?#]", 2)[0]);
        if (!OWN_SCHEMES.contains(uri.getScheme())
                && !origins.contains(uri.getScheme() + "://" + uri.getAuthority())) {
            heard.add("request to a stranger: " + request.method() + " " + request.url());
        }
    }

    /// From now on, what matches is no complaint; but it has to come.
    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    /// What was heard and not expected, and what was expected and not heard.
    List<String> all() {
        var all = new ArrayList<String>();
        heard.stream()
                .filter(one -> expected.stream().noneMatch(pattern -> pattern.matcher(one).find()))
                .forEach(all::add);
        expected.stream()
                .filter(pattern -> heard.stream().noneMatch(one -> pattern.matcher(one).find()))
                .forEach(pattern -> all.add("expected, and did not come: " + pattern));
        return all;
    }
}
