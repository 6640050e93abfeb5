package dev.easel.judging;

import java.util.List;
import java.util.OptionalDouble;

/// Turns findings into a verdict.
public final class Panel {

    /// So many failing judges are red, whatever the others say.
    private static final int RED_FROM = 2;

    private Panel() {}

    /// The verdict on what was found, in the order of the design: a hard fault or two failing
    /// judges are red; else a required judge that is missing, or too few of those who look as a person
    /// would, makes it incomplete; else one failing judge is amber; else it is green.
    public static Verdict verdict(Rubric rubric, List<Finding> findings) {
        long failing = findings.stream().filter(finding -> finding.result() == Result.FAIL).count();
        if (isSettled(findings) || failing >= RED_FROM) {
            return Verdict.RED;
        }
        var heard =
                findings.stream()
                        .filter(finding -> finding.result() != Result.ABSTAIN)
                        .map(Finding::judge)
                        .toList();
        long lookers = heard.stream().filter(judge -> !judge.looksAtPixels()).count();
        if (!heard.containsAll(rubric.required()) || lookers < rubric.quorum()) {
            return Verdict.INCOMPLETE;
        }
        return failing == 1 ? Verdict.AMBER : Verdict.GREEN;
    }

    /// True when a hard fault settles the verdict, and the rest of the panel need not be asked or
    /// waited for.
    public static boolean isSettled(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.hard() && finding.result() == Result.FAIL);
    }

    /// True when everybody on the panel has answered or abstained.
    public static boolean isComplete(Rubric rubric, List<Finding> findings) {
        return findings.stream().map(Finding::judge).toList().containsAll(rubric.panel());
    }

    /// How far those contradict one another who look as a person would: the share of pairs of them that
    /// say the opposite, from 0 to 1. Empty where fewer than two of them have answered: nobody could.
    public static OptionalDouble disagreement(List<Finding> findings) {
        long passing = lookers(findings, Result.PASS);
        long failing = lookers(findings, Result.FAIL);
        long all = passing + failing;
        return all < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(2.0 * passing * failing / (all * (all - 1)));
    }

    private static long lookers(List<Finding> findings, Result result) {
        return findings.stream()
                .filter(finding -> !finding.judge().looksAtPixels() && finding.result() == result)
                .count();
    }
}
