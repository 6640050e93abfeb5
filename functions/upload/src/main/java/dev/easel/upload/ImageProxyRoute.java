package dev.easel.upload;

import dev.easel.door.Call;
import dev.easel.door.Log;
import dev.easel.door.Reply;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;
import dev.easel.fetch.Fetch;
import dev.easel.fetch.Fetched;
import dev.easel.fetch.Reason;
import dev.easel.image.MediaType;
import dev.easel.picture.PictureHeader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `GET /v1/images?url=`: serves a picture of an allowed host with the type that its bytes have, for
/// browsers that believe a wrong one. Nothing of the other side's headers or words is passed on.
final class ImageProxyRoute {

    private static final String URL = "url";
    private static final long PIXELS_MAX = 100_000_000;

    private final Fetch fetch;
    private final long bytesMax;
    private final Log log;

    ImageProxyRoute(Fetch fetch, long bytesMax, Log log) {
        this.fetch = fetch;
        this.bytesMax = bytesMax;
        this.log = log;
    }

    Reply read(Call call) {
        var url = validate(call);
        var file = temporary();
        try {
            return switch (fetch.fetch(url, file)) {
                case Fetched.Arrived arrived -> answer(arrived.file());
                case Fetched.Failed(var reason) -> throw new FailureException(told(reason));
            };
        } finally {
            delete(file);
        }
    }

    private URI validate(Call call) {
        var others =
                call.query().keySet().stream()
                        .filter(name -> !name.equals(URL))
                        .map(name -> new Violation(name, "is not a parameter of this request"))
                        .toList();
        if (!others.isEmpty()) {
            throw new FailureException(new Failure.InvalidRequest(others));
        }
        var text = call.query().getOrDefault(URL, "");
        if (text.isEmpty()) {
            throw refused("is required");
        }
        try {
            var url = new URI(text);
            var objection = fetch.objection(url);
            if (objection.filter(Fetch.OTHER_HOST::equals).isPresent()) {
                throw new FailureException(new Failure.HostNotAllowed());
            }
            objection.ifPresent(why -> {
                throw refused("is no address that is served: " + why);
            });
            return url;
        } catch (URISyntaxException e) {
            throw refused("is no address");
        }
    }

    private static FailureException refused(String reason) {
        return new FailureException(
                new Failure.InvalidRequest(List.of(new Violation(URL, reason))));
    }

    /// Its size stands in the header: nothing is decoded here.
    private static Reply answer(Path file) {
        var header =
                PictureHeader.read(file)
                        .filter(read -> read.stored().pixels() <= PIXELS_MAX)
                        .orElseThrow(() -> new FailureException(new Failure.NotAnImage()));
        var type = header.type();
        return Reply.bytes(200, type.wire(), bytes(file))
                .with("x-content-type-options", "nosniff")
                .with("content-security-policy", "default-src 'none'; sandbox")
                .with("cross-origin-resource-policy", "cross-origin")
                .with("content-disposition", "inline; filename=\"image." + ending(type) + "\"")
                .with("cache-control", "public, max-age=3600");
    }

    private static String ending(MediaType type) {
        return type.wire().substring(type.wire().indexOf('/') + 1);
    }

    private Failure told(Reason reason) {
        log.info("image not fetched", "reason", reason.toString());
        return reason instanceof Reason.TooLarge
                ? new Failure.ImageTooLarge(bytesMax)
                : new Failure.ImageUnavailable();
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("image", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
