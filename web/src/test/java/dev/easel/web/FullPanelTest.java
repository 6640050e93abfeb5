package dev.easel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.local.Stack;
import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// The Studio of a deployment that has three models on its panel beside the evaluation service.
class FullPanelTest extends StudioStates {

    private static final List<String> MODELS =
            List.of("gemini:honest-1", "openai:honest-2", "bedrock:easel.honest-3:0");

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = StudioStack.another(Map.of("Panel", "sentinel," + String.join(",", MODELS)));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "phone"})
    void fiveMayObjectAndNobodyLearnsWhoTheyAre(String size) {
        come(size);
        StudioStack.simulate(stack, Scenario.CHANGED_OUTSIDE);
        load(stack, "/");
        new Studio(page)
                .ready()
                .sample("coffee.jpg")
                .open("remove-object")
                .rectangle(380, 120, 80, 200)
                .apply()
                .verdict("red");

        assertThat(page.locator("#badge")).hasText("5 quality issues detected");
        page.locator("#badge").click();
        assertThat(page.locator("#drawer [data-result=fail] strong"))
                .hasText(
                        new String[] {
                            "Rest preserved",
                            "Visual inspection",
                            "First viewer",
                            "Second viewer",
                            "Third viewer"
                        });
        assertThat(page.locator(".boxes rect")).hasCount(4);
        assertThat(page.locator("#drawer [data-agrees]").first()).isVisible();
        look("full-panel");
        assertThat(everything())
                .doesNotContain(MODELS)
                .doesNotContain("honest", "gemini", "bedrock");
    }
}
