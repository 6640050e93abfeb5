package dev.easel.metrics;

import dev.easel.reliability.Health;
import dev.easel.reliability.Rate;

import java.util.Locale;

/// A provider's success rate over the last day as a small picture, for pages of other people. Its words
/// carry everything: the colour is the last cue.
final class Badge {

    /// Wide enough for any of our letters at 11 px in the fonts that are asked for.
    private static final double LETTER = 6.9;

    private static final int PADDING = 12;
    private static final String LABEL = "#3f4854";
    private static final String GOOD = "#0f6f6b";
    private static final String WORSE = "#8f5a00";
    private static final String UNKNOWN = "#566170";

    private Badge() {}

    /// Says `simulated` where any run was.
    static String svg(Report.OfProvider one) {
        var label = one.provider() + (isSimulated(one) ? " (simulated)" : "");
        var message = message(one);
        int left = width(label);
        int right = width(message);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">\
        <title>%2$s: %3$s, last 24 hours</title>\
        <rect width="%1$d" height="20" rx="4" fill="%4$s"/>\
        <path d="M%5$d 0h%6$da4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-%6$dz" fill="%7$s"/>\
        <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\
        <text x="%8$d" y="14">%2$s</text><text x="%9$d" y="14">%3$s</text></g></svg>
        """
                .formatted(
                        left + right,
                        label,
                        message,
                        LABEL,
                        left,
                        right - 4,
                        colour(one),
                        left / 2,
                        left + right / 2);
    }

    static boolean isSimulated(Report.OfProvider one) {
        return one.digest().tally().simulated() > 0;
    }

    private static int width(String text) {
        return (int) Math.ceil(text.length() * LETTER) + PADDING;
    }

    private static String message(Report.OfProvider one) {
        var rate = one.digest().tally().successRate();
        if (one.health() == Health.DEGRADED) {
            return "degraded" + rate.map(known -> ", " + percent(known)).orElse("");
        }
        return rate.filter(_ -> one.health() == Health.HEALTHY)
                .map(Badge::percent)
                .orElseGet(() -> one.health().wire().replace('_', ' '));
    }

    /// 99.97 % is not told as 100.
    private static String percent(Rate rate) {
        double percent = Math.floor(rate.share() * 1000) / 10;
        return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", percent);
    }

    private static String colour(Report.OfProvider one) {
        return switch (one.health()) {
            case HEALTHY -> GOOD;
            case DEGRADED -> WORSE;
            case TOO_FEW, NO_DATA, NOT_CONFIGURED, OVER_BUDGET -> UNKNOWN;
        };
    }
}
