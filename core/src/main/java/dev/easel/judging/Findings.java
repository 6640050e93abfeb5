package dev.easel.judging;

import dev.easel.image.Box;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Joins what the checks of one family have to say.
final class Findings {

    private Findings() {}

    /// The first check that fails speaks for its family: the later ones would tell of the same
    /// defect in other words. One that cannot say leaves the family without an answer.
    static Finding of(Judge judge, List<Ruling> rulings) {
        return first(rulings, Result.FAIL)
                .or(() -> first(rulings, Result.ABSTAIN))
                .map(ruling -> finding(judge, ruling, ruling.sentence(), ruling.boxes(), rulings))
                .orElseGet(() -> pass(judge, rulings));
    }

    private static Finding pass(Judge judge, List<Ruling> rulings) {
        if (rulings.isEmpty()) {
            return Finding.abstain(judge, "Nothing in the pixels says what this is meant for.");
        }
        var sentences =
                rulings.stream()
                        .map(Ruling::sentence)
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" "));
        var boxes = rulings.stream().flatMap(ruling -> ruling.boxes().stream()).toList();
        return finding(judge, rulings.getFirst(), sentences, boxes, rulings);
    }

    private static Optional<Ruling> first(List<Ruling> rulings, Result result) {
        return rulings.stream().filter(ruling -> ruling.result() == result).findFirst();
    }

    private static Finding finding(
            Judge judge, Ruling ruling, String sentence, List<Box> boxes, List<Ruling> all) {
        var measured = new HashMap<String, Double>();
        var limits = new HashMap<String, Limit>();
        for (var each : all) {
            for (var measure : each.measures()) {
                measured.put(measure.name(), measure.value());
                if (measure.limit() != null) {
                    limits.put(measure.name(), measure.limit());
                }
            }
        }
        return new Finding(
                judge, ruling.result(), ruling.fault(), sentence, boxes, measured, limits);
    }
}
