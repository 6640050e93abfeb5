package dev.easel.proof.bench;

import dev.easel.workflow.Task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where the baselines' limits have to be, so that of every hundred good outputs between one and
/// two are flagged. Only for setting them in [Baseline], on calibration seeds.
final class Limits {

    private static final double FLAGGED = 0.015;

    private final Map<Task, List<Likeness>> good = new EnumMap<>(Task.class);

    void add(Trial trial) {
        if (trial.recipe().isGood() && trial.likeness() != null) {
            good.computeIfAbsent(trial.recipe().task(), _ -> new ArrayList<>())
                    .add(trial.likeness());
        }
    }

    List<String> lines() {
        return good.entrySet().stream()
                .map(entry ->
                        String.format(
                                Locale.ROOT,
                                "%s: PSNR %.2f, SSIM %.4f (%d good outputs)",
                                entry.getKey().wire(),
                                limit(
                                        entry.getValue().stream()
                                                .mapToDouble(Likeness::psnr)
                                                .toArray()),
                                limit(
                                        entry.getValue().stream()
                                                .mapToDouble(Likeness::ssim)
                                                .toArray()),
                                entry.getValue().size()))
                .toList();
    }

    private static double limit(double[] values) {
        Arrays.sort(values);
        return values[(int) Math.round(FLAGGED * values.length)];
    }
}
