package dev.easel.proof.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.judging.Evidence.Output;
import dev.easel.picture.Pictures;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.Arrays;

class RecipesTest {

    private static final long SEED = 7;
    private static final Scene SCENE = Scene.of(SEED);

    /// The first of each task is what its defects were made of.
    private static Recipe clean(Task task) {
        return Recipes.all().stream()
                .filter(one -> one.isGood() && one.task() == task)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameSeedMakesTheSamePictures() {
        var again = Scene.of(SEED);
        assertThat(Drawing.argb(again.photo())).isEqualTo(Drawing.argb(SCENE.photo()));
        assertThat(Drawing.argb(again.mask())).isEqualTo(Drawing.argb(SCENE.mask()));
        for (var recipe : Recipes.all()) {
            if (!recipe.name().contains("again")) {
                assertThat(recipe.paint(again, SEED))
                        .as(recipe.name())
                        .satisfies(picture ->
                                assertThat(Drawing.argb(picture))
                                        .isEqualTo(Drawing.argb(recipe.paint(SCENE, SEED))));
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameFiles() {
        var again = Scene.of(SEED);
        for (var recipe : Recipes.all()) {
            if (recipe.name().contains("JPEG") || recipe.name().contains("ghost")) {
                assertThat(recipe.make(again, SEED))
                        .as(recipe.name())
                        .isEqualTo(recipe.make(SCENE, SEED));
            }
        }
    }

    @Test
    void anotherSeedMakesAnotherScene() {
        assertThat(Drawing.argb(Scene.of(SEED + 1).photo()))
                .isNotEqualTo(Drawing.argb(SCENE.photo()));
    }

    @Test
    void noTwoOutputsOfATaskHaveOneName() {
        assertThat(Recipes.all().stream().map(one -> one.task() + " " + one.name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyDefectDiffersFromTheGoodOutputThatItWasMadeOf() {
        for (var recipe : Recipes.all()) {
            if (!recipe.isGood()) {
                assertThat(isOther(recipe)).as(recipe.task() + " " + recipe.name()).isTrue();
            }
        }
    }

    private static boolean isOther(Recipe recipe) {
        var good = clean(recipe.task()).paint(SCENE, SEED);
        return changedShare(good, recipe.paint(SCENE, SEED)) > 0.001 || isDamaged(recipe);
    }

    /// What is painted well may be damaged as a file: the same press with the same dice, but for
    /// the accident, would have made another one.
    private static boolean isDamaged(Recipe recipe) {
        var whole = clean(recipe.task());
        byte[] file = recipe.make(SCENE, SEED);
        var intact = Recipe.good(recipe.task(), recipe.name(), whole.brush(), Nuisance::jpeg);
        return !Arrays.equals(file, intact.make(SCENE, SEED));
    }

    /// Of all pixels, those that differ by more than a person overlooks.
    private static double changedShare(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        var first = Drawing.pixels(one).argb();
        var second = Drawing.pixels(other).argb();
        int changed = 0;
        for (int i = 0; i < first.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int off = (first[i] >> shift & 0xff) - (second[i] >> shift & 0xff);
                if (Math.abs(off) > 8) {
                    changed++;
                    break;
                }
            }
        }
        return (double) changed / first.length;
    }

    @Test
    void everyDamagedFileWasWholeBefore() {
        assertThat(Pictures.decode(PlainWebp.of(SCENE.bare())))
                .isInstanceOfSatisfying(
                        Output.Decoded.class,
                        output ->
                                assertThat(output.pixels().argb())
                                        .isEqualTo(Drawing.pixels(SCENE.bare()).argb()));
        assertThat(Pictures.decode(Encoding.png(SCENE.subject())))
                .isInstanceOf(Output.Decoded.class);
        assertThat(Pictures.decode(Encoding.progressiveJpeg(SCENE.bare(), 0.8)))
                .isInstanceOf(Output.Decoded.class);
    }

    @Test
    void theSameAccidentChangesAFileEveryTime() {
        byte[] jpeg = Encoding.jpeg(SCENE.bare(), 0.8);
        for (long seed = 0; seed < 50; seed++) {
            var dice = Scene.dice(seed, "accident");
            assertThat(Damage.zeroed(1).befall(jpeg.clone(), dice)).isNotEqualTo(jpeg);
            assertThat(Damage.repeated(256).befall(jpeg.clone(), dice)).isNotEqualTo(jpeg);
            assertThat(Damage.lost(64).befall(jpeg.clone(), dice)).hasSize(jpeg.length - 64);
        }
    }
}
