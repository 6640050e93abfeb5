package dev.easel.proof.bench;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.USABILITY;

import dev.easel.judging.Judge;
import dev.easel.proof.bench.Recipe.Brush;
import dev.easel.proof.bench.Recipe.Press;
import dev.easel.workflow.Task;

import java.awt.AlphaComposite;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/// Outputs of "cut it out".
final class CutOuts {

    private static final int SQUARE_MIN = 6;
    private static final int SQUARE_MAX = 34;

    private CutOuts() {}

    static List<Recipe> recipes() {
        return List.of(
                good("clean", (scene, _) -> Drawing.copy(scene.subject())),
                good("clean, again", (scene, _) -> Drawing.copy(scene.subject())),
                good("feathered", CutOuts::feathered),
                halo(8).promising(0.97),
                halo(4).promising(0.97),
                halo(2),
                defect("contaminated matte", CutOuts::contaminated, Nuisance::alpha),
                defect("cut into the product", CutOuts::bitten, Nuisance::alpha),
                defect("leftover background", CutOuts::leftover, Nuisance::alpha),
                defect("half transparent", CutOuts::foggy, Nuisance::alpha),
                defect("no alpha, white", (scene, _) -> scene.onWhite(), Nuisance::white),
                defect("no alpha, unchanged", CHANGE, CutOuts::same, Nuisance::photo)
                        .promising(0.99),
                defect("alpha all opaque", CHANGE, CutOuts::opaque, Nuisance::alpha),
                defect("alpha all clear", CutOuts::clear, Nuisance::alpha),
                defect("painted checkerboard", CutOuts::checkered, Nuisance::photo));
    }

    private static Recipe good(String name, Brush brush) {
        return Recipe.good(Task.CUT_OUT, name, brush, Nuisance::alpha);
    }

    private static Recipe halo(int pixels) {
        return defect(
                "halo %d px".formatted(pixels),
                (scene, _) -> scene.contour().cutOut(scene.contour().own(), pixels, 1),
                Nuisance::alpha);
    }

    private static Recipe defect(String name, Brush brush, Press press) {
        return defect(name, USABILITY, brush, press);
    }

    private static Recipe defect(String name, Judge own, Brush brush, Press press) {
        return Recipe.defect(Task.CUT_OUT, name, own, brush, press);
    }

    private static BufferedImage feathered(Scene scene, RandomGenerator dice) {
        var contour = scene.contour();
        return contour.cutOut(contour.clean(), 0, dice.nextDouble(2, 5));
    }

    /// The old background's colours under a soft edge: a shimmer on any other background.
    private static BufferedImage contaminated(Scene scene, RandomGenerator dice) {
        var contour = scene.contour();
        return contour.cutOut(contour.own(), 0, dice.nextDouble(3, 7));
    }

    private static BufferedImage bitten(Scene scene, RandomGenerator dice) {
        var contour = scene.contour();
        return contour.cutOut(contour.own(), -dice.nextInt(3, 7), 1);
    }

    private static BufferedImage leftover(Scene scene, RandomGenerator dice) {
        var image = Drawing.clear(scene.width(), scene.height());
        var pen = Drawing.pen(image);
        int wide = (int) (scene.width() * dice.nextDouble(0.33, 0.58));
        pen.setClip(dice.nextBoolean() ? 0 : scene.width() - wide, 0, wide, scene.height());
        pen.drawImage(scene.shot(), 0, 0, null);
        pen.setClip(null);
        pen.drawImage(scene.subject(), 0, 0, null);
        return image;
    }

    private static BufferedImage foggy(Scene scene, RandomGenerator dice) {
        var image = Drawing.clear(scene.width(), scene.height());
        var pen = Drawing.pen(image);
        float share = (float) dice.nextDouble(0.3, 0.7);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, share));
        pen.drawImage(scene.subject(), 0, 0, null);
        return image;
    }

    private static BufferedImage same(Scene scene, RandomGenerator dice) {
        return Drawing.copy(scene.shot());
    }

    private static BufferedImage opaque(Scene scene, RandomGenerator dice) {
        return Drawing.with(Drawing.clear(scene.width(), scene.height()), scene.shot());
    }

    private static BufferedImage clear(Scene scene, RandomGenerator dice) {
        return Drawing.clear(scene.width(), scene.height());
    }

    private static BufferedImage checkered(Scene scene, RandomGenerator dice) {
        int side = dice.nextInt(SQUARE_MIN, SQUARE_MAX);
        int dark = dice.nextInt(190, 220);
        int light = Math.min(255, dark + dice.nextInt(15, 50));
        var image = Drawing.filled(scene.width(), scene.height(), Drawing.grey(dark));
        var pen = image.createGraphics();
        pen.setColor(Drawing.grey(light));
        for (int y = 0; y * side < scene.height(); y++) {
            for (int x = y % 2; x * side < scene.width(); x += 2) {
                pen.fillRect(x * side, y * side, side, side);
            }
        }
        return scene.onto(image);
    }
}
