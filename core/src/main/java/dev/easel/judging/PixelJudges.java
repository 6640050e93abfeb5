package dev.easel.judging;

import dev.easel.image.AspectRatio;
import dev.easel.judging.Evidence.Output;
import dev.easel.workflow.Task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            case Output.Decoded(var output) -> {
                var scene = new Scene(evidence, output);
                yield sitting.stream().map(judge -> judge(judge, rubric.task(), scene)).toList();
            }
        };
    }

    /// What speaks against a picture that was made from words alone, in a sentence: that it is none,
    /// that nothing can be seen on it, or that it has another shape than was asked for.
    public static Optional<String> objection(AspectRatio shape, Evidence.Output output) {
        return switch (output) {
            case Output.Broken(var reason) -> Optional.of(reason);
            case Output.Decoded(var pixels) -> {
                var scene = new Scene(new Evidence(null, null, shape, output), pixels);
                yield Stream.of(PixelCheck.CONTENT, PixelCheck.ASKED_SHAPE)
                        .map(check -> make(check, scene))
                        .filter(ruling -> ruling.result() == Result.FAIL)
                        .map(Ruling::sentence)
                        .findFirst();
            }
        };
    }

    private static Finding unread(Judge judge, String reason) {
        return judge == Judge.TECHNICAL
                ? Findings.of(judge, List.of(TechnicalJudge.broken(reason)))
                : Finding.abstain(judge, "There is no picture to look at.");
    }

    private static Finding judge(Judge judge, Task task, Scene scene) {
        return Findings.of(
                judge,
                Rubrics.checks(task).stream()
                        .filter(check -> check.judge() == judge)
                        .map(check -> make(check, scene))
                        .toList());
    }

    private static Ruling make(PixelCheck check, Scene scene) {
        return switch (check) {
            case CONTENT -> TechnicalJudge.content(scene);
            case SHAPE -> TechnicalJudge.shape(scene);
            case ASKED_SHAPE -> TechnicalJudge.askedShape(scene);
            case ENLARGEMENT -> TechnicalJudge.enlargement(scene);
            case CHANGE_INSIDE -> ChangeJudge.inside(scene);
            case REMOVAL -> ChangeJudge.removal(scene);
            case CHANGE -> ChangeJudge.anywhere(scene);
            case BACKGROUND_CHANGE -> ChangeJudge.background(scene);
            case SURROUNDINGS -> PreservationJudge.surroundings(scene);
            case SUBJECT -> PreservationJudge.subject(scene);
            case PICTURE -> PreservationJudge.picture(scene);
            case MIDDLE -> PreservationJudge.middle(scene);
            case CLEAR_BACKGROUND -> UsabilityJudge.clear(scene);
            case WHITE_BACKGROUND -> UsabilityJudge.white(scene);
            case EDGE -> EdgeJudge.judge(scene);
        };
    }
}
