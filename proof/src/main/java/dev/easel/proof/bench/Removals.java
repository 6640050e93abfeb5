package dev.easel.proof.bench;

import static dev.easel.judging.Judge.CHANGE;
import static dev.easel.judging.Judge.PRESERVATION;
import static dev.easel.judging.Judge.TECHNICAL;

import dev.easel.judging.Judge;
import dev.easel.proof.bench.Recipe.Brush;
import dev.easel.workflow.Task;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Outputs of "remove the object that is painted over".
final class Removals {

    private static final int TRIES = 100;

    private Removals() {}

    static List<Recipe> recipes() {
        return List.of(
                good("clean", Removals::clean),
                good("clean, again", Removals::clean),
                good("clean, once more", Removals::clean),
                good("filled in anew", Removals::refilled),
                defect("no change", CHANGE, (scene, _) -> Drawing.copy(scene.photo()))
                        .promising(0.99),
                defect("ghost", CHANGE, Removals::ghost).promising(0.99),
                defect("half object", CHANGE, Removals::half),
                defect("added object", PRESERVATION, Removals::added).promising(0.98),
                defect("recoloured patch", PRESERVATION, Removals::recoloured).promising(0.98),
                defect("erased flat patch", PRESERVATION, Removals::erased).promising(0.96),
                defect("soft erasure", PRESERVATION, Removals::softErased),
                defect("texture re-made", PRESERVATION, Removals::remade).onlyDrawn(),
                defect("blur 2.5-3.5x", PRESERVATION, (scene, dice) -> blur(scene, dice, 2.5, 3.5))
                        .promising(0.97),
                defect("blur 4-6x", PRESERVATION, (scene, dice) -> blur(scene, dice, 4, 6))
                        .promising(0.97),
                defect("blur 4-6x, product only", PRESERVATION, Removals::blurredProduct)
                        .promising(0.97),
                defect("colour cast", PRESERVATION, Removals::cast),
                defect("watermark", PRESERVATION, Removals::watermark),
                defect("zoom", PRESERVATION, Removals::zoomed),
                defect("letterbox", PRESERVATION, Removals::letterboxed),
                defect("other picture", PRESERVATION, Removals::other).onlyDrawn(),
                defect("product moved", PRESERVATION, Removals::moved).onlyDrawn(),
                defect("stretch", TECHNICAL, Removals::stretched),
                defect("cropped to another shape", TECHNICAL, Removals::cropped));
    }

    private static Recipe good(String name, Brush brush) {
        return Recipe.good(Task.OBJECT_REMOVAL, name, brush, Nuisance::photo);
    }

    private static Recipe defect(String name, Judge own, Brush brush) {
        return Recipe.defect(Task.OBJECT_REMOVAL, name, own, brush, Nuisance::photo);
    }

    static BufferedImage clean(Scene scene, RandomGenerator dice) {
        return Drawing.copy(scene.bare());
    }

    /// No model knows what was behind the object: it makes something up that fits, and blends it
    /// in a little beyond what was painted.
    private static BufferedImage refilled(Scene scene, RandomGenerator dice) {
        var fill = Drawing.blurred(scene.bare(), dice.nextDouble(2, 5));
        var soft = Drawing.blurred(scene.mask(), 5);
        int[] made = Drawing.argb(fill);
        int[] share = Drawing.argb(soft);
        var image = Drawing.copy(scene.bare());
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Drawing.mixed(argb[i], made[i], (share[i] & 0xff) / 255.0);
        }
        return image;
    }

    private static BufferedImage ghost(Scene scene, RandomGenerator dice) {
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setComposite(alpha(dice.nextDouble(0.35, 0.65)));
        pen.drawImage(scene.photo(), 0, 0, null);
        return image;
    }

    private static BufferedImage half(Scene scene, RandomGenerator dice) {
        var object = scene.object();
        boolean left = dice.nextBoolean();
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setClip(
                object.x - 1,
                object.y - 1 + (left ? 0 : object.height / 2),
                2 + (left ? object.width / 2 : object.width),
                2 + (left ? object.height : object.height / 2));
        pen.drawImage(scene.photo(), 0, 0, null);
        return image;
    }

    private static BufferedImage added(Scene scene, RandomGenerator dice) {
        int side = Place.side(scene, dice, 0.003, 0.023);
        var at = Place.outside(scene, dice, side);
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setColor(unlike(scene, at, dice));
        if (dice.nextBoolean()) {
            pen.fill(new Ellipse2D.Double(at.x, at.y, side, side));
        } else {
            pen.fill(at);
        }
        return image;
    }

    /// An object of the colour of its place is none.
    private static Color unlike(Scene scene, Rectangle at, RandomGenerator dice) {
        int[] mean = Place.mean(scene, at);
        for (int i = 0; i < TRIES; i++) {
            var colour = Drawing.colour(dice, 0, 256);
            int off =
                    Math.abs(colour.getRed() - mean[0])
                            + Math.abs(colour.getGreen() - mean[1])
                            + Math.abs(colour.getBlue() - mean[2]);
            if (off > 100) {
                return colour;
            }
        }
        return mean[1] > 128 ? Color.BLACK : Color.WHITE;
    }

    private static BufferedImage recoloured(Scene scene, RandomGenerator dice) {
        int side = Place.side(scene, dice, 0.01, 0.04);
        var at = Place.outside(scene, dice, side);
        int channel = dice.nextInt(3);
        // What is dark cannot get much darker.
        int amount = dice.nextInt(30, 70) * (Place.mean(scene, at)[channel] < 100 ? 1 : -1);
        var image = clean(scene, dice);
        int[] argb = Drawing.argb(image);
        for (int y = at.y; y < at.y + side; y++) {
            for (int x = at.x; x < at.x + side; x++) {
                int i = y * scene.width() + x;
                argb[i] = tinted(argb[i], channel, amount, amount / 3);
            }
        }
        return image;
    }

    private static BufferedImage erased(Scene scene, RandomGenerator dice) {
        var at = Place.detailed(scene, dice, Place.side(scene, dice, 0.006, 0.026));
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setColor(new Color(scene.bare().getRGB(at.x, at.y)));
        pen.fill(new RoundRectangle2D.Double(at.x, at.y, at.width, at.height, 10, 10));
        return image;
    }

    private static BufferedImage softErased(Scene scene, RandomGenerator dice) {
        var at = Place.detailed(scene, dice, Place.side(scene, dice, 0.006, 0.026));
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setClip(new Ellipse2D.Double(at.x, at.y, at.width, at.height));
        pen.drawImage(Drawing.blurred(scene.bare(), 14), 0, 0, null);
        return image;
    }

    private static BufferedImage remade(Scene scene, RandomGenerator dice) {
        var image = clean(scene, dice);
        Objects.requireNonNull(scene.product()).remade().paint(Drawing.pen(image));
        return image;
    }

    private static BufferedImage blur(Scene scene, RandomGenerator dice, double from, double to) {
        return Drawing.blurred(scene.bare(), dice.nextDouble(from, to));
    }

    private static BufferedImage blurredProduct(Scene scene, RandomGenerator dice) {
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setClip(scene.body());
        pen.drawImage(blur(scene, dice, 4, 6), 0, 0, null);
        return image;
    }

    private static BufferedImage cast(Scene scene, RandomGenerator dice) {
        int channel = dice.nextInt(3);
        int amount = dice.nextInt(18, 38);
        int other = dice.nextBoolean() ? amount / 2 : 0;
        var image = clean(scene, dice);
        int[] argb = Drawing.argb(image);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = tinted(argb[i], channel, -amount, -other);
        }
        return image;
    }

    private static BufferedImage watermark(Scene scene, RandomGenerator dice) {
        int width = scene.width();
        int height = scene.height();
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setComposite(alpha(dice.nextDouble(0.2, 0.45)));
        pen.setColor(dice.nextBoolean() ? Color.GRAY : Drawing.grey(60));
        pen.rotate(-0.5, width / 2.0, height / 2.0);
        long word = dice.nextLong();
        for (int y = -height / 2; y < height * 3 / 2; y += height / 5) {
            for (int x = -width / 2; x < width * 3 / 2; x += width * 3 / 4) {
                Lettering.write(pen, x, y, width / 18.0, 12, Scene.dice(word, "watermark"));
            }
        }
        return image;
    }

    private static BufferedImage zoomed(Scene scene, RandomGenerator dice) {
        double cut = dice.nextDouble(0.03, 0.1) / 2;
        int x = (int) (scene.width() * cut);
        int y = (int) (scene.height() * cut);
        return Resampling.of(
                part(scene.bare(), x, y, scene.width() - 2 * x, scene.height() - 2 * y),
                scene.width(),
                scene.height());
    }

    private static BufferedImage letterboxed(Scene scene, RandomGenerator dice) {
        int depth = (int) (scene.height() * dice.nextDouble(0.03, 0.1));
        var image = clean(scene, dice);
        var pen = Drawing.pen(image);
        pen.setColor(dice.nextBoolean() ? Color.BLACK : Color.GRAY);
        pen.fillRect(0, 0, scene.width(), depth);
        pen.fillRect(0, scene.height() - depth, scene.width(), depth);
        return image;
    }

    private static BufferedImage other(Scene scene, RandomGenerator dice) {
        return Resampling.of(Scene.of(dice.nextLong()).bare(), scene.width(), scene.height());
    }

    private static BufferedImage moved(Scene scene, RandomGenerator dice) {
        int far = (int) (scene.width() * dice.nextDouble(0.03, 0.08));
        var image = clean(scene, dice);
        var along = AffineTransform.getTranslateInstance(dice.nextBoolean() ? far : -far, 0);
        Drawing.pen(image).drawImage(scene.subject(), along, null);
        return image;
    }

    private static BufferedImage stretched(Scene scene, RandomGenerator dice) {
        int width = (int) (scene.width() * dice.nextDouble(1.05, 1.2));
        return Resampling.of(scene.bare(), width, scene.height());
    }

    private static BufferedImage cropped(Scene scene, RandomGenerator dice) {
        int cut = (int) (scene.width() * dice.nextDouble(0.04, 0.2));
        return part(
                scene.bare(), dice.nextBoolean() ? cut : 0, 0, scene.width() - cut, scene.height());
    }

    private static BufferedImage part(BufferedImage image, int x, int y, int width, int height) {
        var part = new BufferedImage(width, height, image.getType());
        Graphics2D pen = part.createGraphics();
        pen.drawImage(image, -x, -y, null);
        return part;
    }

    /// One channel by `amount`, the next by `other`.
    private static int tinted(int argb, int channel, int amount, int other) {
        int next = (channel + 1) % 3;
        return Drawing.shifted(
                argb,
                channel == 0 ? amount : next == 0 ? other : 0,
                channel == 1 ? amount : next == 1 ? other : 0,
                channel == 2 ? amount : next == 2 ? other : 0);
    }

    private static AlphaComposite alpha(double share) {
        return AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) share);
    }
}
