package dev.easel.judging;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a model is told of the faults that were found in an earlier output.
///
/// Findings may be written by models that looked at a picture, so they are data: one line each, of few
/// characters.
public final class Notes {

    /// Room for a handful of faults; more would drown what the person asked for.
    private static final int CHARS_MAX = 800;

    private static final int FINDING_CHARS_MAX = 240;
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Zs}]+");
    private static final String INTRODUCTION =
            "An earlier result was not accepted. Avoid what was found wrong with it:";

    private Notes() {}

    /// Empty where nobody found a fault.
    public static String of(List<Finding> findings) {
        var faults =
                findings.stream()
                        .filter(finding -> finding.result() == Result.FAIL)
                        .map(finding -> "\n- " + line(finding.reasoning()))
                        .distinct()
                        .collect(Collectors.joining());
        return faults.isEmpty() ? "" : cut(INTRODUCTION + faults, CHARS_MAX);
    }

    private static String line(String reasoning) {
        return cut(SPACE.matcher(reasoning).replaceAll(" ").strip(), FINDING_CHARS_MAX);
    }

    private static String cut(String text, int charsMax) {
        if (text.codePointCount(0, text.length()) <= charsMax) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, charsMax - 1)) + "…";
    }
}
