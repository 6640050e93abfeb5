package dev.easel.simulator.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/// What somebody asked for, word by word.
public final class Words {

    private static final Map<String, Integer> COLOURS =
            Map.ofEntries(
                    Map.entry("red", 0xFFC8322B),
                    Map.entry("orange", 0xFFE8852C),
                    Map.entry("yellow", 0xFFF2C53D),
                    Map.entry("green", 0xFF4C9A52),
                    Map.entry("teal", 0xFF2A8C8C),
                    Map.entry("blue", 0xFF2F6DB5),
                    Map.entry("purple", 0xFF7A4BA8),
                    Map.entry("violet", 0xFF8B5CC7),
                    Map.entry("pink", 0xFFE58BA8),
                    Map.entry("brown", 0xFF8A5A3B),
                    Map.entry("gold", 0xFFD9A441),
                    Map.entry("golden", 0xFFE0AC48),
                    Map.entry("white", 0xFFF4F2EC),
                    Map.entry("black", 0xFF23232B),
                    Map.entry("grey", 0xFF8C8F96),
                    Map.entry("gray", 0xFF8C8F96),
                    Map.entry("turquoise", 0xFF3DBFB8));

    private final String text;
    private final List<String> words;

    private Words(String text, List<String> words) {
        this.text = text;
        this.words = words;
    }

    public static Words of(String text) {
        return new Words(
                text, Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
    }

    /// Whether any of these is said, or its plural.
    public boolean say(String... any) {
        return Arrays.stream(any)
                .anyMatch(word -> words.contains(word) || words.contains(word + "s"));
    }

    /// The first colour that is named.
    public Optional<Integer> colour() {
        return words.stream().filter(COLOURS::containsKey).map(COLOURS::get).findFirst();
    }

    /// The colour named last before a word: the red of "a red bicycle by a blue sea" for bicycle.
    Optional<Integer> colourOf(String word) {
        int at = words.indexOf(word);
        for (int i = Math.max(0, at) - 1; i >= Math.max(0, at - 2); i--) {
            if (COLOURS.containsKey(words.get(i))) {
                return Optional.ofNullable(COLOURS.get(words.get(i)));
            }
        }
        return Optional.empty();
    }

    /// The same chance for the same text.
    RandomGenerator random() {
        return new Random(0x5EEDL * 31 + text.hashCode());
    }
}
