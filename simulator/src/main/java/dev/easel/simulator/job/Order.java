package dev.easel.simulator.job;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// What is asked of a model that paints from words, or changes a photo by words.
///
/// @param reference the customer's own name for the job, where the wire carries one
/// @param sources the photo first, then what it is to take after; none to paint from words alone
/// @param jpeg whether the pictures are to be JPEG; else they are PNG
/// @param price of one picture, in USD
public record Order(
        String model,
        @Nullable String reference,
        String prompt,
        List<Source> sources,
        Frame frame,
        int count,
        boolean jpeg,
        BigDecimal price) {

    public Order {
        sources = List.copyOf(sources);
    }

    String cost() {
        return price.multiply(BigDecimal.valueOf(count)).toPlainString();
    }
}
