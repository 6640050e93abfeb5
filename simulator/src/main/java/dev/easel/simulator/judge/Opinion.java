package dev.easel.simulator.judge;

import java.util.List;

/// What the panel has to say about a picture.
public sealed interface Opinion {

    Given NONE = new Given(List.of());

    /// A verdict, and what it rests on.
    record Given(List<Finding> findings) implements Opinion {

        public boolean passed() {
            return findings.stream()
                    .allMatch(finding -> finding.passed() || finding.weight() < Finding.GATE);
        }

        /// The weight of the judges that pass, as a share of all weight.
        public double passRate() {
            double all = findings.stream().mapToDouble(Finding::weight).sum();
            double good =
                    findings.stream().filter(Finding::passed).mapToDouble(Finding::weight).sum();
            return all == 0 ? 0 : Math.round(good / all * 100) / 100.0;
        }

        public List<String> issues() {
            return findings.stream()
                    .filter(finding -> !finding.passed())
                    .map(Finding::reasoning)
                    .toList();
        }

        public List<String> strengths() {
            return findings.stream().filter(Finding::passed).map(Finding::reasoning).toList();
        }
    }

    /// No verdict, because the picture cannot be judged.
    record Refused(String code) implements Opinion {}
}
