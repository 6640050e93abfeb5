package dev.easel.judging;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.SENTINEL;
import static dev.easel.judging.Judge.TECHNICAL;
import static dev.easel.judging.Judge.USABILITY;

import dev.easel.workflow.Task;

import java.util.List;
import java.util.Set;

/// The rubric of every task: who sits on its panel, and which checks those have to make who look at
/// pixels.
public final class Rubrics {

    private static final int VERSION = 2;

    private Rubrics() {}

    public static Rubric of(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL, REFERENCE_INPAINT ->
                    rubric(task, TECHNICAL, CHANGE, PRESERVATION, SENTINEL);
            // Where the new background is none, nobody can say what the subject is.
            case CUT_OUT, WHITE_BACKGROUND ->
                    new Rubric(
                            task,
                            VERSION,
                            List.of(TECHNICAL, CHANGE, PRESERVATION, USABILITY, SENTINEL),
                            Set.of(TECHNICAL, CHANGE, USABILITY, SENTINEL));
            // A picture of another shape than was asked for is told of once.
            case EXTEND ->
                    new Rubric(
                            task,
                            VERSION,
                            List.of(TECHNICAL, CHANGE, PRESERVATION, SENTINEL),
                            Set.of(TECHNICAL, CHANGE, SENTINEL));
            case TAG_REMOVAL, POINT_EDIT, SCENE, RESTYLE, EDIT, ISOLATION ->
                    rubric(task, TECHNICAL, CHANGE, SENTINEL);
            case UPSCALE -> rubric(task, TECHNICAL, PRESERVATION, SENTINEL);
            case TEXT_TO_IMAGE -> rubric(task, TECHNICAL, SENTINEL);
            case CHILDREN ->
                    throw new IllegalArgumentException("a package is judged by its children");
        };
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

    /// Everybody on it is required: with so few judges, none can be spared.
    private static Rubric rubric(Task task, Judge... panel) {
        return new Rubric(task, VERSION, List.of(panel), Set.of(panel));
    }
}
