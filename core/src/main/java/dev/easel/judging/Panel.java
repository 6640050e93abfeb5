package dev.easel.judging;

import java.util.List;

/// Turns findings into a verdict.
public final class Panel {

    /// So many failing judges are red, whatever the others say.
    private static final int RED_FROM = 2;

    private Panel() {}

    /// The verdict on what was found, in the order of the design: a hard fault or two failing
    /// judges are red; else a required judge that is missing makes it incomplete; else one failing
    /// judge is amber; else it is green.
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
        if (!heard.containsAll(rubric.required())) {
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
}
