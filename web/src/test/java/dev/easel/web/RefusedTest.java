package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.ResumeOptions;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.regex.Pattern;

/// An order that is not taken.
class RefusedTest extends StudioStates {

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void whoHasNoRunLeftSeesForHowLongAndNothingIsSentUntilThen(String size) {
        expectError("429");
        come(size);
        page.clock().install();
        var studio = enter();
        simulate(Scenario.INVALID);
        spendAll();
        studio.open("create").prompt("A pear on blue linen");
        var sent = Sent.orders(page);

        studio.apply();
        assertThat(studio.beside())
                .containsText(Pattern.compile("The next is possible in \\d+ (min|h)"));
        var apply = page.locator("[data-act=apply]");
        assertThat(apply).hasAttribute("aria-disabled", "true");
        page.keyboard().press("Control+Enter");
        apply.press("Enter");
        assertThat(sent.count()).isEqualTo(1);
        look("held");

        page.clock().fastForward("01:00:10");
        assertThat(apply).not().hasAttribute("aria-disabled", "true");
        apply.click();
        sent.await(2);
    }

    /// As somebody else on the same line would.
    private void spendAll() {
        var left =
                page.evaluate(
                        """
                        async () => {
                          const body = JSON.stringify({workflow: 'create', prompt: 'A pear on blue linen'});
                          const headers = {'content-type': 'application/json'};
                          let answer;
                          for (let i = 0; i < 20; i++) answer = await fetch('/v1/generations', {method: 'POST', headers, body});
                          return answer.status;
                        }
                        """);
        assertThat(left).isEqualTo(202);
    }

    /// The API is asked for what it does not have: the page would not.
    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void whatIsRefusedIsToldInWordsOfThePageWithASmallNumberToAskAfter(String size) {
        expectError("400");
        var studio = enter(size).sample("coffee.jpg").open("isolate");
        page.route(
                "**/v1/generations",
                route -> {
                    var order = String.valueOf(route.request().postData());
                    route.resume(new ResumeOptions().setPostData(order.replace("1K", "9K")));
                });

        studio.apply();

        assertThat(studio.beside()).containsText("The resolution");
        assertThat(studio.beside()).not().containsText(Pattern.compile("/tier|violation|\\{|9457"));
        assertThat(studio.beside().locator("code")).hasText(Pattern.compile("\\w{8,}"));
        assertThat(studio.beside().locator(".request")).hasCSS("font-size", "12px");
        assertThat(page.locator("#beside-apply")).hasAttribute("role", "alert");
        look("order-refused");
    }
}
