package dev.easel.judging;

import dev.easel.workflow.Task;

import java.util.List;
import java.util.Map;

/// Is it a picture at all, is something on it, and has it the right shape?
final class TechnicalJudge {

    /// Blank pictures reach 0.7, a tiny product on white 32.
    private static final double CONTRAST_MIN = 4;

    /// Rounding to whole pixels stretches by 0.2 % at most.
    static final double STRETCH_MAX = 0.01;

    private TechnicalJudge() {}

    static Finding broken(String reason) {
        return Findings.fault(Judge.TECHNICAL, Fault.BROKEN, reason, Map.of());
    }

    static Finding judge(Scene scene) {
        double contrast = Blank.contrast(scene.output);
        if (contrast < CONTRAST_MIN) {
            return Findings.fault(
                    Judge.TECHNICAL,
                    Fault.BLANK,
                    "The picture is blank: nothing can be seen on it.",
                    Map.of("contrast", contrast));
        }
        if (!keepsFrame(scene.task)) {
            return Findings.pass(
                    Judge.TECHNICAL,
                    "The picture is whole and not blank.",
                    Map.of("contrast", contrast));
        }
        return frame(scene, contrast);
    }

    private static Finding frame(Scene scene, double contrast) {
        var photo = scene.photo;
        if (photo == null) {
            return Finding.abstain(
                    Judge.TECHNICAL, "Without the photo, the size cannot be compared.");
        }
        double stretch = scene.stretch(photo);
        double enlargement = (double) scene.output.width() / photo.width();
        var measured = Map.of("contrast", contrast, "stretch", stretch, "enlargement", enlargement);
        if (stretch > STRETCH_MAX) {
            return fail(
                    "The picture came back in another shape: %s instead of %s. It is stretched or cut."
                            .formatted(scene.output.size(), photo.size()),
                    measured);
        }
        if (scene.task == Task.UPSCALE && enlargement <= 1) {
            return fail(
                    "The picture is no larger than the photo: %s after %s."
                            .formatted(scene.output.size(), photo.size()),
                    measured);
        }
        return Findings.pass(
                Judge.TECHNICAL, "The picture is whole, not blank, and has its shape.", measured);
    }

    private static Finding fail(String reasoning, Map<String, Double> measured) {
        return Findings.fail(Judge.TECHNICAL, reasoning, List.of(), measured);
    }

    /// True where the output shows what the photo shows, and no more.
    private static boolean keepsFrame(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL,
                    TAG_REMOVAL,
                    REFERENCE_INPAINT,
                    POINT_EDIT,
                    CUT_OUT,
                    WHITE_BACKGROUND,
                    UPSCALE ->
                    true;
            case SCENE, EXTEND, RESTYLE, EDIT, TEXT_TO_IMAGE, ISOLATION, CHILDREN -> false;
        };
    }
}
