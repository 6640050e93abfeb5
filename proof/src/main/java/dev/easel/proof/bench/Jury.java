package dev.easel.proof.bench;

import dev.easel.judging.Evidence;
import dev.easel.judging.Finding;
import dev.easel.judging.Rubric;

import java.util.List;

/// Whoever is measured. The product's is `PixelJudges::judge`; tests put others in its place.
@FunctionalInterface
interface Jury {
    List<Finding> judge(Rubric rubric, Evidence evidence);
}
