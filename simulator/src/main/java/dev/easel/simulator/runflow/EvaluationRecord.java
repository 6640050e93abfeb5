package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.job.Ids;
import dev.easel.simulator.judge.Finding;
import dev.easel.simulator.judge.Opinion;
import dev.easel.simulator.script.Scenario;
import dev.easel.simulator.web.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Writes an evaluation as it is documented. What is embedded is absent unless asked for.
final class EvaluationRecord {

    private static final String[] ASKED = {
        "run_id",
        "task_type",
        "task_description",
        "generation_prompt",
        "generated_image_url",
        "input_attributes",
        "evaluation_instructions",
        "reference_images",
        "client_ref",
        "callback_url"
    };
    private static final String[] UNKNOWN = {
        "target_type_code",
        "model_id",
        "flow_id",
        "comfyui_workflow_id",
        "override_reason",
        "primary_action_code",
        "parent_evaluation_id",
        "superseded_at",
        "feedback_is_positive",
        "feedback_reason"
    };

    private EvaluationRecord() {}

    static ObjectNode of(Evaluation evaluation, Instant now, Set<String> embeds) {
        var record = Json.object().put("id", evaluation.id).put("org_id", Ids.ORGANIZATION);
        for (var field : UNKNOWN) {
            record.putNull(field);
        }
        for (var field : ASKED) {
            record.set(field, evaluation.order.get(field));
        }
        record.put("status_code", evaluation.status(now));
        record.put("job_class_code", Json.text(evaluation.order, "job_class", "standard"));
        record.put("attempt_number", 1);
        record.put("created_at", Json.time(evaluation.timeline.created()));
        record.put("submitted_at", Json.time(evaluation.timeline.created()));
        record.put(
                "updated_at", Json.time(evaluation.ended().orElse(evaluation.timeline.created())));
        record.put("completed_at", Json.time(evaluation.ended().orElse(null)));
        record.putObject("links");
        verdict(record, evaluation);
        embed(record, evaluation, embeds);
        return record;
    }

    private static void verdict(ObjectNode record, Evaluation evaluation) {
        record.putNull("overall_passed").putNull("weighted_pass_rate").putNull("failure_code");
        record.putNull("eval_duration_ms").putNull("cost");
        record.putObject("check_summary");
        var issues = record.putArray("top_issues");
        var strengths = record.putArray("top_strengths");
        record.put("analysis_modules_executed", 0);
        evaluation
                .ended()
                .ifPresent(ended -> {
                    var took = Duration.between(evaluation.timeline.created(), ended);
                    record.put("eval_duration_ms", took.toMillis());
                });
        evaluation
                .opinion()
                .ifPresent(opinion -> {
                    switch (opinion) {
                        case Opinion.Refused refused -> record.put("failure_code", refused.code());
                        case Opinion.Given given -> {
                            record.put("cost", Evaluation.COST);
                            record.put("analysis_modules_executed", given.findings().size());
                            given.issues().forEach(issues::add);
                            given.strengths().forEach(strengths::add);
                            if (evaluation.scenario != Scenario.EVALUATION_NULL) {
                                record.put("overall_passed", given.passed());
                                record.put("weighted_pass_rate", given.passRate());
                            }
                        }
                    }
                });
    }

    /// The shapes of `action` and `gate_failures` are documented nowhere: null, and the names of
    /// the judges that failed.
    private static void embed(ObjectNode record, Evaluation evaluation, Set<String> embeds) {
        var given =
                evaluation.opinion().orElse(null) instanceof Opinion.Given opinion
                        ? opinion
                        : Opinion.NONE;
        if (embeds.contains("judges")) {
            var judges = record.putArray("judges");
            given.findings().forEach(finding -> judges.add(judge(evaluation, finding)));
        }
        if (embeds.contains("action")) {
            record.putNull("action");
        }
        if (embeds.contains("gate_failures")) {
            var gates = record.putArray("gate_failures");
            given.findings().stream()
                    .filter(finding -> !finding.passed() && finding.weight() >= Finding.GATE)
                    .forEach(finding -> gates.add(finding.name()));
        }
    }

    private static ObjectNode judge(Evaluation evaluation, Finding finding) {
        var id = Ids.stable(evaluation.id + finding.name());
        var judge = Json.object().put("id", id).put("evaluation_id", evaluation.id);
        judge.put("name", finding.name()).put("description", finding.description());
        judge.put("category", finding.category()).put("passed", finding.passed());
        judge.put("confidence", finding.confidence()).put("weight", finding.weight());
        judge.put("reasoning", finding.reasoning());
        judge.putArray("evidence").add(finding.evidence());
        judge.putObject("sub_point_results");
        judge.put("sub_points_evaluated", 1);
        judge.put("created_at", Json.time(evaluation.ended().orElse(null)));
        var issues = judge.putArray("issues");
        if (!finding.passed()) {
            issues.addObject()
                    .put("id", Ids.stable(id + "issue"))
                    .put("evaluation_id", evaluation.id)
                    .put("evaluation_judge_id", id)
                    .put("category", finding.category())
                    .put("subcategory", finding.subcategory())
                    .put("detail", finding.reasoning());
        }
        return judge;
    }
}
