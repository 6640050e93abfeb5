package dev.easel.proof.bench;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/// A real photograph into which the same defects are cut. What painted scenes do not have: noise of
/// a camera, soft edges, fine texture everywhere.
///
/// @param file in the folder of photographs
/// @param body where its subject is
/// @param cutOut a subject's outline was drawn, so that it can be cut out; else only removals are
/// made of it
record Photograph(String file, Rectangle body, boolean cutOut) {

    static final List<Photograph> ALL =
            List.of(
                    cutOut("coffee.png", 74, 16, 406, 368),
                    cutOut("astronaut.png", 24, 14, 488, 498),
                    cutOut("flower.jpg", 167, 83, 281, 278),
                    cutOut("fig.jpg", 200, 77, 692, 527),
                    whole("rocket.jpg", 240, 120, 160, 290),
                    whole("pagoda.jpg", 65, 30, 290, 330),
                    whole("brushes.jpg", 100, 60, 500, 500),
                    whole("room.jpg", 40, 420, 440, 420),
                    whole("dogs.jpg", 160, 180, 300, 420),
                    whole("dandelion.jpg", 100, 40, 320, 400));

    private static Photograph cutOut(String file, int x, int y, int width, int height) {
        return new Photograph(file, new Rectangle(x, y, width, height), true);
    }

    private static Photograph whole(String file, int x, int y, int width, int height) {
        return new Photograph(file, new Rectangle(x, y, width, height), false);
    }

    /// Where the photographs are: beside the launcher.
    static Path folder() {
        return Path.of(System.getProperty("easel.home", ".."), "photos");
    }

    /// The seed decides what is put onto it and how it is spoilt.
    Scene scene(Path folder, long seed) throws IOException {
        var name = file.substring(0, file.lastIndexOf('.'));
        var bare = read(folder.resolve(file));
        var subject = Drawing.clear(bare.getWidth(), bare.getHeight());
        if (cutOut) {
            subject = subject(bare, read(folder.resolve(name + "-subject.png")));
        }
        return Scene.of(
                name + ", seed " + seed, bare, bare, subject, body, null, Scene.dice(seed, file));
    }

    /// Cleanly cut out: its own colours, continued over the soft edge.
    private static BufferedImage subject(BufferedImage photo, BufferedImage mask) {
        int[] painted = Drawing.argb(mask);
        var covered = new boolean[painted.length];
        for (int i = 0; i < covered.length; i++) {
            covered[i] = (painted[i] & 0xff) > 127;
        }
        var contour = Contour.of(covered, photo);
        return contour.cutOut(contour.clean(), 0, 1);
    }

    private static BufferedImage read(Path file) throws IOException {
        var read = ImageIO.read(file.toFile());
        var image = Drawing.filled(read.getWidth(), read.getHeight(), Color.BLACK);
        image.createGraphics().drawImage(read, 0, 0, null);
        return image;
    }
}
