package dev.easel.judging;

import dev.easel.workflow.Task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rubric of every task: who sits on its panel, which checks those have to make who look at pixels,
/// and what the others are asked.
public final class Rubrics {

    /// Goes up with every change of a check, a limit or a question.
    private static final int VERSION = 2;

    /// So many of those who look as a person would have to answer, where there are so many.
    private static final int QUORUM = 2;

    /// Where that judge may abstain: nobody can say what the subject is where the background stayed, and
    /// a picture of another shape than was asked for is told of once.
    private static final Set<Task> SPARES_PRESERVATION =
            EnumSet.of(Task.CUT_OUT, Task.WHITE_BACKGROUND, Task.EXTEND);

    private Rubrics() {}

    /// The rubric of a deployment that has the evaluation service and nobody else.
    public static Rubric of(Task task) {
        return of(task, List.of(Judge.SENTINEL));
    }

    /// The rubric of a deployment.
    ///
    /// @param others whom it has besides those who look at pixels, in their order
    public static Rubric of(Task task, List<Judge> others) {
        var pixels = pixelJudges(task);
        var panel = new ArrayList<>(pixels);
        panel.addAll(others);
        var required = new HashSet<>(pixels);
        if (SPARES_PRESERVATION.contains(task)) {
            required.remove(Judge.PRESERVATION);
        }
        return new Rubric(
                task,
                VERSION,
                panel,
                required,
                Math.min(QUORUM, others.size()),
                Questions.of(task));
    }

    private static List<Judge> pixelJudges(Task task) {
        if (task == Task.CHILDREN) {
            throw new IllegalArgumentException("a package is judged by its children");
        }
        return checks(task).stream().map(PixelCheck::judge).distinct().sorted().toList();
    }

    /// In the order in which they speak: the first that fails speaks for its judge.
    public static List<PixelCheck> checks(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.SHAPE,
                            PixelCheck.CHANGE_INSIDE,
                            PixelCheck.REMOVAL,
                            PixelCheck.SURROUNDINGS);
            case REFERENCE_INPAINT ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.SHAPE,
                            PixelCheck.CHANGE_INSIDE,
                            PixelCheck.SURROUNDINGS);
            case CUT_OUT ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.SHAPE,
                            PixelCheck.BACKGROUND_CHANGE,
                            PixelCheck.SUBJECT,
                            PixelCheck.CLEAR_BACKGROUND,
                            PixelCheck.EDGE);
            case WHITE_BACKGROUND ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.SHAPE,
                            PixelCheck.BACKGROUND_CHANGE,
                            PixelCheck.SUBJECT,
                            PixelCheck.WHITE_BACKGROUND,
                            PixelCheck.EDGE);
            case EXTEND ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.ASKED_SHAPE,
                            PixelCheck.CHANGE,
                            PixelCheck.MIDDLE);
            case UPSCALE ->
                    List.of(
                            PixelCheck.CONTENT,
                            PixelCheck.SHAPE,
                            PixelCheck.ENLARGEMENT,
                            PixelCheck.PICTURE);
            case TAG_REMOVAL, POINT_EDIT ->
                    List.of(PixelCheck.CONTENT, PixelCheck.SHAPE, PixelCheck.CHANGE);
            case SCENE, RESTYLE, EDIT, ISOLATION -> List.of(PixelCheck.CONTENT, PixelCheck.CHANGE);
            case TEXT_TO_IMAGE, CHILDREN -> List.of(PixelCheck.CONTENT);
        };
    }
}
