package dev.easel.upload;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.door.Body;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;

import java.util.Base64;
import java.util.Optional;

/// What a caller is about to put up.
///
/// @param sha256 of the bytes, in base 64, as S3 compares it
record UploadRequest(UploadId.Kind kind, MediaType type, long bytes, String sha256) {

    private static final int SHA256_CHARS_MAX = 64;
    private static final int SHA256_BYTES = 32;

    /// Reads the body of `POST /v1/uploads`.
    static UploadRequest from(JsonNode json, long bytesMax) {
        var body = Body.of(json);
        var kind =
                body.required(
                        "kind",
                        body.choice("kind", UploadId.Kind::of, "must be image, mask or reference"));
        var type =
                body.required(
                        "content_type",
                        body.choice(
                                "content_type",
                                MediaType::of,
                                "must be image/png, image/jpeg or image/webp"));
        var bytes = body.required("bytes", body.number("bytes", 1, bytesMax));
        var sha256 = body.required("sha256", body.text("sha256", SHA256_CHARS_MAX));
        if (sha256.isPresent() && !isSha256(sha256.get())) {
            body.violate("sha256", "must be a SHA-256 in base 64 (44 characters)");
        }
        body.check();
        return new UploadRequest(
                kind.orElseThrow(), type.orElseThrow(), bytes.orElseThrow(), sha256.orElseThrow());
    }

    private static boolean isSha256(String text) {
        return decode(text)
                .filter(bytes ->
                        bytes.length == SHA256_BYTES
                                && Base64.getEncoder().encodeToString(bytes).equals(text))
                .isPresent();
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
