package dev.easel.simulator.picture;

import java.util.regex.Pattern;

/// How large a picture of a tier and a ratio is.
public final class Sizes {

    private static final Pattern RATIO = Pattern.compile("(\\d+):(\\d+)");
    private static final int STEP = 16;

    private Sizes() {}

    /// A width and a height.
    public record Size(int width, int height) {}

    /// The area of the tier's square (1K is 1024 by 1024) in the ratio's shape: theirs made
    /// 2752x1536 of 16:9 at 2K.
    public static Size of(String tier, double ratio) {
        double side =
                switch (tier) {
                    case "0.5K" -> 512;
                    case "2K" -> 2048;
                    case "4K" -> 4096;
                    default -> 1024;
                };
        return new Size(stepped(side * Math.sqrt(ratio)), stepped(side / Math.sqrt(ratio)));
    }

    /// Width by height; whatever is not `W:H` is `otherwise`.
    public static double ratio(String text, double otherwise) {
        var matcher = RATIO.matcher(text);
        return matcher.matches()
                ? Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2))
                : otherwise;
    }

    private static int stepped(double side) {
        return (int) Math.max(STEP, Math.round(side / STEP) * STEP);
    }
}
