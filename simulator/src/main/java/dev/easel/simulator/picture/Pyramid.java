package dev.easel.simulator.picture;

import java.util.ArrayList;
import java.util.random.RandomGenerator;

/// Fills a hole from coarse to fine: what is large is decided where it is small, and only refined
/// afterwards.
final class Pyramid {

    private static final int COARSEST_SIDE = 28;
    private static final int COARSEST_DEPTH = 6;
    private static final int ROUNDS_COARSEST = 14;
    private static final int ROUNDS_MIN = 3;

    private Pyramid() {}

    static PatchField fill(Layer finest, RandomGenerator random) {
        var layers = new ArrayList<Layer>();
        layers.add(finest);
        while (canShrink(layers.getLast())) {
            layers.add(layers.getLast().halved());
        }
        layers.getLast().stretchFilm();
        var field = PatchField.scattered(layers.getLast(), random);
        int rounds = ROUNDS_COARSEST;
        improve(field, rounds);
        for (int level = layers.size() - 2; level >= 0; level--) {
            rounds = Math.max(ROUNDS_MIN, rounds - 3);
            field = PatchField.refined(layers.get(level), field, random);
            improve(field, rounds);
        }
        return field;
    }

    private static boolean canShrink(Layer layer) {
        int side = Math.min(layer.width, layer.height);
        return side / 2 >= COARSEST_SIDE && layer.depth() > COARSEST_DEPTH;
    }

    private static void improve(PatchField field, int rounds) {
        for (int round = 0; round < rounds; round++) {
            field.search();
            field.vote();
        }
    }
}
