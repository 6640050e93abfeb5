package dev.easel.judging;

import dev.easel.image.Pixels;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What one evaluation's pixel judges look at together. The pair is made once, and only if one of
/// them asks for it.
final class Scene {

    final Task task;
    final @Nullable Pixels photo;
    final @Nullable Pixels mask;
    final Pixels output;
    private @Nullable Pair pair;

    Scene(Task task, @Nullable Pixels photo, @Nullable Pixels mask, Pixels output) {
        this.task = task;
        this.photo = photo;
        this.mask = mask;
        this.output = output;
    }

    /// None without a photo.
    Optional<Pair> pair() {
        if (pair == null && photo != null) {
            pair = Pair.of(photo, output, mask);
        }
        return Optional.ofNullable(pair);
    }

    /// How far the output's shape is off, as a share: 0.01 is one percent wider or narrower than
    /// the photo.
    double stretch(Pixels before) {
        return Math.abs(output.size().ratio() / before.size().ratio() - 1);
    }
}
