package dev.easel.routing;

import java.util.Optional;
import java.util.Set;

/// The models that may be dispatched at all. The one place: the server enforces it, the catalogue
/// hands its answers to the client.
public record Allowlist(Set<String> models) {

    /// What a new deployment allows.
    public static final Allowlist STANDARD =
            new Allowlist(
                    Set.of(
                            "runflow/object-removal",
                            "runflow/reference-inpaint",
                            "runflow/background-color",
                            "runflow/tag-removal",
                            "runflow/outpaint/aspect-ratio",
                            "runflow/product-isolation",
                            "bria/background/remove",
                            "topaz/upscale/image",
                            "google/nano-banana-2",
                            "google/nano-banana-2/edit",
                            "gemini-3.1-flash-image",
                            "google/flash-image-3.1",
                            "inference.gemini-3-1-flash.txt2img.v1",
                            "inference.gemini-3-1-flash.img2img.v1",
                            "google:4@3"));

    public Allowlist {
        models = Set.copyOf(models);
    }

    /// The first model of the route that is missing here; empty when all of it may be dispatched.
    public Optional<String> missing(Route route) {
        return route.candidates().stream()
                .map(Candidate::model)
                .filter(model -> !models.contains(model))
                .findFirst();
    }
}
