package dev.easel.proof.bench;

import dev.easel.workflow.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A run's figures as a table that is read as it is and as Markdown.
final class Sheet {

    private static final List<String> HEAD =
            List.of(
                    "task",
                    "output",
                    "n",
                    "flagged",
                    "%",
                    "95 %",
                    "target",
                    "abstained",
                    "always-pass",
                    "PSNR",
                    "SSIM",
                    "by whom");

    private Sheet() {}

    static List<String> lines(Tally tally) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        tally.rows().stream().filter(row -> !row.isGood()).map(Sheet::cells).forEach(rows::add);
        var lines = new ArrayList<String>();
        lines.add("Defects: the share that was caught.");
        lines.add("");
        lines.addAll(table(rows));
        lines.add("");
        lines.add("Good outputs: the share that was flagged all the same.");
        lines.add("");
        lines.addAll(table(good(tally)));
        return lines;
    }

    private static List<List<String>> good(Tally tally) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        tally.rows().stream().filter(Tally.Row::isGood).map(Sheet::cells).forEach(rows::add);
        for (var task : Task.values()) {
            var all = tally.good("all good", task::equals);
            if (!all.trials().isEmpty()) {
                rows.add(cells(new Tally.Row(task, "all good", all.trials())));
            }
        }
        rows.add(cells(tally.good("all good", _ -> true)));
        return rows;
    }

    private static List<String> cells(Tally.Row row) {
        int n = row.trials().size();
        return List.of(
                row.task() == Task.CHILDREN ? "all" : row.task().wire(),
                row.name(),
                Integer.toString(n),
                Integer.toString(row.flagged()),
                percent(row.flagged(), n),
                Interval.of(row.flagged(), n).toString(),
                target(row),
                Integer.toString(row.abstained()),
                percent(row.flaggedBy(Baseline.ALWAYS_PASS), n),
                percent(row.flaggedBy(Baseline.PSNR), n),
                percent(row.flaggedBy(Baseline.SSIM), n),
                row.complainants().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static String target(Tally.Row row) {
        double target = row.trials().isEmpty() ? 0 : row.trials().getFirst().recipe().target();
        if (target == 0) {
            return "";
        }
        boolean met = row.flagged() >= target * row.trials().size();
        return String.format(Locale.ROOT, "%.0f %s", 100 * target, met ? "met" : "MISSED");
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    /// Columns as wide as their widest cell.
    static List<String> table(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            lines.add(line(row, rows));
            if (lines.size() == 1) {
                lines.add(
                        line(row.stream().map(cell -> "-".repeat(cell.length())).toList(), rows)
                                .replace(' ', '-'));
            }
        }
        return lines;
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder("|");
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
            line.append(' ').append(row.get(i));
            line.repeat(" ", width - row.get(i).length() + 1).append('|');
        }
        return line.toString();
    }
}
