package dev.easel.dispatch;

import dev.easel.asset.StoredPicture;
import dev.easel.asset.Upload;
import dev.easel.asset.Uploads;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;
import dev.easel.generation.Generations;
import dev.easel.generation.Input;
import dev.easel.generation.Order;
import dev.easel.id.UploadId;
import dev.easel.workflow.Task;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the pictures that an order names and checks that they fit together. Names everything that
/// does not.
public final class InputFinder {

    private final Uploads uploads;
    private final Generations generations;

    public InputFinder(Uploads uploads, Generations generations) {
        this.uploads = uploads;
        this.generations = generations;
    }

    /// The order with its pictures. Throws [Failure.InvalidRequest] when one is missing, of the
    /// wrong kind or of the wrong size.
    Order find(DispatchRequest request) {
        var violations = new ArrayList<Violation>();
        var image = find("/inputs/image", request.image(), UploadId.Kind.IMAGE, violations);
        var mask = find("/inputs/mask", request.mask(), UploadId.Kind.MASK, violations);
        var references = new ArrayList<StoredPicture>();
        for (int i = 0; i < request.references().size(); i++) {
            find(
                            "/inputs/references/" + i,
                            request.references().get(i),
                            UploadId.Kind.REFERENCE,
                            violations)
                    .ifPresent(references::add);
        }
        if (image.isPresent()
                && mask.isPresent()
                && !mask.get().size().equals(image.get().size())) {
            violations.add(
                    new Violation(
                            "/inputs/mask",
                            "is "
                                    + mask.get().size()
                                    + ", but the image is "
                                    + image.get().size()));
        }
        var pin = request.pin();
        if (pin != null
                && image.isPresent()
                && (pin.x() >= image.get().size().width()
                        || pin.y() >= image.get().size().height())) {
            violations.add(
                    new Violation(
                            "/pin", "lies outside the image, which is " + image.get().size()));
        }
        image.flatMap(picture -> tooLarge(request, picture)).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.InvalidRequest(violations));
        }
        return order(request, image.orElse(null), mask.orElse(null), references);
    }

    /// What cannot become larger at this tier: known before anything is spent.
    private static Optional<Violation> tooLarge(DispatchRequest request, StoredPicture image) {
        var size = image.size();
        var upscales = request.workflow().task() == Task.UPSCALE;
        return upscales && Math.max(size.width(), size.height()) >= request.tier().longSide()
                ? Optional.of(
                        new Violation(
                                "/inputs/image",
                                "is "
                                        + size
                                        + " already, no smaller than "
                                        + request.tier().wire()))
                : Optional.empty();
    }

    private static Order order(
            DispatchRequest request,
            @Nullable StoredPicture image,
            @Nullable StoredPicture mask,
            List<StoredPicture> references) {
        return new Order(
                request.workflow().id(),
                request.tier(),
                image,
                mask,
                references,
                request.prompt(),
                request.pin(),
                request.aspectRatio(),
                request.metadata());
    }

    private Optional<StoredPicture> find(
            String pointer,
            @Nullable Input input,
            UploadId.Kind wanted,
            List<Violation> violations) {
        return switch (input) {
            case null -> Optional.empty();
            case Input.OfUpload(var id) when id.kind() != wanted -> {
                violations.add(
                        new Violation(
                                pointer,
                                "was uploaded as "
                                        + id.kind().wire()
                                        + ", not as "
                                        + wanted.wire()));
                yield Optional.empty();
            }
            case Input.OfUpload(var id) ->
                    note(
                            pointer,
                            "is not there: complete the upload first, or upload it again after 30"
                                    + " days",
                            violations,
                            uploads.find(id).map(Upload::picture));
            case Input.OfGeneration _ when wanted == UploadId.Kind.MASK -> {
                violations.add(
                        new Violation(pointer, "must be an upload: no generation makes masks"));
                yield Optional.empty();
            }
            case Input.OfGeneration(var id, var output) ->
                    note(
                            pointer,
                            "is not there: the generation has no such output",
                            violations,
                            generations.find(id).flatMap(generation -> generation.output(output)));
        };
    }

    private static Optional<StoredPicture> note(
            String pointer,
            String reason,
            List<Violation> violations,
            Optional<StoredPicture> found) {
        if (found.isEmpty()) {
            violations.add(new Violation(pointer, reason));
        }
        return found;
    }
}
