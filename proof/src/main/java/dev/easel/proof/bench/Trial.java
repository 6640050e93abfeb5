package dev.easel.proof.bench;

import dev.easel.judging.Finding;
import dev.easel.judging.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One output before the judges.
///
/// @param scene the scene's name
/// @param likeness how much it is like the photo as a whole; absent where there is none, or where
/// the output cannot be read
record Trial(String scene, Recipe recipe, List<Finding> findings, @Nullable Likeness likeness) {

    Trial {
        findings = List.copyOf(findings);
    }

    /// Some judge complains of it.
    boolean flagged() {
        return findings.stream().anyMatch(finding -> finding.result() == Result.FAIL);
    }

    /// Nobody complains of it, and one could not say who should have: of a defect the judge whose
    /// business it is, of a good output any.
    boolean abstained() {
        return !flagged()
                && (recipe.isGood()
                        ? findings.stream().anyMatch(finding -> finding.result() == Result.ABSTAIN)
                        : findings.stream().noneMatch(this::isOwnOpinion));
    }

    private boolean isOwnOpinion(Finding finding) {
        return finding.judge() == recipe.own() && finding.result() != Result.ABSTAIN;
    }

    /// Who complains of it.
    List<String> complainants() {
        return findings.stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(finding -> finding.judge().wire())
                .toList();
    }

    boolean flaggedBy(Baseline baseline) {
        return likeness != null && baseline.flags(recipe.task(), likeness);
    }

    /// A defect that nobody saw, or a good output of which somebody complains.
    boolean mistaken() {
        return flagged() == recipe.isGood();
    }
}
