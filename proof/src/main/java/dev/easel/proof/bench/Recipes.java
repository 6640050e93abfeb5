package dev.easel.proof.bench;

import java.util.List;
import java.util.stream.Stream;

/// All kinds of outputs that the bench makes.
final class Recipes {

    private Recipes() {}

    static List<Recipe> all() {
        return Stream.of(
                        Removals.recipes(),
                        WhiteGrounds.recipes(),
                        CutOuts.recipes(),
                        Creations.recipes())
                .flatMap(List::stream)
                .toList();
    }
}
