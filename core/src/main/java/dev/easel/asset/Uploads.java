package dev.easel.asset;

import dev.easel.id.UploadId;

import java.util.Optional;

/// The uploads that were completed. A port. They need no table: what is known about one is kept
/// with its object.
public interface Uploads {

    Optional<Upload> find(UploadId id);

    /// Keeps the re-encoded picture and what is known about it, unless somebody did before; answers
    /// what is kept.
    Upload keep(Upload upload, byte[] bytes);
}
