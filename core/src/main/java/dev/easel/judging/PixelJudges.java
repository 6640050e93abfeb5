package dev.easel.judging;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence.Output;
import dev.easel.workflow.Task;

import java.util.ArrayList;
import java.util.List;

/// The judges that look at pixels. They answer at once, always the same for the same pixels, and
/// cannot be talked round by what is written on a picture.
public final class PixelJudges {

    private PixelJudges() {}

    /// One finding for each judge on the rubric's panel that looks at pixels, in the panel's order.
    /// Never throws for a bad output.
    public static List<Finding> judge(Rubric rubric, Evidence evidence) {
        var sitting = rubric.panel().stream().filter(Judge::looksAtPixels).toList();
        return switch (evidence.output()) {
            case Output.Broken(var reason) ->
                    sitting.stream().map(judge -> unread(judge, reason)).toList();
            case Output.Decoded(var output) -> judge(rubric.task(), sitting, evidence, output);
        };
    }

    private static Finding unread(Judge judge, String reason) {
        return judge == Judge.TECHNICAL
                ? TechnicalJudge.broken(reason)
                : Finding.abstain(judge, "There is no picture to look at.");
    }

    private static List<Finding> judge(
            Task task, List<Judge> sitting, Evidence evidence, Pixels output) {
        var scene = new Scene(task, evidence.photo(), evidence.mask(), output);
        var findings = new ArrayList<Finding>();
        for (var judge : sitting) {
            findings.add(
                    switch (judge) {
                        case TECHNICAL -> TechnicalJudge.judge(scene);
                        case CHANGE -> ChangeJudge.judge(scene);
                        case PRESERVATION -> PreservationJudge.judge(scene);
                        case USABILITY -> UsabilityJudge.judge(scene);
                        case SENTINEL, FIRST_VIEWER, SECOND_VIEWER, THIRD_VIEWER ->
                                throw new IllegalArgumentException("does not look at pixels");
                    });
        }
        return findings;
    }
}
