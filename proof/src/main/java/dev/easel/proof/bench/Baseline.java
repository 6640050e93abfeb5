package dev.easel.proof.bench;

import dev.easel.workflow.Task;

/// Judges that anybody could write in an hour, in the same table as ours.
///
/// The limits were set on seeds 100 to 139, so that between 1 and 2 % of the good outputs of each
/// task are flagged: `./easel bench judges --seeds 100..139 --limits` prints them. Where no photo
/// went in, there is nothing to compare, and they pass everything.
enum Baseline {
    ALWAYS_PASS,
    PSNR,
    SSIM;

    boolean flags(Task task, Likeness likeness) {
        return switch (this) {
            case ALWAYS_PASS -> false;
            case PSNR -> likeness.psnr() < limit(task, PSNR_REMOVAL, PSNR_WHITE, PSNR_CUT_OUT);
            case SSIM -> likeness.ssim() < limit(task, SSIM_REMOVAL, SSIM_WHITE, SSIM_CUT_OUT);
        };
    }

    private static final double PSNR_REMOVAL = 15;
    private static final double PSNR_WHITE = 5;
    private static final double PSNR_CUT_OUT = 5;
    private static final double SSIM_REMOVAL = 0.5;
    private static final double SSIM_WHITE = 0.1;
    private static final double SSIM_CUT_OUT = 0.1;

    private static double limit(Task task, double removal, double white, double cutOut) {
        return switch (task) {
            case OBJECT_REMOVAL -> removal;
            case WHITE_BACKGROUND -> white;
            case CUT_OUT -> cutOut;
            default -> Double.NEGATIVE_INFINITY;
        };
    }
}
