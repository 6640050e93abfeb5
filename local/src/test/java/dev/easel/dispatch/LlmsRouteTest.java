package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.catalog.Catalog;
import dev.easel.routing.Allowlist;

import org.junit.jupiter.api.Test;

import java.util.Set;

class LlmsRouteTest {

    private static final Catalog CATALOG = Catalog.STANDARD;

    @Test
    void everyWorkflowHasItsSection() {
        assertThat(text(CATALOG))
                .startsWith("# Easel\n")
                .contains(
                        CATALOG.workflows().stream()
                                .map(workflow ->
                                        "\n### " + workflow.id() + ": " + workflow.label() + "\n")
                                .toArray(String[]::new));
    }

    @Test
    void aSectionSaysWhatIsNeededWhatItCostsAndWhoMakesIt() {
        assertThat(section(CATALOG, "extend"))
                .isEqualTo(
                        """
                        ### extend: Extend the picture

                        - group: Background
                        - kind: simple
                        - needs: image, aspect_ratio
                        - judged as: extend
                        - 1K: dispatchable; cost units: 1; aspect ratios: 21:9 16:9 3:2 4:3 5:4 1:1 \
                        4:5 3:4 2:3 9:16; models: runflow/outpaint/aspect-ratio at runflow
                        - 2K: dispatchable; cost units: 4; aspect ratios: 21:9 16:9 3:2 4:3 5:4 1:1 \
                        4:5 3:4 2:3 9:16; models: runflow/outpaint/aspect-ratio at runflow
                        - 4K: not dispatchable. This is not offered at this size.
                        """);
    }

    @Test
    void onlyModelsOfProvidersThatTheDeploymentHasAreNamedInTheirOrder() {
        var catalog = CATALOG.with(Set.of("runflow", "google"));

        assertThat(section(catalog, "create"))
                .contains(
                        "models: google/nano-banana-2 at runflow, gemini-3.1-flash-image at"
                                + " google\n")
                .doesNotContain("replicate");
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        var strict =
                new Catalog(
                        CATALOG.workflows(),
                        CATALOG.tiers(),
                        new Allowlist(Set.of()),
                        CATALOG.providers());

        assertThat(section(CATALOG, "remove-tag")).contains("- 1K: not dispatchable. Finding a");
        assertThat(section(strict, "upscale"))
                .contains("not allowed in this deployment. (topaz/upscale/image)");
    }

    @Test
    void aPackageNamesItsRuns() {
        assertThat(section(CATALOG, "product-set"))
                .contains("- runs: cut-out, white-background, extend 1:1, extend 4:5\n");
    }

    private static String section(Catalog catalog, String workflow) {
        var text = text(catalog);
        var start = text.indexOf("### " + workflow + ":");
        var end = text.indexOf("\n### ", start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static String text(Catalog catalog) {
        return LlmsRoute.text(catalog);
    }
}
