package dev.easel.proof.bench;

import dev.easel.image.Pixels;
import dev.easel.judging.Evidence;
import dev.easel.judging.Evidence.Output;
import dev.easel.judging.Rubrics;
import dev.easel.picture.Pictures;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Puts outputs of scenes before a jury, exactly as the product does: as files that are decoded,
/// with the photo and the mask.
final class Bench {

    private final Jury jury;
    private final List<Recipe> recipes;

    Bench(Jury jury, List<Recipe> recipes) {
        this.jury = jury;
        this.recipes = List.copyOf(recipes);
    }

    /// Is told of every output; only here can its picture be kept.
    @FunctionalInterface
    interface Witness {
        /// One output and what was said of it.
        ///
        /// @param photo what went in; absent where nothing did
        void saw(Trial trial, @Nullable Pixels photo, byte[] output) throws IOException;
    }

    void run(Scene scene, long seed, Witness witness) throws IOException {
        var inputs = new Inputs(scene);
        for (var recipe : recipes) {
            if (recipe.suits(scene)) {
                byte[] file = recipe.make(scene, seed);
                var input = inputs.of(recipe.task());
                witness.saw(trial(scene, recipe, input, file), input.photo, file);
            }
        }
    }

    private Trial trial(Scene scene, Recipe recipe, Input input, byte[] file) {
        var output = Pictures.decode(file);
        var findings =
                jury.judge(
                        Rubrics.of(recipe.task()), new Evidence(input.photo, input.mask, output));
        return new Trial(scene.name(), recipe, findings, likeness(input, output));
    }

    private static @Nullable Likeness likeness(Input input, Output output) {
        return input.grey != null && output instanceof Output.Decoded(var pixels)
                ? Likeness.of(input.grey, pixels)
                : null;
    }

    /// What a task is given.
    private record Input(
            @Nullable Pixels photo, @Nullable Pixels mask, Likeness.@Nullable Grey grey) {

        static Input of(Pixels photo, @Nullable Pixels mask) {
            return new Input(photo, mask, Likeness.Grey.of(photo));
        }
    }

    /// The same for all recipes of a task: made once a scene.
    private static final class Inputs {

        private final Scene scene;
        private final Map<Task, Input> made = new EnumMap<>(Task.class);

        Inputs(Scene scene) {
            this.scene = scene;
        }

        Input of(Task task) {
            return made.computeIfAbsent(task, this::make);
        }

        private Input make(Task task) {
            if (task == Task.TEXT_TO_IMAGE) {
                return new Input(null, null, null);
            }
            return task == Task.OBJECT_REMOVAL
                    ? Input.of(Drawing.pixels(scene.photo()), Drawing.pixels(scene.mask()))
                    : Input.of(Drawing.pixels(scene.shot()), null);
        }
    }
}
