package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a page tells of a number, read back from its words as a person reads them: `98.7 %`, `3.21 s`,
/// `$0.012`, `1,234`. A number is told truly if it lies within half of the last digit that is told; what
/// nobody knows is a dash.
final class Told {

    private static final String NOTHING = "–";

    private static final Pattern PERCENT = Pattern.compile("([\\d.]+) %");
    private static final Pattern SECONDS = Pattern.compile("([\\d.]+) (m?s)");
    private static final Pattern DOLLARS = Pattern.compile("\\$([\\d.]+)");

    private Told() {}

    static void percent(String text, JsonNode share) {
        if (nothing(text, share)) {
            return;
        }
        var number = only(PERCENT, text);
        double told = Double.parseDouble(number.group(1)) / 100;
        // What is not all is never told as all, nor what is not nothing as nothing.
        assertThat(told == 1).as(text).isEqualTo(share.asDouble() == 1);
        assertThat(told == 0).as(text).isEqualTo(share.asDouble() == 0);
        boolean edge = share.asDouble() > 0.9994 || share.asDouble() < 0.0006;
        assertThat(told).as(text).isCloseTo(share.asDouble(), within(edge ? 0.0011 : 0.000501));
    }

    static void seconds(String text, JsonNode millis) {
        if (nothing(text, millis)) {
            return;
        }
        var number = only(SECONDS, text);
        double unit = number.group(2).equals("s") ? 1000 : 1;
        double told = Double.parseDouble(number.group(1)) * unit;
        assertThat(told)
                .as(text)
                .isCloseTo(millis.asDouble(), within(precision(number.group(1)) * unit));
    }

    static void dollars(String text, JsonNode usd) {
        if (nothing(text, usd)) {
            return;
        }
        var number = only(DOLLARS, text).group(1);
        assertThat(Double.parseDouble(number))
                .as(text)
                .isCloseTo(usd.asDouble(), within(precision(number)));
    }

    static void count(String text, JsonNode n) {
        if (!nothing(text, n)) {
            assertThat(text.strip().replace(",", "")).isEqualTo(n.asText());
        }
    }

    /// The parts of an interval; an end that cannot be known is `…`.
    static List<String> interval(String text) {
        var parts = new ArrayList<String>();
        for (var part : text.split("–", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static boolean nothing(String text, JsonNode number) {
        boolean none = number.isNull() || number.isMissingNode();
        assertThat(text.strip().equals(NOTHING) || text.strip().equals("…"))
                .as("'%s' of %s", text, number)
                .isEqualTo(none);
        return none;
    }

    private static MatchResult only(Pattern pattern, String text) {
        var matcher = pattern.matcher(text.strip().replace('\u202f', ' '));
        assertThat(matcher.matches()).as("'%s' is %s", text, pattern).isTrue();
        return matcher.toMatchResult();
    }

    /// Half of the last digit, and what binary fractions lose.
    private static double precision(String number) {
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        return 0.501 * Math.pow(10, -decimals);
    }
}
