package dev.easel.simulator.picture;

import java.awt.Color;
import java.util.random.RandomGenerator;

/// The colours of a painting: sky from top to horizon, land from far to near, and one that stands
/// out.
record Palette(int skyTop, int skyLow, int far, int near, int accent, int light) {

    static Palette of(Words words) {
        var random = words.random();
        var base =
                words.say("night", "midnight", "moon", "star")
                        ? new Palette(
                                0xFF0B1436,
                                0xFF2C3E73,
                                0xFF27325C,
                                0xFF121A33,
                                0xFFF0C75A,
                                0xFFF4F0DC)
                        : words.say("sunset", "dusk", "evening")
                                ? new Palette(
                                        0xFF4A3B78,
                                        0xFFF39A5B,
                                        0xFF8A5673,
                                        0xFF3B2A45,
                                        0xFFE4572E,
                                        0xFFFFE3A8)
                                : words.say("sunrise", "dawn", "morning")
                                        ? new Palette(
                                                0xFF7FA7D6,
                                                0xFFFAD3B4,
                                                0xFF93A7C4,
                                                0xFF4F6B58,
                                                0xFFE98A6D,
                                                0xFFFFF3D6)
                                        : words.say("snow", "winter", "ice")
                                                ? new Palette(
                                                        0xFF9DB9D3,
                                                        0xFFE8EFF5,
                                                        0xFFB9CBDC,
                                                        0xFFF3F6FA,
                                                        0xFFB33A3A,
                                                        0xFFFFFFFF)
                                                : chosen(random);
        return words.colour().map(base::tinted).orElse(base);
    }

    private static Palette chosen(RandomGenerator random) {
        float hue = (float) (0.52 + random.nextDouble() * 0.12);
        float land = (float) (0.18 + random.nextDouble() * 0.2);
        float accent = (float) ((hue + 0.45 + random.nextDouble() * 0.15) % 1);
        return new Palette(
                Color.HSBtoRGB(hue, 0.6f, 0.8f),
                Color.HSBtoRGB(hue - 0.03f, 0.18f, 0.97f),
                Color.HSBtoRGB(hue, 0.3f, 0.68f),
                Color.HSBtoRGB(land, 0.5f, 0.45f),
                Color.HSBtoRGB(accent, 0.7f, 0.85f),
                0xFFFFF4D2);
    }

    private Palette tinted(int colour) {
        return new Palette(
                Colour.mix(skyTop, colour, 0.45),
                Colour.mix(skyLow, colour, 0.15),
                Colour.mix(far, colour, 0.4),
                Colour.mix(near, colour, 0.3),
                colour,
                light);
    }

    static Color awt(int argb) {
        return new Color(argb, true);
    }
}
