package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Recipes as somebody writes and runs them.
record Recipes(Page page) {

    /// A new one, by its sheet, which stays open. Steps that want words get some.
    Recipes write(String... workflows) {
        page.locator("[data-act=new-recipe]").click();
        for (var workflow : workflows) {
            add(workflow);
        }
        return this;
    }

    Recipes add(String workflow) {
        page.locator("#step").selectOption(workflow);
        page.locator("[data-act=add-step]").click();
        // To the next step, or to what is against this one.
        assertThat(page.locator("#step:focus, #beside-step:focus")).hasCount(1);
        var words = rows().last().locator("[data-field=prompt]");
        if (words.count() > 0 && words.inputValue().isEmpty()) {
            words.fill("Make it late autumn");
        }
        return this;
    }

    Recipes close() {
        page.locator("#recipe header button").click();
        assertThat(page.locator("#recipe")).isHidden();
        return this;
    }

    Recipes run() {
        page.locator("[data-act=run-recipe]").click();
        return this;
    }

    /// Waits until it is so with the one that runs.
    Recipes is(String state) {
        if (state.equals("done")) {
            // One after the other: each has its time.
            for (int step = 0; step < course().locator("li").count(); step++) {
                assertThat(step(step)).hasAttribute("data-state", "past");
            }
        }
        assertThat(course()).hasAttribute("data-state", state);
        return this;
    }

    Locator course() {
        return page.locator(".course");
    }

    Locator step(int index) {
        return page.locator(".course [data-step='" + index + "']");
    }

    Locator rows() {
        return page.locator("#recipe [data-row]");
    }

    Locator version(int number) {
        return page.locator(".strip [data-version='" + number + "']");
    }

    /// Of this hour.
    int runsLeft() {
        return ((Number)
                        page.evaluate(
                                """
                                async () => (await (await fetch('/v1/limits')).json()).limits
                                  .find(limit => limit.name === 'runs-per-address').remaining
                                """))
                .intValue();
    }

    /// What is kept in this browser, as text.
    String work() {
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
}
