package dev.easel.judging;

import dev.easel.image.Box;

import java.util.List;
import java.util.Map;

/// Short ways to say what a pixel judge found.
final class Findings {

    private Findings() {}

    static Finding pass(Judge judge, String reasoning, Map<String, Double> measured) {
        return new Finding(judge, Result.PASS, null, reasoning, List.of(), measured);
    }

    static Finding fail(
            Judge judge, String reasoning, List<Box> boxes, Map<String, Double> measured) {
        return new Finding(judge, Result.FAIL, null, reasoning, boxes, measured);
    }

    /// Settles the verdict by itself.
    static Finding fault(Judge judge, Fault fault, String reasoning, Map<String, Double> measured) {
        return new Finding(judge, Result.FAIL, fault, reasoning, List.of(), measured);
    }
}
