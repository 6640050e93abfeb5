package dev.easel.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A line that breaks between a page and the service while something goes over it.
final class BrokenLine {

    static final String ORDERS = "**/v1/generations";

    private final Page page;
    private final List<Route> held = new ArrayList<>();

    BrokenLine(Page page) {
        this.page = page;
    }

    /// The next such request does not arrive before `letGo`.
    void hold(String path) {
        first(path, _ -> {});
    }

    /// The service takes the next order, and nobody hears of it.
    void swallowAnswer() {
        first(ORDERS, Route::fetch);
    }

    /// Without a route left, the browser would let go of what is held: so the others pass through this one.
    private void first(String path, Consumer<Route> does) {
        page.route(
                path,
                route -> {
                    if (held.isEmpty()) {
                        held.add(route);
                        does.accept(route);
                    } else {
                        route.resume();
                    }
                });
    }

    void awaitHeld() {
        page.waitForCondition(() -> !held.isEmpty());
    }

    void letGo() {
        held.getFirst().resume();
    }

    /// The service takes the next order, and the line breaks before its answer.
    void resetAfterOrder() {
        afterOrder(route -> route.abort("connectionreset"));
    }

    /// The service takes the next order, and the page hears this of it.
    void answerInstead(FulfillOptions answer) {
        afterOrder(route -> route.fulfill(answer));
    }

    private void afterOrder(Consumer<Route> does) {
        page.route(
                ORDERS,
                route -> {
                    route.fetch();
                    does.accept(route);
                },
                new RouteOptions().setTimes(1));
    }
}
