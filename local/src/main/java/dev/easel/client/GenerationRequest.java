package dev.easel.client;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What a person asked for, with the pictures already read.
public record GenerationRequest(
        String workflow,
        @Nullable String tier,
        @Nullable PictureFile photo,
        @Nullable PictureFile mask,
        List<PictureFile> references,
        @Nullable String prompt,
        @Nullable Pin pin,
        @Nullable String aspectRatio) {

    /// A point on the photo, in its pixels, from its top left corner.
    public record Pin(int x, int y) {}

    public GenerationRequest {
        references = List.copyOf(references);
    }

    /// What `workflow` cannot start without and was not given, as the flags that give it.
    List<String> missing(CatalogEntry workflow) {
        var flags = new ArrayList<String>();
        for (var required :
                List.of("image", "mask", "reference", "prompt", "pin", "aspect_ratio")) {
            if (workflow.requires().contains(required) && !has(required)) {
                flags.add(flag(required));
            }
        }
        return flags;
    }

    private boolean has(String input) {
        return switch (input) {
            case "image" -> photo != null;
            case "mask" -> mask != null;
            case "reference" -> !references.isEmpty();
            case "prompt" -> prompt != null && !prompt.isBlank();
            case "pin" -> pin != null;
            default -> aspectRatio != null;
        };
    }

    private static String flag(String input) {
        return switch (input) {
            case "image" -> "a photo (the first argument)";
            case "mask" -> "--mask FILE";
            case "reference" -> "--reference FILE";
            case "prompt" -> "--prompt TEXT";
            case "pin" -> "--pin X,Y";
            default -> "--aspect-ratio W:H";
        };
    }
}
