package dev.easel.proof;

import dev.easel.template.TemplateFile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The times that a stack lives by, as parameters of the template; the only place that knows them.
///
/// @param sweep how often the harness calls the sweeper itself; zero leaves it to the schedule
public record Times(Map<String, String> parameters, Duration sweep) {

    public Times {
        parameters = Map.copyOf(parameters);
    }

    /// Those of a deployment.
    public static final Times REAL = new Times(Map.of(), Duration.ZERO);

    /// The same order of things in seconds, and as many runs as a long night needs: a lease is still longer than any step takes, a step is
    /// overdue after its lease, an evaluation ends before its generation would.
    public static final Times SHORT =
            new Times(
                    Map.of(
                            "RunsPerDay", "1000000",
                            "ParkAfter", "0",
                            "FirstPollSeconds", "1",
                            "OverdueSeconds", "2",
                            "LeaseSeconds", "5",
                            "EvaluationBudgetSeconds", "8",
                            "GenerationDeadlineSeconds", "90"),
                    Duration.ofMillis(500));

    /// What of it this template has.
    Map<String, String> of(Path template) {
        var known = new HashMap<>(parameters);
        known.keySet().retainAll(TemplateFile.read(template).parameters());
        return known;
    }
}
