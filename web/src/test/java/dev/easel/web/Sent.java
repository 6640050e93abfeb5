package dev.easel.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a page asks of the API from now on, of one kind.
final class Sent {

    private final Page page;
    private final List<Request> all = new ArrayList<>();

    /// @param path a pattern for the whole of it
    Sent(Page page, String method, String path) {
        this.page = page;
        page.onRequest(request -> {
            if (request.method().equals(method)
                    && URI.create(request.url()).getPath().matches(path)) {
                all.add(request);
            }
        });
    }

    static Sent orders(Page page) {
        return new Sent(page, "POST", "/v1/generations");
    }

    int count() {
        // Whatever the browser has sent by now is heard before it answers.
        page.evaluate("0");
        return all.size();
    }

    /// Waits until there were so many.
    void await(int count) {
        page.waitForCondition(() -> all.size() >= count);
    }

    List<String> bodies() {
        return all.stream().map(request -> Objects.requireNonNull(request.postData())).toList();
    }

    /// Under which they went out, also where a reload came before their answers.
    List<String> keys() {
        return all.stream()
                .map(request -> String.valueOf(request.headers().get("idempotency-key")))
                .toList();
    }
}
