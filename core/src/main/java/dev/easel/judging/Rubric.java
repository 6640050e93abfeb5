package dev.easel.judging;

import dev.easel.workflow.Task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Who judges a task, and what is asked. A judge that this deployment does not have is not on the
/// panel, and the evaluation says which panel sat.
///
/// @param task what is judged
/// @param version changes whenever the rubric does, so that old verdicts stay readable
/// @param panel who is asked, in order
/// @param required without whom no verdict is given
/// @param quorum how many of those who look as a person would have to answer, whoever they are: one of
///     them may refuse a picture, and the rest of the panel still sat
/// @param criteria what those are asked who answer question by question
public record Rubric(
        Task task,
        int version,
        List<Judge> panel,
        Set<Judge> required,
        int quorum,
        List<Criterion> criteria) {

    public Rubric {
        panel = List.copyOf(panel);
        required = Set.copyOf(required);
        criteria = List.copyOf(criteria);
        if (!panel.containsAll(required)) {
            throw new IllegalArgumentException("a required judge sits on the panel");
        }
        if (quorum > panel.stream().filter(judge -> !judge.looksAtPixels()).count()) {
            throw new IllegalArgumentException("a quorum sits on the panel");
        }
    }

    /// What was asked and of whom, in 64 hexadecimal digits: two verdicts under one hash were reached
    /// by one rubric, whatever its version says.
    public String hash() {
        var text =
                Stream.of(
                                Stream.of(task.wire(), String.valueOf(version), "quorum " + quorum),
                                panel.stream().map(judge -> "judge " + judge.wire()),
                                required.stream()
                                        .sorted(Comparator.naturalOrder())
                                        .map(judge -> "required " + judge.wire()),
                                Rubrics.checks(task).stream().map(check -> "check " + check),
                                criteria.stream().map(Criterion::toString))
                        .flatMap(lines -> lines)
                        .reduce("", (all, line) -> all + line + "\n");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
