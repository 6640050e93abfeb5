package dev.easel.dispatch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.id.EvaluationId;
import dev.easel.image.Box;
import dev.easel.judging.Evaluation;
import dev.easel.judging.Feedback;
import dev.easel.judging.Finding;
import dev.easel.judging.Judge;
import dev.easel.judging.Panel;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Evaluations as the API shows them: all of them by name, and the newest that has ended in full
/// (the running one before any has).
final class EvaluationJson {

    private EvaluationJson() {}

    /// @param aside of an output that is not the one delivered; absent where there is none
    static void write(
            ObjectNode generation, List<Evaluation> evaluations, @Nullable EvaluationId aside) {
        var ofOutput = evaluations.stream().filter(each -> !each.id().equals(aside)).toList();
        var shown =
                ofOutput.stream()
                        .filter(Evaluation::hasEnded)
                        .reduce((_, newer) -> newer)
                        .or(() -> ofOutput.stream().findFirst());
        shown.ifPresent(evaluation -> writeWhole(generation.putObject("evaluation"), evaluation));
        var list = generation.putArray("evaluations");
        evaluations.forEach(evaluation -> writeHead(list.addObject(), evaluation));
    }

    /// A package is judged by its children: the worst of them, and done when all of them are.
    static void write(ObjectNode json, Reading.Read whole) {
        var verdict = whole.worst();
        if (verdict.isPresent() || whole.rests()) {
            json.putObject("evaluation")
                    .put("status", whole.rests() ? "completed" : "running")
                    .put("verdict", verdict.map(Verdict::wire).orElse(null));
        }
        json.putArray("evaluations");
    }

    /// One whole, with what only those ask for who look closer: the rubric, and what people think.
    static ObjectNode write(Evaluation evaluation) {
        var json = JsonNodeFactory.instance.objectNode();
        writeWhole(json, evaluation);
        json.put("generation", evaluation.generation().value())
                .put("started_at", evaluation.startedAt().toString())
                .put("deadline_at", evaluation.deadlineAt().toString());
        var ended = evaluation.ended();
        if (ended != null) {
            json.put("ended_at", ended.at().toString());
        }
        var rubric = json.putObject("rubric");
        rubric.put("task", evaluation.rubric().task().wire())
                .put("version", evaluation.rubric().version())
                .put("hash", evaluation.rubric().hash());
        var criteria = rubric.putArray("criteria");
        evaluation
                .rubric()
                .criteria()
                .forEach(criterion ->
                        criteria.addObject()
                                .put("id", criterion.id())
                                .put("question", criterion.question())
                                .put("pass_when", criterion.passWhen())
                                .put("fail_when", criterion.failWhen()));
        var feedback = json.putArray("feedback");
        evaluation.feedback().forEach(one -> feedback.add(write(one)));
        var decision = evaluation.decision();
        if (decision != null) {
            json.put("decision", decision.wire());
        }
        return json;
    }

    static ObjectNode write(Feedback feedback) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("judge", feedback.judge().wire())
                .put("agrees", feedback.agrees())
                .put("comment", feedback.comment())
                .put("at", feedback.at().toString());
    }

    private static void writeHead(ObjectNode json, Evaluation evaluation) {
        json.put("id", evaluation.id().value())
                .put("status", evaluation.hasEnded() ? "completed" : "running");
        var verdict = evaluation.verdict();
        json.put("verdict", verdict == null ? null : verdict.wire());
    }

    private static void writeWhole(ObjectNode json, Evaluation evaluation) {
        writeHead(json, evaluation);
        var findings =
                evaluation.findings().stream()
                        .sorted(Comparator.comparing(Finding::judge))
                        .toList();
        json.put(
                "issues",
                findings.stream().filter(finding -> finding.result() == Result.FAIL).count());
        var panel = json.putArray("panel");
        evaluation.rubric().panel().stream().map(Judge::wire).forEach(panel::add);
        if (evaluation.hasEnded()) {
            Panel.disagreement(evaluation.findings())
                    .ifPresent(share -> json.put("disagreement", share));
        }
        var list = json.putArray("findings");
        findings.forEach(finding -> writeFinding(list.addObject(), finding));
    }

    private static void writeFinding(ObjectNode json, Finding finding) {
        json.put("judge", finding.judge().wire())
                .put("family", finding.judge().family())
                .put("result", finding.result().wire())
                .put("reasoning", finding.reasoning());
        var boxes = json.putArray("boxes");
        for (Box box : finding.boxes()) {
            boxes.addObject()
                    .put("x", box.x())
                    .put("y", box.y())
                    .put("width", box.width())
                    .put("height", box.height());
        }
        writeMeasured(json.putObject("measured"), finding);
    }

    /// By name and in its order: `{"value": 0.012, "at_most": 0.0045}`, where it is held against
    /// anything.
    private static void writeMeasured(ObjectNode json, Finding finding) {
        new TreeMap<>(finding.measured())
                .forEach((name, value) -> {
                    var measure = json.putObject(name).put("value", value);
                    var limit = finding.limits().get(name);
                    if (limit != null) {
                        measure.put(limit.bound().wire(), limit.value());
                    }
                });
    }
}
