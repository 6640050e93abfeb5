package dev.easel.parking;

import dev.easel.failure.FailureClass;
import dev.easel.judging.Finding;
import dev.easel.judging.Result;
import dev.easel.judging.Verdict;

import java.util.List;

/// What the end of one generation says about its workflow.
public sealed interface Sign {

    /// Before the fault, in the cause of a red verdict.
    String RED = "red:";

    /// It works.
    record Good() implements Sign {}

    /// It does not, for this cause: a failure's class, or `red:` and the fault.
    record Bad(String cause) implements Sign {}

    /// Neither: what is wrong lies with the order, or nobody can tell.
    record Neither() implements Sign {}

    /// It ended without a picture.
    static Sign of(FailureClass kind) {
        return kind.isCallers() ? new Neither() : new Bad(kind.wire());
    }

    /// It was judged. Only a red that pixels prove counts: an opinion may be wrong five times in a
    /// row.
    static Sign of(Verdict verdict, List<Finding> findings) {
        return switch (verdict) {
            case GREEN, AMBER -> new Good();
            case INCOMPLETE -> new Neither();
            case RED -> red(findings);
        };
    }

    private static Sign red(List<Finding> findings) {
        for (var finding : findings) {
            var fault = finding.fault();
            if (fault != null && finding.result() == Result.FAIL) {
                return new Bad(RED + fault.wire());
            }
        }
        return new Neither();
    }

    /// The cause is a fault of a picture that came back.
    static boolean isOfVerdict(String cause) {
        return cause.startsWith(RED);
    }
}
