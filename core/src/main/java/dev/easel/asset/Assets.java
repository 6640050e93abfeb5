package dev.easel.asset;

import dev.easel.image.MediaType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The bucket. A port.
public interface Assets {

    /// A URL under which exactly these bytes can be put, once while they lie there: type, length, hash and
    /// `If-None-Match: *` are signed.
    ///
    /// @param sha256 base 64, as S3 spells it
    Presigned presignPut(String key, MediaType type, long bytes, String sha256, Duration life);

    /// A URL under which the object can be read.
    Presigned presignGet(String key, Duration life);

    /// What lies there, if anything.
    Optional<StoredObject> find(String key);

    /// The object's bytes, if it is there. Throws when it has more than `bytesMax`.
    Optional<byte[]> read(String key, long bytesMax);

    /// Puts a file there, over what was there before: the same step run twice writes the same
    /// file.
    ///
    /// @param type as it stands in a Content-Type header
    void write(String key, String type, Path file);

    /// Puts a picture there.
    default void write(String key, MediaType type, Path file) {
        write(key, type.wire(), file);
    }

    /// Removes what lies there; nothing there is no error.
    void delete(String key);
}
