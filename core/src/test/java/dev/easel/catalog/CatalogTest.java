package dev.easel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.routing.Allowlist;
import dev.easel.routing.TierTable;
import dev.easel.routing.Try;
import dev.easel.workflow.Availability.Available;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;
import dev.easel.workflow.Workflows;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.STANDARD;

    @Test
    void everyOpenWorkflowCanBeDispatchedAtSomeTier() {
        assertThat(CATALOG.workflows())
                .filteredOn(workflow -> workflow.availability() instanceof Available)
                .allMatch(CatalogTest::isDispatchable);
    }

    @Test
    void aWorkflowThatIsComingSoonIsRefusedWithItsNotice() {
        assertThat(CATALOG.offer(workflow("restyle"), Tier.ONE_K))
                .isEqualTo(new Offer.ComingSoon("Restyling with references is being wired up."));
    }

    @Test
    void aTierWithoutALineIsNotOffered() {
        assertThat(CATALOG.offer(workflow("remove-object"), Tier.FOUR_K))
                .isEqualTo(new Offer.NoRoute());
    }

    @Test
    void aModelThatTheAllowlistDoesNotHoldIsNamed() {
        var strict =
                new Catalog(
                        Workflows.ALL,
                        TierTable.STANDARD,
                        new Allowlist(Set.of("google/nano-banana-2")));

        assertThat(strict.offer(workflow("create"), Tier.ONE_K))
                .isInstanceOf(Offer.Dispatchable.class);
        assertThat(strict.offer(workflow("edit"), Tier.ONE_K))
                .isEqualTo(new Offer.ModelNotAllowed("google/nano-banana-2/edit"));
    }

    @Test
    void aModelThatOnlyALaterTryNeedsIsMissedToo() {
        var tiers =
                new TierTable(
                        List.of(
                                TierTable.line(
                                        "create",
                                        Tier.ONE_K,
                                        new Try("a", "allowed", "1"),
                                        new Try("b", "unknown", "1"))));
        var catalog = new Catalog(Workflows.ALL, tiers, new Allowlist(Set.of("allowed")));

        assertThat(catalog.offer(workflow("create"), Tier.ONE_K))
                .isEqualTo(new Offer.ModelNotAllowed("unknown"));
    }

    @Test
    void twoLinesForOnePlaceAreRefused() {
        var line = TierTable.line("create", Tier.ONE_K, new Try("a", "m", "1"));

        assertThatThrownBy(() -> new TierTable(List.of(line, line)))
                .hasMessage("two lines for create at 1K");
    }

    private static boolean isDispatchable(Workflow workflow) {
        return Arrays.stream(Tier.values())
                .anyMatch(tier -> CATALOG.offer(workflow, tier) instanceof Offer.Dispatchable);
    }

    private static Workflow workflow(String id) {
        return CATALOG.workflow(id).orElseThrow();
    }
}
