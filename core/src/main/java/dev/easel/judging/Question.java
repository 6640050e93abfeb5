package dev.easel.judging;

import dev.easel.id.EvaluationId;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// What an evaluator is asked: to look at an output beside what went in. Pictures are https URLs,
/// signed for this call.
///
/// @param criteria what judges are asked who look as a person would; evaluators that bring their own
///     ignore them
/// @param exhibits the same pictures, for judges that take bytes rather than links
public record Question(
        EvaluationId reference,
        Task task,
        List<Criterion> criteria,
        URI output,
        @Nullable URI photo,
        @Nullable URI mask,
        @Nullable String prompt,
        Exhibits exhibits) {

    public Question {
        criteria = List.copyOf(criteria);
    }
}
