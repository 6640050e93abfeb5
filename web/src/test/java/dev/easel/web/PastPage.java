package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The reliability page over thirty days of runs, and what the API told it of them.
@Tag(Past.TAG)
abstract class PastPage extends BrowserTest {

    static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void past() {
        Past.get();
    }

    /// Waits until all of it is drawn, and answers what it was told.
    JsonNode open(String search) {
        var answer =
                page.waitForResponse(
                        response -> response.url().contains("/v1/metrics?"),
                        () -> load("/dashboard.html" + search));
        assertThat(page.locator("main[data-ready]")).isVisible();
        return read(answer.text());
    }

    /// Opens the table under each plot, which is not filled before.
    void unfold() {
        for (var table : page.locator(".plots details").all()) {
            table.locator("summary").click();
            assertThat(table.locator("tbody tr").first()).isVisible();
        }
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode provider(JsonNode report, String id) {
        for (var one : report.path("providers")) {
            if (one.path("provider").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("nothing of " + id);
    }
}
