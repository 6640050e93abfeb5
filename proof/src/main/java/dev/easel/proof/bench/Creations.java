package dev.easel.proof.bench;

import static dev.easel.judging.Judge.TECHNICAL;

import dev.easel.proof.bench.Damage.Accident;
import dev.easel.proof.bench.Recipe.Brush;
import dev.easel.proof.bench.Recipe.Press;
import dev.easel.workflow.Task;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Outputs that no photo went into, and files that were damaged: with nothing to compare with, and
/// as the output of a removal, which has its photo.
final class Creations {

    private static final double STRUCTURE = 0.99;
    private static final double ZEROED = 0.9;

    private Creations() {}

    static List<Recipe> recipes() {
        var recipes = new ArrayList<Recipe>();
        recipes.addAll(whole());
        recipes.addAll(blank());
        recipes.addAll(broken());
        recipes.addAll(alone());
        recipes.addAll(compared());
        return List.copyOf(recipes);
    }

    private static List<Recipe> whole() {
        return List.of(
                good("a scene", Creations::scene, Nuisance::photo),
                good("a product on white", (scene, _) -> scene.onWhite(), Nuisance::white),
                good("a small product on white", Creations::small, Nuisance::white),
                good("progressive JPEG", Creations::scene, Creations::progressive),
                good("WebP", Creations::scene, (image, _) -> PlainWebp.of(image)));
    }

    private static List<Recipe> blank() {
        return List.of(
                blank("blank, one colour", Creations::solid, Nuisance::photo),
                blank("blank, one colour, as it is", Creations::solid, Nuisance::none),
                blank("blank, a faint gradient", Creations::gradient, Nuisance::photo));
    }

    private static List<Recipe> broken() {
        return List.of(
                broken("JPEG cut short", Nuisance::jpeg, Damage::cutShort),
                broken("JPEG, last bytes lost", Nuisance::jpeg, Damage::lastBytesLost),
                broken("PNG cut short", Creations::png, Damage::cutShort),
                broken("PNG, wrong checksum", Creations::png, Damage::wrongByte),
                broken("PNG, end missing", Creations::png, Damage::endMissing),
                broken("WebP cut short", Creations::webp, Damage::cutShort),
                broken("WebP, wrong length", Creations::webp, Damage::wrongLength),
                broken("an error page", Creations::png, Damage::errorPage));
    }

    private static List<Recipe> alone() {
        return List.of(
                alone("JPEG, 8 bytes zeroed", Nuisance::jpeg, Damage.zeroed(8)),
                alone("JPEG, 1 byte zeroed", Nuisance::jpeg, Damage.zeroed(1)),
                alone("JPEG, 64 bytes lost", Nuisance::jpeg, Damage.lost(64)),
                alone("JPEG, 256 bytes repeated", Nuisance::jpeg, Damage.repeated(256)),
                alone(
                        "progressive JPEG, 8 bytes zeroed",
                        Creations::progressive,
                        Damage.zeroed(8)));
    }

    private static List<Recipe> compared() {
        return List.of(
                compared("JPEG, 8 bytes zeroed", Damage.zeroed(8)).promising(ZEROED),
                compared("JPEG, 1 byte zeroed", Damage.zeroed(1)),
                compared("JPEG, 64 bytes lost", Damage.lost(64)),
                compared("JPEG, 256 bytes repeated", Damage.repeated(256)));
    }

    private static Recipe good(String name, Brush brush, Press press) {
        return Recipe.good(Task.TEXT_TO_IMAGE, name, brush, press);
    }

    private static Recipe blank(String name, Brush brush, Press press) {
        return Recipe.defect(Task.TEXT_TO_IMAGE, name, TECHNICAL, brush, press)
                .promising(STRUCTURE);
    }

    private static Recipe broken(String name, Press press, Accident accident) {
        return alone(name, press, accident).promising(STRUCTURE);
    }

    private static Recipe alone(String name, Press press, Accident accident) {
        return Recipe.defect(
                Task.TEXT_TO_IMAGE,
                name,
                TECHNICAL,
                Creations::scene,
                Damage.after(press, accident));
    }

    private static Recipe compared(String name, Accident accident) {
        return Recipe.defect(
                Task.OBJECT_REMOVAL,
                name,
                TECHNICAL,
                Removals::clean,
                Damage.after(Nuisance::jpeg, accident));
    }

    private static BufferedImage scene(Scene scene, RandomGenerator dice) {
        return Drawing.copy(scene.shot());
    }

    private static BufferedImage small(Scene scene, RandomGenerator dice) {
        double factor = dice.nextDouble(0.12, 0.25);
        var image = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        var about = new AffineTransform();
        about.translate(
                scene.width() * dice.nextDouble(0.2, 0.6),
                scene.height() * dice.nextDouble(0.2, 0.6));
        about.scale(factor, factor);
        Drawing.pen(image).drawImage(scene.subject(), about, null);
        return image;
    }

    private static BufferedImage solid(Scene scene, RandomGenerator dice) {
        return Drawing.filled(scene.width(), scene.height(), Drawing.colour(dice, 0, 256));
    }

    private static BufferedImage gradient(Scene scene, RandomGenerator dice) {
        int level = dice.nextInt(200);
        var image = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        var pen = Drawing.pen(image);
        pen.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Drawing.grey(level),
                        0,
                        scene.height(),
                        new Color(level + 30, level + 30, level + 40)));
        pen.fillRect(0, 0, scene.width(), scene.height());
        return image;
    }

    private static byte[] png(BufferedImage image, RandomGenerator dice) {
        return Encoding.png(image);
    }

    private static byte[] webp(BufferedImage image, RandomGenerator dice) {
        return PlainWebp.of(image);
    }

    private static byte[] progressive(BufferedImage image, RandomGenerator dice) {
        return Encoding.progressiveJpeg(image, Nuisance.quality(dice));
    }
}
