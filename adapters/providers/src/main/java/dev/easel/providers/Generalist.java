package dev.easel.providers;

import static dev.easel.providers.Unheeded.Part.PHOTO;
import static dev.easel.providers.Unheeded.Part.PIN;
import static dev.easel.providers.Unheeded.Part.PROMPT;
import static dev.easel.providers.Unheeded.Part.REFERENCES;
import static dev.easel.providers.Unheeded.Part.SHAPE;
import static dev.easel.providers.Unheeded.Part.TIER;

import dev.easel.failure.Warning;
import dev.easel.provider.Job;
import dev.easel.provider.Loan;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A model that makes a picture of words, or of words and pictures; of whose house it is all the same.
///
/// @param shapes that it can make
/// @param picturesMax how many pictures it looks at; none where it takes words alone
record Generalist(AspectRatios shapes, int picturesMax) {

    /// Of Gemini 3.1 Flash Image, wherever it is hosted.
    static final AspectRatios FLASH_SHAPES =
            new AspectRatios(
                    List.of(
                            "21:9", "16:9", "3:2", "4:3", "5:4", "1:1", "4:5", "3:4", "2:3", "9:16",
                            "4:1", "1:4", "8:1", "1:8"));

    /// Those of them that every host of it is known to take.
    static final AspectRatios COMMON_SHAPES =
            new AspectRatios(FLASH_SHAPES.spellings().subList(0, 10));

    /// The photo goes first: the words call it so.
    List<Loan> pictures(Job job) {
        return Stream.concat(Stream.ofNullable(job.image()), job.references().stream())
                .limit(picturesMax)
                .toList();
    }

    /// As the model spells it; absent where none was asked for, or none that can be read.
    @Nullable String shape(Job job) {
        var spelling = shapes.choose(job.aspectRatio()).spelling();
        return shapes.spellings().contains(spelling) ? spelling : null;
    }

    List<Warning> warnings(Job job) {
        var warnings =
                new ArrayList<>(
                        Unheeded.of(
                                job,
                                picturesMax == 0
                                        ? Set.of(PROMPT, PIN, SHAPE, TIER)
                                        : Set.of(PHOTO, REFERENCES, PROMPT, PIN, SHAPE, TIER)));
        if (job.aspectRatio() != null) {
            warnings.addAll(shapes.choose(job.aspectRatio()).warnings());
        }
        int room = picturesMax - (job.image() == null ? 0 : 1);
        if (room > 0 && job.references().size() > room) {
            warnings.add(
                    new Warning(
                            "references-not-honoured",
                            "Only the first " + room + " references are used."));
        }
        return List.copyOf(warnings);
    }
}
