package dev.easel.generation;

import dev.easel.id.GenerationId;
import dev.easel.id.UploadId;

/// Where a picture of an order comes from.
public sealed interface Input {

    /// A picture that went up and was completed.
    record OfUpload(UploadId upload) implements Input {}

    /// An output of an earlier generation: it needs no second upload.
    record OfGeneration(GenerationId generation, int output) implements Input {}
}
