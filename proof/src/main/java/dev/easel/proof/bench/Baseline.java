package dev.easel.proof.bench;

import dev.easel.workflow.Task;

/// Judges that anybody could write in an hour, in the same table as ours.
///
/// Their limits were set on seeds 100 to 139, where they flag one to two of a hundred good outputs of
/// each task: `./easel bench judges --seeds 100..139 --limits` prints them. Where no photo went in,
/// there is nothing to compare, and they pass everything.
enum Baseline {
    ALWAYS_PASS,
    PSNR,
    SSIM;

    boolean flags(Task task, Likeness likeness) {
        return switch (this) {
            case ALWAYS_PASS -> false;
            case PSNR -> likeness.psnr() < decibels(task);
            case SSIM -> likeness.ssim() < similarity(task);
        };
    }

    private static double decibels(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL -> 20.35;
            case WHITE_BACKGROUND, CUT_OUT -> 5.61;
            default -> throw unknown(task);
        };
    }

    private static double similarity(Task task) {
        return switch (task) {
            case OBJECT_REMOVAL -> 0.6632;
            case WHITE_BACKGROUND -> 0.4015;
            case CUT_OUT -> 0.406;
            default -> throw unknown(task);
        };
    }

    private static IllegalArgumentException unknown(Task task) {
        return new IllegalArgumentException("no limit was set for " + task.wire());
    }
}
