package dev.easel.judging;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.SENTINEL;
import static dev.easel.judging.Judge.TECHNICAL;
import static dev.easel.judging.Judge.USABILITY;

import dev.easel.workflow.Task;

import java.util.List;
import java.util.Set;

/// The rubric of every task.
public final class Rubrics {

    private static final int VERSION = 1;

    private Rubrics() {}

    public static Rubric of(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL, REFERENCE_INPAINT ->
                    rubric(task, TECHNICAL, CHANGE, PRESERVATION, SENTINEL);
            case CUT_OUT, WHITE_BACKGROUND -> rubric(task, TECHNICAL, CHANGE, USABILITY, SENTINEL);
            case TAG_REMOVAL, POINT_EDIT, SCENE, EXTEND, RESTYLE, EDIT, ISOLATION ->
                    rubric(task, TECHNICAL, CHANGE, SENTINEL);
            case TEXT_TO_IMAGE, UPSCALE -> rubric(task, TECHNICAL, SENTINEL);
            case CHILDREN ->
                    throw new IllegalArgumentException("a package is judged by its children");
        };
    }

    /// Everybody on it is required: with so few judges, none can be spared.
    private static Rubric rubric(Task task, Judge... panel) {
        return new Rubric(task, VERSION, List.of(panel), Set.of(panel));
    }
}
