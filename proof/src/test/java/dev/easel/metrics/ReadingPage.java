package dev.easel.metrics;

import dev.easel.reliability.Window;

import java.util.Locale;
import java.util.Map;

/// The page that says what reads cost.
final class ReadingPage {

    private ReadingPage() {}

    /// @param usual with a run every five minutes
    /// @param dense with ten times as many
    static String write(Map<Window, Reads.Count> usual, Map<Window, Reads.Count> dense) {
        return """
        # What a read of the metrics costs

        Written by `MonthTest`, which counts the items that DynamoDB reads for `GET /v1/metrics` of all six
        providers, and compares this page. A month of runs lies there; it is 37 minutes past the hour. In the
        second half of the table its last day and the open hour have ten times as many.

        | window | runs per provider and hour | hours read | rows of the open hour read | items in all |
        |---|--:|--:|--:|--:|
        """
                + lines(12, usual)
                + lines(120, dense)
                + """

                The rest is how far hours are rolled up, and the incidents that were seen. `1h` is read row by
                row. What has ended is read hour by hour: 720 items for a provider's month, whatever went on in it.
                """;
    }

    private static String lines(int runs, Map<Window, Reads.Count> counts) {
        var lines = new StringBuilder();
        counts.forEach((window, count) ->
                lines.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %d | %,d | %,d | %,d |\n",
                                window.wire(),
                                runs,
                                count.hours(),
                                count.rows(),
                                count.all())));
        return lines.toString();
    }
}
