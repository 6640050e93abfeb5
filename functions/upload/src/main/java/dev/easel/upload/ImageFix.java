package dev.easel.upload;

import dev.easel.door.Log;
import dev.easel.door.TemporaryFile;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.fetch.Fetch;
import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;
import dev.easel.fetch.Reason;
import dev.easel.picture.ShownPicture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/// Fetches a picture of another host and says what it is by its bytes. It is not decoded: a browser
/// that is told the truth about it can do that by itself.
final class ImageFix {

    private final Fetch fetch;
    private final long bytesMax;
    private final long pixelsMax;
    private final Log log;

    ImageFix(Fetch fetch, long bytesMax, long pixelsMax, Log log) {
        this.fetch = fetch;
        this.bytesMax = bytesMax;
        this.pixelsMax = pixelsMax;
        this.log = log;
    }

    /// The bytes, and what they are.
    @SuppressWarnings("ArrayRecordComponent") // Never compared: it is answered and forgotten.
    record Fixed(ShownPicture picture, byte[] bytes) {}

    /// What is wrong with the address is told in full, for its spelling is the caller's. Of the rest a
    /// caller hears whether it is too large or no picture; why it did not come stands in the log.
    Fixed fix(String url) {
        fetch.objection(url)
                .ifPresent(reason -> {
                    throw new FailureException(objection(reason));
                });
        try (var file = TemporaryFile.named("image")) {
            return switch (fetch.fetch(url, file.path())) {
                case Arrived(var arrived, _, _) -> fixed(Files.readAllBytes(arrived));
                case Failed(var reason) -> throw new FailureException(failure(url, reason));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fixed fixed(byte[] bytes) {
        var picture =
                ShownPicture.read(bytes)
                        .orElseThrow(() -> new FailureException(new Failure.NotAnImage()));
        // A few bytes can claim more pixels than the memory of whoever looks at them.
        if (picture.size().pixels() > pixelsMax) {
            throw new FailureException(new Failure.ImageTooLarge(pixelsMax + " pixels"));
        }
        return new Fixed(picture, bytes);
    }

    private static Failure objection(Reason reason) {
        return reason instanceof Reason.NotAllowed(var why)
                ? Failure.InvalidRequest.of(ImageFixRoute.POINTER, "cannot be fetched: " + why)
                : new Failure.HostNotAllowed();
    }

    private Failure failure(String url, Reason reason) {
        // The host was looked at before: it is a name from the list, and holds nothing else.
        log.info("image unavailable", "host", URI.create(url).getHost(), "reason", reason);
        return reason instanceof Reason.TooLarge
                ? new Failure.ImageTooLarge(bytesMax + " bytes")
                : new Failure.ImageUnavailable();
    }
}
