package dev.easel.judging;

import dev.easel.image.Pixels;

import java.util.List;

/// Is it a picture at all, is something on it, and has it the right shape?
final class TechnicalJudge {

    /// Blank pictures reach 0.7, a tiny product on white 32 (seeds 100-149).
    private static final Limit CONTRAST = Limit.atLeast(4);

    /// Good outputs are off by 0.2 % at most: rounding to whole pixels.
    private static final Limit STRETCH = Limit.atMost(Scene.STRETCH_MAX);

    /// Models make sides that are multiples of 8 to 64: 1344 x 768 is their 16:9.
    private static final Limit ASKED_STRETCH = Limit.atMost(0.03);

    private static final Limit ENLARGEMENT = Limit.atLeast(1.01);

    private TechnicalJudge() {}

    static Ruling broken(String reason) {
        return Ruling.fault(Fault.BROKEN, reason);
    }

    static Ruling content(Scene scene) {
        var contrast = new Measure("contrast", Blank.contrast(scene.planes()), CONTRAST);
        if (!contrast.isWell()) {
            return Ruling.fault(
                    Fault.BLANK, "The picture is blank: nothing can be seen on it.", contrast);
        }
        int grey = GreyTail.rows(scene.output, scene.photo);
        if (grey > 0) {
            return Ruling.fail(
                    "The lower end of the picture is grey: a part of it was never sent. Run it"
                            + " again.",
                    List.of(GreyTail.box(scene.output, grey)),
                    contrast,
                    Measure.of("grey_rows", grey));
        }
        return Ruling.pass("The picture is whole and not blank.", contrast);
    }

    static Ruling shape(Scene scene) {
        var photo = scene.photo;
        if (photo == null) {
            return Ruling.abstain("Without the photo, the size cannot be compared.");
        }
        var stretch = new Measure("stretch", scene.stretch(photo), STRETCH);
        return stretch.isWell()
                ? Ruling.pass("It has the shape of the photo.", stretch)
                : otherShape(scene.output, photo.size().toString(), stretch);
    }

    static Ruling askedShape(Scene scene) {
        var shape = scene.shape;
        if (shape == null) {
            return Ruling.pass("");
        }
        double asked = (double) shape.width() / shape.height();
        double off = Math.abs(scene.output.size().ratio() / asked - 1);
        var stretch = new Measure("stretch", off, ASKED_STRETCH);
        return stretch.isWell()
                ? Ruling.pass("It has the shape that was asked for.", stretch)
                : otherShape(scene.output, shape.wire(), stretch);
    }

    static Ruling enlargement(Scene scene) {
        var photo = scene.photo;
        if (photo == null) {
            return Ruling.abstain("Without the photo, the size cannot be compared.");
        }
        double factor = (double) scene.output.width() / photo.width();
        var enlargement = new Measure("enlargement", factor, ENLARGEMENT);
        return enlargement.isWell()
                ? Ruling.pass("It is larger than the photo.", enlargement)
                : Ruling.fail(
                        "The picture is no larger than the photo: %s after %s."
                                .formatted(scene.output.size(), photo.size()),
                        List.of(),
                        enlargement);
    }

    private static Ruling otherShape(Pixels output, String wanted, Measure stretch) {
        return Ruling.fail(
                "The picture came back in another shape: %s instead of %s. It is stretched or cut."
                        .formatted(output.size(), wanted),
                List.of(),
                stretch);
    }
}
