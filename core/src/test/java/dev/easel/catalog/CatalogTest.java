package dev.easel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.image.AspectRatio;
import dev.easel.routing.Allowlist;
import dev.easel.routing.Candidate;
import dev.easel.routing.Route;
import dev.easel.routing.TierTable;
import dev.easel.workflow.Availability;
import dev.easel.workflow.Availability.Available;
import dev.easel.workflow.Requirement;
import dev.easel.workflow.Tier;
import dev.easel.workflow.Workflow;
import dev.easel.workflow.Workflows;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        assertThat(CATALOG.offer(workflow("remove-tag"), Tier.ONE_K))
                .isInstanceOfSatisfying(
                        Offer.ComingSoon.class,
                        offer -> assertThat(offer.notice()).contains("Remove an object"));
    }

    @Test
    void aWorkflowThatRestsIsRefusedWithItsNoticeAtEveryTier() {
        var resting = CATALOG.without(Map.of("edit", "Back soon."));

        assertThat(resting.availability(workflow("edit")))
                .isEqualTo(new Availability.Parked("Back soon."));
        for (var tier : Tier.values()) {
            assertThat(resting.offer(workflow("edit"), tier))
                    .isEqualTo(new Offer.Parked("Back soon."));
        }
        assertThat(resting.availability(workflow("create"))).isEqualTo(new Available());
    }

    @Test
    void aPackageRestsWhileAPartOfItDoes() {
        var resting = opened("product-set").without(Map.of("extend", "Back soon."));

        assertThat(resting.availability(openedWorkflow("product-set")))
                .isEqualTo(new Availability.Parked("Back soon."));
        assertThat(resting.offer(openedWorkflow("product-set"), Tier.ONE_K))
                .isEqualTo(new Offer.Parked("Back soon."));
    }

    @Test
    void whatWasNeverOpenDoesNotRest() {
        assertThat(
                        CATALOG.without(Map.of("remove-tag", "Back soon."))
                                .offer(workflow("remove-tag"), Tier.ONE_K))
                .isInstanceOf(Offer.ComingSoon.class);
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
                        new Allowlist(Set.of("google/nano-banana-2")),
                        Set.of("runflow"));

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
                                        new Candidate("a", "allowed"),
                                        new Candidate("b", "unknown"))));
        var catalog =
                new Catalog(
                        Workflows.ALL, tiers, new Allowlist(Set.of("allowed")), Set.of("a", "b"));

        assertThat(catalog.offer(workflow("create"), Tier.ONE_K))
                .isEqualTo(new Offer.ModelNotAllowed("unknown"));
        assertThat(catalog.with(Set.of("a")).offer(workflow("create"), Tier.ONE_K))
                .as("nobody is asked for it")
                .isInstanceOf(Offer.Dispatchable.class);
    }

    @Test
    void aRouteLeadsOnlyThroughTheProvidersOfTheDeploymentAndInTheOrderOfTheTable() {
        var both = CATALOG.with(Set.of("replicate", "google"));

        assertThat(both.offer(workflow("create"), Tier.TWO_K))
                .isEqualTo(
                        new Offer.Dispatchable(
                                Route.of(
                                        new Candidate("google", "gemini-3.1-flash-image"),
                                        new Candidate("replicate", "google/nano-banana-2"))));
    }

    @Test
    void whereNoProviderOfALineIsConfiguredItIsNotOffered() {
        assertThat(CATALOG.with(Set.of("google")).offer(workflow("upscale"), Tier.TWO_K))
                .isEqualTo(new Offer.NoRoute());
    }

    @Test
    void everyModelOfTheTableMayBeDispatched() {
        assertThat(TierTable.STANDARD.lines())
                .allSatisfy(line ->
                        assertThat(Allowlist.STANDARD.missing(line.route()))
                                .as("%s at %s", line.workflow(), line.tier())
                                .isEmpty());
    }

    @Test
    void twoLinesForOnePlaceAreRefused() {
        var line = TierTable.line("create", Tier.ONE_K, new Candidate("a", "m"));

        assertThatThrownBy(() -> new TierTable(List.of(line, line)))
                .hasMessage("two lines for create at 1K");
    }

    @Test
    void aParkedWorkflowIsWiredAllTheSame() {
        assertThat(opened("remove-tag").offer(openedWorkflow("remove-tag"), Tier.ONE_K))
                .isInstanceOf(Offer.Dispatchable.class);
    }

    @Test
    void aPackageIsOfferedWhereAllItsChildrenAre() {
        var set = openedWorkflow("product-set");

        assertThat(opened("product-set").offer(set, Tier.TWO_K))
                .isEqualTo(new Offer.Fanned(set.children()));
        assertThat(opened("product-set").offer(set, Tier.FOUR_K)).isEqualTo(new Offer.NoRoute());
    }

    @Test
    void whatStandsInTheWayOfAChildStandsInTheWayOfThePackage() {
        var open = opened("product-set");
        var strict =
                new Catalog(
                        open.workflows(),
                        open.tiers(),
                        new Allowlist(Set.of("bria/background/remove", "runflow/background-color")),
                        open.providers());

        assertThat(strict.offer(openedWorkflow("product-set"), Tier.ONE_K))
                .isEqualTo(new Offer.ModelNotAllowed("runflow/outpaint/aspect-ratio"));
    }

    @Test
    void aShapeIsKnownHoweverItIsSpelled() {
        assertThat(CATALOG.aspectRatio(workflow("extend"), Tier.ONE_K, "42:18"))
                .contains(new AspectRatio(21, 9));
        assertThat(CATALOG.aspectRatio(workflow("extend"), Tier.ONE_K, "5:1")).isEmpty();
    }

    @Test
    void whereAWorkflowTakesAShapeThereAreShapesToChooseFromAndNowhereElse() {
        for (var workflow : CATALOG.workflows()) {
            var takes = workflow.takes(Requirement.ASPECT_RATIO);
            for (var tier : Tier.values()) {
                var offered = takes && CATALOG.offer(workflow, tier).isDispatchable();

                assertThat(CATALOG.aspectRatios(workflow, tier))
                        .as("%s at %s", workflow.id(), tier)
                        .hasSize(offered ? 10 : 0);
            }
        }
    }

    @Test
    void aPackageIsNotOfferedWhereAChildsShapeCannotBeMade() {
        var open = opened("product-set");
        var lines =
                open.tiers().lines().stream()
                        .map(line -> line.shaped(List.of(new AspectRatio(1, 1))))
                        .toList();
        var square =
                new Catalog(
                        open.workflows(), new TierTable(lines), open.allowlist(), open.providers());

        assertThat(square.offer(openedWorkflow("product-set"), Tier.ONE_K))
                .as("4:5 is missing")
                .isEqualTo(new Offer.NoRoute());
    }

    @Test
    void itIsKnownWhichWorkflowsAModelServes() {
        assertThat(CATALOG.workflowsOn("runflow", "google/nano-banana-2/edit"))
                .containsExactly("point-edit", "new-scene", "restyle", "edit");
        assertThat(CATALOG.workflowsOn("runflow", "google/nano-banana-pro")).isEmpty();
        assertThat(CATALOG.workflowsOn("prodia", "google/nano-banana-2")).isEmpty();
    }

    /// The standard catalogue with this workflow open.
    private static Catalog opened(String id) {
        return new Catalog(
                Workflows.ALL.stream()
                        .map(workflow -> workflow.id().equals(id) ? open(workflow) : workflow)
                        .toList(),
                TierTable.STANDARD,
                Allowlist.STANDARD,
                CATALOG.providers());
    }

    private static Workflow openedWorkflow(String id) {
        return opened(id).workflow(id).orElseThrow();
    }

    private static Workflow open(Workflow workflow) {
        return new Workflow(
                workflow.id(),
                workflow.label(),
                workflow.group(),
                workflow.kind(),
                workflow.requires(),
                workflow.task(),
                new Available(),
                workflow.children());
    }

    private static boolean isDispatchable(Workflow workflow) {
        return Arrays.stream(Tier.values())
                .anyMatch(tier -> CATALOG.offer(workflow, tier).isDispatchable());
    }

    private static Workflow workflow(String id) {
        return CATALOG.workflow(id).orElseThrow();
    }
}
