package dev.easel.judging;

import dev.easel.workflow.Task;

import java.util.List;
import java.util.Set;

/// Who judges a task. A judge that this deployment does not have is not on the panel, and the
/// evaluation says which panel sat.
///
/// @param task what is judged
/// @param version changes whenever the rubric does, so that old verdicts stay readable
/// @param panel who is asked, in order
/// @param required without whom no verdict is given
public record Rubric(Task task, int version, List<Judge> panel, Set<Judge> required) {

    public Rubric {
        panel = List.copyOf(panel);
        required = Set.copyOf(required);
        if (!panel.containsAll(required)) {
            throw new IllegalArgumentException("a required judge sits on the panel");
        }
    }
}
