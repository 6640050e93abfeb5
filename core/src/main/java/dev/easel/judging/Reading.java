package dev.easel.judging;

import dev.easel.image.Box;
import dev.easel.image.Size;
import dev.easel.judging.ViewerAnswer.Answer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Makes a finding of what a judge answered who looks as a person would.
///
/// The result is worked out here from the criteria; an opinion on the whole is not even asked for. No
/// word of the answer gets into the finding: it may repeat what stands in a picture, people read it,
/// and it may go into the next order. The finding speaks in the words of the rubric, and the answer is
/// kept for who checks the panel.
public final class Reading {

    private static final int BOXES_MAX = 8;

    private final Judge judge;
    private final List<Criterion> criteria;
    private final Size output;
    private final @Nullable Changes changes;

    private Reading(Judge judge, List<Criterion> criteria, Showing showing) {
        this.judge = judge;
        this.criteria = criteria;
        this.output = showing.output();
        this.changes = showing.changes();
    }

    /// One criterion once it was checked.
    ///
    /// @param shown the boxes that hold, in pixels of the output
    private record Checked(Criterion criterion, Mark mark, List<Box> shown) {}

    /// What the answer is worth, beside the pictures that it is about.
    public static Finding read(
            Judge judge, List<Criterion> criteria, ViewerAnswer answer, Showing showing) {
        return new Reading(judge, criteria, showing).read(answer);
    }

    private Finding read(ViewerAnswer answer) {
        if (answer.instructionLikeText()) {
            return new Finding(
                    judge,
                    Result.FAIL,
                    null,
                    "The picture contains text that reads like an instruction to whoever checks"
                            + " it.",
                    List.of(),
                    Map.of());
        }
        var answers = new HashMap<String, Answer>();
        for (var each : answer.answers()) {
            answers.put(each.id(), each);
        }
        if (criteria.isEmpty()
                || answer.answers().size() != criteria.size()
                || !criteria.stream().allMatch(each -> answers.containsKey(each.id()))) {
            return Finding.abstain(judge, "It did not answer every question once.");
        }
        if (answers.values().stream().anyMatch(each -> Mark.of(each.result()).isEmpty())) {
            return Finding.abstain(judge, "It gave an answer that is none.");
        }
        return finding(checked(answers));
    }

    private List<Checked> checked(Map<String, Answer> answers) {
        var checked = new ArrayList<Checked>();
        boolean open = true;
        for (var criterion : criteria) {
            var answer = answers.get(criterion.id());
            if (answer == null || !open) {
                checked.add(new Checked(criterion, Mark.NOT_APPLICABLE, List.of()));
                continue;
            }
            var next = check(criterion, answer);
            checked.add(next);
            open = !(criterion.gate() && next.mark() == Mark.FAIL);
        }
        return checked;
    }

    private Checked check(Criterion criterion, Answer answer) {
        var mark = Mark.of(answer.result()).orElse(Mark.UNSURE);
        if (mark == Mark.NOT_APPLICABLE && criterion.notApplicableWhen() == null) {
            return new Checked(criterion, Mark.UNSURE, List.of());
        }
        if (mark != Mark.FAIL) {
            return new Checked(criterion, mark, List.of());
        }
        var shown =
                answer.boxes().stream()
                        .filter(Reading::isWithin)
                        .map(this::pixels)
                        .filter(box -> holds(criterion, box))
                        .toList();
        return new Checked(criterion, shown.isEmpty() ? Mark.UNSURE : Mark.FAIL, shown);
    }

    /// Where nothing changed, nothing was spoilt. Only what was asked for can be missing there, and
    /// only the marked area tells where that was to be.
    private boolean holds(Criterion criterion, Box box) {
        return changes == null
                || changes.touches(box)
                || (criterion.gate() && changes.isMarked(box));
    }

    private static boolean isWithin(Box box) {
        return box.x() >= 0
                && box.y() >= 0
                && box.width() > 0
                && box.height() > 0
                && box.width() <= ViewerAnswer.SCALE - box.x()
                && box.height() <= ViewerAnswer.SCALE - box.y();
    }

    private Box pixels(Box box) {
        int left = box.x() * output.width() / ViewerAnswer.SCALE;
        int top = box.y() * output.height() / ViewerAnswer.SCALE;
        int right = ceil((box.x() + box.width()) * output.width());
        int bottom = ceil((box.y() + box.height()) * output.height());
        return new Box(left, top, right - left, bottom - top);
    }

    private static int ceil(int thousandths) {
        return (thousandths + ViewerAnswer.SCALE - 1) / ViewerAnswer.SCALE;
    }

    private Finding finding(List<Checked> checked) {
        var failed = with(checked, Mark.FAIL);
        var unsure = with(checked, Mark.UNSURE);
        if (failed.isEmpty() && (!unsure.isEmpty() || with(checked, Mark.PASS).isEmpty())) {
            return new Finding(
                    judge, Result.ABSTAIN, null, doubts(unsure), List.of(), measured(checked));
        }
        if (failed.isEmpty()) {
            return new Finding(
                    judge,
                    Result.PASS,
                    null,
                    "Nothing wrong was seen.",
                    List.of(),
                    measured(checked));
        }
        var words =
                failed.stream().map(Reading::fault).collect(Collectors.joining(" "))
                        + (unsure.isEmpty() ? "" : " " + doubts(unsure));
        var boxes =
                failed.stream()
                        .flatMap(each -> each.shown().stream())
                        .distinct()
                        .limit(BOXES_MAX)
                        .toList();
        return new Finding(judge, Result.FAIL, null, words, boxes, measured(checked));
    }

    private static List<Checked> with(List<Checked> checked, Mark mark) {
        return checked.stream().filter(each -> each.mark() == mark).toList();
    }

    private static String fault(Checked failed) {
        return Briefing.plain(failed.criterion().question())
                + " No: "
                + Briefing.plain(failed.criterion().failWhen())
                + ".";
    }

    private static String doubts(List<Checked> unsure) {
        return unsure.isEmpty()
                ? "No question arose for it."
                : unsure.stream()
                        .map(each -> Briefing.plain(each.criterion().question()))
                        .collect(
                                Collectors.joining(
                                        " ", "It could not tell, or not show where: ", ""));
    }

    private static Map<String, Double> measured(List<Checked> checked) {
        return Map.of(
                "criteria", (double) checked.size(),
                "criteria_passed", (double) with(checked, Mark.PASS).size(),
                "criteria_failed", (double) with(checked, Mark.FAIL).size(),
                "criteria_unsure", (double) with(checked, Mark.UNSURE).size());
    }
}
