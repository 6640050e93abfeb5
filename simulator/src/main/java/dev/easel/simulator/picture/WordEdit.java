package dev.easel.simulator.picture;

import java.util.List;

/// Changes a photo by words: its light, its colour, its weather, or the place it shows. It stays
/// recognisable.
public final class WordEdit {

    private final Words words;
    private final Mood mood;
    private final int width;
    private final int height;

    private WordEdit(Words words, Picture photo) {
        this.words = words;
        this.mood = mood(words);
        this.width = photo.width();
        this.height = photo.height();
    }

    /// Further pictures are references: the photo takes on their colours.
    public static Picture of(Picture photo, List<Picture> references, String text) {
        var words = Words.of(text);
        var place =
                words.say(
                                "background",
                                "scene",
                                "place",
                                "behind",
                                "setting",
                                "standing",
                                "surrounded")
                        ? Backdrop.on(
                                CutOut.of(photo),
                                Painting.of(text, new Sizes.Size(photo.width(), photo.height()), 0))
                        : photo;
        var styled =
                references.isEmpty() ? place : Tone.of(references.getFirst()).given(place, 0.7);
        return new WordEdit(words, styled).edited(styled);
    }

    private Picture edited(Picture photo) {
        var graded =
                photo.map(i -> Colour.withAlpha(graded(i, photo.at(i)), Colour.alpha(photo.at(i))));
        if (words.say("snow", "winter", "snowy")) {
            return speckled(graded, 0xFFFFFFFF, false);
        }
        return words.say("rain", "rainy") ? speckled(graded, 0xFFC9D6E6, true) : graded;
    }

    private int graded(int index, int pixel) {
        int row = index / width;
        double x = (index % width + 0.5) / width - 0.5;
        double y = (row + 0.5) / height - 0.5;
        double vignette = 1 - 0.55 * Math.pow(x * x + y * y, 1.2);
        int base = mood.of(pixel, y);
        return Colour.of(
                Colour.red(base) * vignette,
                Colour.green(base) * vignette,
                Colour.blue(base) * vignette);
    }

    /// What becomes of a pixel so far below the middle; the height of the photo is 1.
    private interface Mood {
        int of(int pixel, double y);
    }

    private static Mood mood(Words words) {
        var colour = words.colour();
        if (colour.isPresent()) {
            int named = colour.get();
            return (pixel, _) -> tinted(pixel, named);
        }
        if (words.say("night", "dark", "midnight", "moonlight")) {
            return (pixel, _) -> {
                double light = Colour.luma(pixel);
                return Colour.of(light * 0.22 + 6, light * 0.3 + 10, light * 0.5 + 24);
            };
        }
        if (words.say("monochrome", "vintage", "old", "sepia")) {
            return (pixel, _) -> {
                double light = Colour.luma(pixel);
                return Colour.of(light * 1.02 + 12, light * 0.9 + 6, light * 0.7);
            };
        }
        if (words.say("winter", "snow", "cold", "ice", "rain", "snowy", "rainy")) {
            return (pixel, _) -> {
                double light = Colour.luma(pixel);
                return Colour.mix(
                        pixel, Colour.of(light * 0.85 + 30, light * 0.95 + 34, light + 44), 0.6);
            };
        }
        return WordEdit::warm;
    }

    private static int tinted(int pixel, int colour) {
        double share = 0.35 + Colour.luma(pixel) / 255 * 0.65;
        int tint = Colour.mix(0xFF101014, Colour.mix(colour, Colour.WHITE, share * 0.4), share);
        return Colour.mix(pixel, tint, 0.45);
    }

    private static int warm(int pixel, double y) {
        double glow = 26 * (0.5 - y);
        return Colour.of(
                Colour.red(pixel) * 1.1 + glow + 8,
                Colour.green(pixel) * 1.02 + glow * 0.6,
                Colour.blue(pixel) * 0.8);
    }

    private Picture speckled(Picture photo, int colour, boolean falling) {
        var random = words.random();
        var levels = new double[photo.size()];
        double scale = Math.sqrt((double) width * height) / 1000;
        for (int n = 0; n < 420; n++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            double radius = Math.max(1, scale * (2 + random.nextDouble() * 5));
            stamp(
                    levels,
                    x,
                    y,
                    falling ? Math.max(0.8, radius * 0.2) : radius,
                    falling ? radius * 6 : radius);
        }
        return photo.map(i ->
                Colour.withAlpha(
                        Colour.mix(photo.at(i), colour, Math.min(0.9, levels[i])),
                        Colour.alpha(photo.at(i))));
    }

    private void stamp(double[] levels, int centreX, int centreY, double wide, double tall) {
        for (int y = (int) Math.max(0, centreY - tall);
                y <= Math.min(height - 1, centreY + tall);
                y++) {
            for (int x = (int) Math.max(0, centreX - wide);
                    x <= Math.min(width - 1, centreX + wide);
                    x++) {
                double dx = (x - centreX) / wide;
                double dy = (y - centreY) / tall;
                levels[y * width + x] += 0.9 * Math.max(0, 1 - dx * dx - dy * dy);
            }
        }
    }
}
