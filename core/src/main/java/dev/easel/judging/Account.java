package dev.easel.judging;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// What an answer came from and what it cost, for who checks the panel later. Never shown to people
/// who ordered a picture: it names a model.
///
/// @param model as the service named it in its answer; absent where it did not
/// @param inputTokens what it read; absent where it did not say
/// @param outputTokens what it wrote
/// @param dollars what it charged; absent where nobody said
/// @param evidence its answer as it came, cut to a few thousand characters; may be absent
public record Account(
        @Nullable String model,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable BigDecimal dollars,
        @Nullable String evidence) {

    /// Of a judge that is this program.
    public static final Account NONE = new Account(null, null, null, null, null);
}
