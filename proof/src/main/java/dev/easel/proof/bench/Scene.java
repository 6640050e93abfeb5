package dev.easel.proof.bench;

import dev.easel.image.Pixels;

import org.jspecify.annotations.Nullable;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a shopkeeper photographed, with all that the bench must know of it.
///
/// @param name what reports call it: a seed, or a photograph and a seed
/// @param photo with an object that is to be removed
/// @param bare the same without that object
/// @param shot the product before something that is not white
/// @param subject the product alone, cleanly cut out
/// @param body where the product is
/// @param object where the object is
/// @param mask what was painted over it, white on black
/// @param outline the product's edge, for those who need it
/// @param product how the product is painted; absent for photographs
record Scene(
        String name,
        BufferedImage photo,
        BufferedImage bare,
        BufferedImage shot,
        BufferedImage subject,
        Rectangle body,
        Rectangle object,
        BufferedImage mask,
        Supplier<Contour> outline,
        @Nullable Product product) {

    private static final int FRAME = 20;

    /// The same seed makes the same scene.
    static Scene of(long seed) {
        var dice = dice(seed, "scene");
        int longer = dice.nextInt(520, 880);
        int shorter = (int) (longer * dice.nextDouble(0.7, 1));
        boolean wide = dice.nextBoolean();
        int width = wide ? longer : shorter;
        int height = wide ? shorter : longer;
        var product = Product.within(width, height, dice);
        var shot = painted(Texture.background(width, height, dice), product);
        // One in five is a picture from a catalogue.
        var bare =
                dice.nextInt(5) == 0
                        ? painted(Drawing.filled(width, height, Color.WHITE), product)
                        : shot;
        return of(
                "seed " + seed,
                bare,
                shot,
                painted(Drawing.clear(width, height), product),
                product.bounds(),
                product,
                dice);
    }

    /// Puts an object that is to be removed onto the picture.
    static Scene of(
            String name,
            BufferedImage bare,
            BufferedImage shot,
            BufferedImage subject,
            Rectangle body,
            @Nullable Product product,
            RandomGenerator dice) {
        var object = place(bare.getWidth(), bare.getHeight(), body, dice);
        var photo = Drawing.copy(bare);
        sticker(Drawing.pen(photo), object, dice);
        return new Scene(
                name,
                photo,
                bare,
                shot,
                subject,
                body,
                object,
                mask(bare.getWidth(), bare.getHeight(), object, dice),
                once(() -> Contour.of(covered(subject), shot)),
                product);
    }

    /// Dice of its own for each use: a new defect changes none of the others' pictures.
    static RandomGenerator dice(long seed, String use) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L + use.hashCode());
    }

    int width() {
        return bare.getWidth();
    }

    int height() {
        return bare.getHeight();
    }

    /// Of some photographs nobody drew the subject's outline: theirs is clear all over.
    boolean hasSubject() {
        return product != null
                || Arrays.stream(Drawing.argb(subject)).anyMatch(argb -> argb >>> 24 != 0);
    }

    /// Pixels in all.
    int area() {
        return width() * height();
    }

    Contour contour() {
        return outline.get();
    }

    /// Where the product is.
    boolean[] covered() {
        return covered(subject);
    }

    BufferedImage onto(BufferedImage background) {
        return Drawing.with(background, subject);
    }

    BufferedImage onWhite() {
        return onto(Drawing.filled(width(), height(), Color.WHITE));
    }

    Pixels maskPixels() {
        return Drawing.pixels(mask);
    }

    private static boolean[] covered(BufferedImage subject) {
        int[] argb = Drawing.argb(subject);
        var covered = new boolean[argb.length];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = argb[i] >>> 24 > 127;
        }
        return covered;
    }

    /// Many scenes are made whose edge nobody asks for, and it costs.
    private static Supplier<Contour> once(Supplier<Contour> maker) {
        return new Supplier<>() {
            private @Nullable Contour made;

            @Override
            public Contour get() {
                if (made == null) {
                    made = maker.get();
                }
                return made;
            }
        };
    }

    private static BufferedImage painted(BufferedImage image, Product product) {
        product.paint(Drawing.pen(image));
        return image;
    }

    /// Half of them stick to the product.
    private static Rectangle place(int width, int height, Rectangle body, RandomGenerator dice) {
        int wide = Math.max(40, (int) (width * dice.nextDouble(0.07, 0.17)));
        int high = Math.max(26, (int) (wide * dice.nextDouble(0.5, 1)));
        int x;
        int y;
        if (dice.nextBoolean()) {
            x = body.x + body.width / 4 + dice.nextInt(Math.max(1, body.width / 3));
            y = body.y + body.height / 3 + dice.nextInt(Math.max(1, body.height / 3));
        } else {
            x = FRAME + dice.nextInt(width - wide - 2 * FRAME);
            y = FRAME + dice.nextInt(height - high - 2 * FRAME);
        }
        return new Rectangle(
                Math.min(x, width - wide - FRAME), Math.min(y, height - high - FRAME), wide, high);
    }

    /// A price, a seal or a warning.
    private static void sticker(Graphics2D pen, Rectangle at, RandomGenerator dice) {
        int kind = dice.nextInt(3);
        var paper =
                switch (kind) {
                    case 0 -> new Color(250, 250, 245);
                    case 1 -> Drawing.colour(dice, 120, 255);
                    default -> new Color(220, 30, 40);
                };
        var sheet = new RoundRectangle2D.Double(at.x, at.y, at.width, at.height, 8, 8);
        pen.setColor(paper);
        pen.fill(sheet);
        pen.setColor(kind == 2 ? Color.WHITE : Drawing.grey(30));
        pen.setStroke(new BasicStroke(1.5f));
        pen.draw(sheet);
        double letter = Math.max(9, at.height / 3.0);
        int letters = Math.max(2, (int) (at.width * 0.75 / (letter * 0.85)));
        Lettering.write(
                pen, at.x + at.width / 8.0, at.getCenterY() - letter / 2, letter, letters, dice);
    }

    private static BufferedImage mask(
            int width, int height, Rectangle object, RandomGenerator dice) {
        var mask = Drawing.filled(width, height, Color.BLACK);
        var pen = mask.createGraphics();
        int around = dice.nextInt(4, 18);
        int round = dice.nextBoolean() ? 0 : 2 * around;
        pen.setColor(Color.WHITE);
        pen.fillRoundRect(
                object.x - around,
                object.y - around,
                object.width + 2 * around,
                object.height + 2 * around,
                round,
                round);
        return mask;
    }
}
