package dev.easel.proof.bench;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.TECHNICAL;
import static dev.easel.judging.Judge.USABILITY;

import dev.easel.judging.Judge;
import dev.easel.proof.bench.Recipe.Brush;
import dev.easel.workflow.Task;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Outputs of "put it on white".
final class WhiteGrounds {

    private static final double HALO = 0.97;

    private WhiteGrounds() {}

    static List<Recipe> recipes() {
        var recipes = new ArrayList<Recipe>();
        recipes.addAll(good());
        recipes.addAll(halos());
        recipes.addAll(grounds());
        recipes.addAll(subjects());
        return List.copyOf(recipes);
    }

    private static List<Recipe> good() {
        return List.of(
                good("clean", WhiteGrounds::clean),
                good("clean, again", WhiteGrounds::clean),
                good("contact shadow", WhiteGrounds::shadow),
                good("the photo's own edge", (scene, _) -> ownColours(scene, 0, 1)),
                good("soft edge", (scene, dice) -> softened(scene, dice)));
    }

    private static List<Recipe> halos() {
        return List.of(
                halo("halo, old background", (scene, _) -> ownColours(scene, wide(scene), 1))
                        .promising(HALO),
                halo(12).promising(HALO),
                halo(8).promising(HALO),
                halo(6).promising(HALO),
                halo(4).promising(HALO),
                halo(3).promising(0.75),
                halo(2),
                halo(1),
                halo("halo, feathered", (scene, _) -> ownColours(scene, 5, 10)),
                halo("dark outline", WhiteGrounds::outlined),
                halo("pale band", WhiteGrounds::pale),
                halo("cut into the product", WhiteGrounds::bitten));
    }

    private static List<Recipe> grounds() {
        return List.of(
                defect("background 236-245", USABILITY, WhiteGrounds::offWhite),
                defect("background 200-230", USABILITY, WhiteGrounds::grey),
                defect("background fades", USABILITY, WhiteGrounds::faded),
                defect("leftover background", USABILITY, WhiteGrounds::leftover),
                defect("no change", CHANGE, (scene, _) -> Drawing.copy(scene.shot()))
                        .promising(0.99),
                defect(
                                "blank",
                                TECHNICAL,
                                (scene, _) ->
                                        Drawing.filled(scene.width(), scene.height(), Color.WHITE))
                        .promising(0.99));
    }

    private static List<Recipe> subjects() {
        return List.of(
                defect("product recoloured", PRESERVATION, WhiteGrounds::recoloured),
                defect("product of another size", PRESERVATION, WhiteGrounds::scaled),
                defect("product re-made", PRESERVATION, WhiteGrounds::remade).onlyDrawn(),
                defect("hole in the product", PRESERVATION, WhiteGrounds::holed));
    }

    private static Recipe good(String name, Brush brush) {
        return Recipe.good(Task.WHITE_BACKGROUND, name, brush, Nuisance::white);
    }

    private static Recipe halo(int pixels) {
        return halo("halo %d px".formatted(pixels), (scene, _) -> ownColours(scene, pixels, 1));
    }

    private static Recipe halo(String name, Brush brush) {
        return defect(name, USABILITY, brush);
    }

    private static Recipe defect(String name, Judge own, Brush brush) {
        return Recipe.defect(Task.WHITE_BACKGROUND, name, own, brush, Nuisance::white);
    }

    private static BufferedImage clean(Scene scene, RandomGenerator dice) {
        return scene.onWhite();
    }

    static BufferedImage shadow(Scene scene, RandomGenerator dice) {
        var ground = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        var pen = Drawing.pen(ground);
        pen.setColor(new Color(0, 0, 0, 6));
        Rectangle body = scene.body();
        for (int i = 0; i < 10; i++) {
            pen.fill(
                    new Ellipse2D.Double(
                            body.x + body.width * 0.05 - i * 2,
                            body.y + body.height * 0.94 - i,
                            body.width * 0.9 + i * 4,
                            body.height * 0.08 + i * 2));
        }
        return scene.onto(ground);
    }

    private static BufferedImage softened(Scene scene, RandomGenerator dice) {
        var contour = scene.contour();
        return contour.onWhite(contour.clean(), 0, dice.nextDouble(1.5, 3));
    }

    private static BufferedImage ownColours(Scene scene, double grow, double ramp) {
        var contour = scene.contour();
        return contour.onWhite(contour.own(), grow, ramp);
    }

    private static double wide(Scene scene) {
        return scene.width() / 50.0;
    }

    private static BufferedImage outlined(Scene scene, RandomGenerator dice) {
        return scene.contour().banded(Drawing.grey(dice.nextInt(15, 55)), dice.nextInt(2, 6));
    }

    private static BufferedImage pale(Scene scene, RandomGenerator dice) {
        int level = dice.nextInt(190, 225);
        var colour = new Color(level + 10, level, level - dice.nextInt(20));
        return scene.contour().banded(colour, dice.nextInt(3, 9));
    }

    private static BufferedImage bitten(Scene scene, RandomGenerator dice) {
        return ownColours(scene, -dice.nextInt(3, 7), 1);
    }

    private static BufferedImage offWhite(Scene scene, RandomGenerator dice) {
        int level = dice.nextInt(236, 246);
        var colour =
                switch (dice.nextInt(3)) {
                    case 0 -> Drawing.grey(level);
                    case 1 -> new Color(level - 3, level, level);
                    default -> new Color(level, level, level - 6);
                };
        return on(scene, colour);
    }

    private static BufferedImage grey(Scene scene, RandomGenerator dice) {
        return on(scene, Drawing.colour(dice, 200, 231));
    }

    private static BufferedImage faded(Scene scene, RandomGenerator dice) {
        var ground = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        var pen = Drawing.pen(ground);
        boolean across = dice.nextBoolean();
        pen.setPaint(
                new GradientPaint(
                        0,
                        0,
                        Color.WHITE,
                        across ? scene.width() : 0,
                        across ? 0 : scene.height(),
                        Drawing.grey(dice.nextInt(205, 230))));
        pen.fillRect(0, 0, scene.width(), scene.height());
        return scene.onto(ground);
    }

    private static BufferedImage leftover(Scene scene, RandomGenerator dice) {
        int side = (int) Math.sqrt(scene.area() * dice.nextDouble(0.01, 0.04));
        var corner = corner(scene, dice, side);
        var image = scene.onWhite();
        var pen = Drawing.pen(image);
        pen.setClip(corner);
        pen.drawImage(scene.shot(), 0, 0, null);
        return image;
    }

    /// One that the product leaves free, or the one of which it covers least.
    private static Rectangle corner(Scene scene, RandomGenerator dice, int side) {
        int start = dice.nextInt(4);
        var best = new Rectangle();
        int least = Integer.MAX_VALUE;
        for (int i = start; i < start + 4; i++) {
            var corner =
                    new Rectangle(
                            i % 2 == 0 ? 0 : scene.width() - side,
                            i / 2 % 2 == 0 ? 0 : scene.height() - side,
                            side,
                            side);
            int covered = covered(scene, corner);
            if (covered < least) {
                least = covered;
                best = corner;
            }
        }
        return best;
    }

    private static int covered(Scene scene, Rectangle within) {
        int count = 0;
        for (int y = within.y; y < within.y + within.height; y++) {
            for (int x = within.x; x < within.x + within.width; x++) {
                count += scene.subject().getRGB(x, y) >>> 24 > 127 ? 1 : 0;
            }
        }
        return count;
    }

    private static BufferedImage recoloured(Scene scene, RandomGenerator dice) {
        int channel = dice.nextInt(3);
        int amount = dice.nextInt(35, 75);
        int[] off = new int[3];
        off[channel] = amount;
        off[(channel + 1) % 3] = -amount / 2;
        var covered = scene.covered();
        var image = scene.onWhite();
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            if (covered[i]) {
                argb[i] = Drawing.shifted(argb[i], off[0], off[1], off[2]);
            }
        }
        return image;
    }

    private static BufferedImage scaled(Scene scene, RandomGenerator dice) {
        double factor =
                dice.nextBoolean() ? dice.nextDouble(0.86, 0.92) : dice.nextDouble(1.08, 1.14);
        var about = new AffineTransform();
        about.translate(scene.width() / 2.0, scene.height() / 2.0);
        about.scale(factor, factor);
        about.translate(-scene.width() / 2.0, -scene.height() / 2.0);
        var image = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        Drawing.pen(image).drawImage(scene.subject(), about, null);
        return image;
    }

    private static BufferedImage remade(Scene scene, RandomGenerator dice) {
        var image = Drawing.filled(scene.width(), scene.height(), Color.WHITE);
        Objects.requireNonNull(scene.product()).remade().paint(Drawing.pen(image));
        return image;
    }

    private static BufferedImage holed(Scene scene, RandomGenerator dice) {
        Rectangle body = scene.body();
        double side = Math.sqrt(body.width * body.height * dice.nextDouble(0.03, 0.08));
        var image = scene.onWhite();
        var pen = Drawing.pen(image);
        pen.setColor(Color.WHITE);
        pen.fill(
                new Ellipse2D.Double(
                        body.getCenterX() - side / 2, body.getCenterY() - side / 2, side, side));
        return image;
    }

    private static BufferedImage on(Scene scene, Color colour) {
        return scene.onto(Drawing.filled(scene.width(), scene.height(), colour));
    }
}
