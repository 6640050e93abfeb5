package dev.easel.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Box;
import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.workflow.Task;

import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// What the pixel judges said of an output, and ways to check it.
record Heard(List<Finding> all) {

    Finding of(Judge judge) {
        return all.stream().filter(found -> found.judge() == judge).findFirst().orElseThrow();
    }

    static Heard judge(Task task, @Nullable Pixels photo, @Nullable Pixels mask, Pixels output) {
        return new Heard(
                PixelJudges.judge(
                        Rubrics.of(task), new Evidence(photo, mask, new Output.Decoded(output))));
    }

    static void assertPass(Finding finding) {
        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.PASS);
    }

    static AbstractStringAssert<?> assertFail(Finding finding) {
        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.FAIL);
        assertThat(finding.hard()).as(finding.toString()).isFalse();
        return assertThat(finding.reasoning());
    }

    static AbstractStringAssert<?> assertHard(Finding finding) {
        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.FAIL);
        assertThat(finding.hard()).as(finding.toString()).isTrue();
        return assertThat(finding.reasoning());
    }

    /// What it measured by this name is beyond its limit.
    static Limit assertBeyond(Finding finding, String name) {
        var measured = Objects.requireNonNull(finding.measured().get(name), name);
        var limit = Objects.requireNonNull(finding.limits().get(name), name);
        assertThat(limit.holds(measured)).as(finding.toString()).isFalse();
        return limit;
    }

    /// Within a few pixels on every side.
    static void assertNear(@Nullable Box box, Box drawn) {
        var found = Objects.requireNonNull(box);
        int within = 8;
        assertThat(found.x())
                .as(found.toString())
                .isBetween(drawn.x() - within, drawn.x() + within);
        assertThat(found.y())
                .as(found.toString())
                .isBetween(drawn.y() - within, drawn.y() + within);
        assertThat(found.width()).isBetween(drawn.width() - within, drawn.width() + within);
        assertThat(found.height()).isBetween(drawn.height() - within, drawn.height() + within);
    }
}
