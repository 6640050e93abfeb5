package dev.easel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.routing.Allowlist;
import dev.easel.workflow.Availability.ComingSoon;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class WorkflowsTest {

    @Test
    void thereAreFourteenWithIdsOfTheirOwn() {
        assertThat(Workflows.ALL).hasSize(14);
        assertThat(Workflows.ALL).extracting(Workflow::id).doesNotHaveDuplicates();
    }

    @Test
    void everyOneThatTakesAMaskTakesThePhotoItWasPaintedOn() {
        assertThat(Workflows.ALL)
                .filteredOn(workflow -> workflow.requires(Requirement.MASK))
                .allMatch(workflow -> workflow.requires(Requirement.IMAGE));
    }

    @Test
    void everyOneThatIsComingSoonSaysWhyInAPersonsWords() {
        assertThat(Workflows.ALL)
                .filteredOn(workflow -> workflow.availability() instanceof ComingSoon)
                .extracting(Workflow::id)
                .containsExactly("remove-tag");
        assertThat(Workflows.ALL)
                .filteredOn(workflow -> workflow.availability() instanceof ComingSoon)
                .allSatisfy(workflow ->
                        assertThat(((ComingSoon) workflow.availability()).notice())
                                .endsWith(".")
                                .hasSizeGreaterThan(20));
    }

    @Test
    void noLabelOrNoticeNamesAModelOrACompany() {
        var names =
                Stream.concat(
                                Allowlist.STANDARD.models().stream()
                                        .flatMap(model -> Stream.of(model.split("/"))),
                                Stream.of("runflow", "google", "gemini", "replicate", "openai"))
                        .filter(name ->
                                !List.of("image", "edit", "upscale", "background", "remove")
                                        .contains(name))
                        .toList();

        assertThat(Workflows.ALL)
                .allSatisfy(workflow ->
                        assertThat(words(workflow)).doesNotContain(names.toArray(String[]::new)));
    }

    @Test
    void aPackageTakesWhatItsChildrenNeedAndCountsAsManyRuns() {
        var set = workflow("product-set");

        assertThat(set.children())
                .allSatisfy(child -> {
                    var workflow = workflow(child.workflow());
                    assertThat(workflow.children()).isEmpty();
                    assertThat(workflow.takes(Requirement.ASPECT_RATIO))
                            .isEqualTo(child.aspectRatio() != null);
                    assertThat(workflow.requires())
                            .isSubsetOf(Requirement.IMAGE, Requirement.ASPECT_RATIO);
                });
        assertThat(set.runs()).isEqualTo(4);
        assertThat(set.costUnits(Tier.TWO_K)).isEqualTo(16);
        assertThat(workflow("edit").costUnits(Tier.TWO_K)).isEqualTo(4);
    }

    @Test
    void whatAKindTakesOnTheSideIsNotRequired() {
        var create = workflow("create");

        assertThat(create.takes(Requirement.ASPECT_RATIO)).isTrue();
        assertThat(create.requires(Requirement.ASPECT_RATIO)).isFalse();
        assertThat(create.takes(Requirement.IMAGE)).isFalse();
    }

    private static Workflow workflow(String id) {
        return Workflows.ALL.stream()
                .filter(workflow -> workflow.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Workflow workflow) {
        var notice = workflow.availability() instanceof ComingSoon(var text) ? text : "";
        return (workflow.label() + " " + notice).toLowerCase(Locale.ROOT);
    }
}
