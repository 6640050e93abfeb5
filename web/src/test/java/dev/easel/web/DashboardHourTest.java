package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A page that stands open for an hour.
class DashboardHourTest extends StandingPage {

    private static final String SHOWN =
            "() => [...document.querySelectorAll('.tile img')].every(i => i.complete &&"
                    + " i.naturalWidth > 0)";

    @BeforeEach
    void look() {
        open("?window=1h");
        toThePictures();
    }

    /// Down to the pictures: whatever is in view is fetched.
    private void toThePictures() {
        page.locator(".tile").last().scrollIntoViewIfNeeded();
        page.waitForFunction(SHOWN);
    }

    @Test
    void noPictureBreaksAndNoneIsFetchedTwiceInEightMinutes() {
        while (elapsed.compareTo(Duration.ofHours(1)) < 0) {
            passToAnAnswer(STEP);
            page.waitForFunction(SHOWN);
            assertThat(page.locator(".tile").filter(containing("expired"))).hasCount(0);
        }

        assertThat(downloads).hasSizeGreaterThan(18);
        assertThat(downloads.values())
                .allSatisfy(times -> assertThat(times).hasSizeBetween(6, 8))
                .allSatisfy(times -> {
                    for (int i = 1; i < times.size(); i++) {
                        assertThat(times.get(i).minus(times.get(i - 1)))
                                .isGreaterThanOrEqualTo(Duration.ofMinutes(8));
                    }
                });
        assertThat(refused).isZero();
    }

    @Test
    void whatIsLookedAtOnlyAfterAnHourIsThere() {
        for (int i = 0; i < 4; i++) {
            passToAnAnswer(STEP);
        }
        // Asleep, as a laptop is: no timer runs, and every address dies.
        passToAnAnswer(Duration.ofHours(1));

        page.getByText("Show older").click();
        toThePictures();
        page.locator(".tile[data-result=success]").last().click();

        page.waitForFunction(
                "() => { const i = document.querySelector('dialog img'); return i.complete &&"
                        + " i.naturalWidth > 1000 }");
        assertThat(refused).isZero();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
