package dev.easel.judging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a judge says of one criterion.
enum Mark {
    PASS,
    FAIL,
    /// It could not see it, or could not show it.
    UNSURE,
    /// The question does not arise.
    NOT_APPLICABLE;

    /// As it is spelt in an answer.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Mark::word).toList();
    }

    static Optional<Mark> of(String word) {
        return Arrays.stream(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }
}
