package dev.easel.proof.bench;

import dev.easel.workflow.Task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// All trials of a run.
final class Tally {

    private final Map<Recipe, List<Trial>> trials = new LinkedHashMap<>();

    void add(Trial trial) {
        trials.computeIfAbsent(trial.recipe(), _ -> new ArrayList<>()).add(trial);
    }

    /// One for each kind of output, in the order of the recipes.
    List<Row> rows() {
        return trials.entrySet().stream()
                .map(entry ->
                        new Row(entry.getKey().task(), entry.getKey().name(), entry.getValue()))
                .toList();
    }

    /// All good outputs that match.
    Row good(String name, Predicate<Task> task) {
        return new Row(
                Task.CHILDREN,
                name,
                trials.entrySet().stream()
                        .filter(entry ->
                                entry.getKey().isGood() && task.test(entry.getKey().task()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList());
    }

    int count() {
        return trials.values().stream().mapToInt(List::size).sum();
    }

    /// What came of some trials together.
    ///
    /// @param task of all of them, unless the row gathers several tasks
    record Row(Task task, String name, List<Trial> trials) {

        Row {
            trials = List.copyOf(trials);
        }

        int flagged() {
            return (int) trials.stream().filter(Trial::flagged).count();
        }

        int flaggedBy(Baseline baseline) {
            return (int) trials.stream().filter(trial -> trial.flaggedBy(baseline)).count();
        }

        int abstained() {
            return (int) trials.stream().filter(Trial::abstained).count();
        }

        boolean isGood() {
            return trials.stream().allMatch(trial -> trial.recipe().isGood());
        }

        /// Who complained how often, the most frequent first.
        Map<String, Integer> complainants() {
            var counts = new LinkedHashMap<String, Integer>();
            trials.stream()
                    .flatMap(trial -> trial.complainants().stream())
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
            var sorted = new LinkedHashMap<String, Integer>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return sorted;
        }
    }
}
