package dev.easel.proof.bench;

import dev.easel.workflow.Task;

import java.util.Map;
import java.util.Objects;

/// Judges that anybody could write in an hour, in the same table as ours.
///
/// Their limits were set on seeds 100 to 139, where they flag one to two of a hundred good outputs
/// of each task: `./easel bench judges --seeds 100..139 --limits` prints them. Where no photo went
/// in, there is nothing to compare, and they pass everything.
enum Baseline {
    ALWAYS_PASS,
    PSNR,
    SSIM;

    private static final Map<Task, Likeness> LIMITS =
            Map.of(
                    Task.OBJECT_REMOVAL, new Likeness(20.35, 0.6632),
                    Task.WHITE_BACKGROUND, new Likeness(5.61, 0.4015),
                    Task.CUT_OUT, new Likeness(5.61, 0.406));

    boolean flags(Task task, Likeness likeness) {
        var limit = Objects.requireNonNull(LIMITS.get(task), "no limit was set for it");
        return switch (this) {
            case ALWAYS_PASS -> false;
            case PSNR -> likeness.psnr() < limit.psnr();
            case SSIM -> likeness.ssim() < limit.ssim();
        };
    }
}
