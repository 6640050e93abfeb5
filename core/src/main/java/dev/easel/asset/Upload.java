package dev.easel.asset;

import dev.easel.failure.Warning;
import dev.easel.id.UploadId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A picture that went up, was looked at and is ready to use.
///
/// @param id which upload
/// @param picture where it lies and what it is
/// @param maskCoverage the painted share of a mask from 0 to 1; absent for anything else
/// @param photo the photo that a mask was painted on; absent for anything else
/// @param warnings what its owner should know
/// @param traits what can be told from its bytes, such as `transparent` or `landscape`
public record Upload(
        UploadId id,
        StoredPicture picture,
        @Nullable Double maskCoverage,
        @Nullable UploadId photo,
        List<Warning> warnings,
        List<String> traits) {

    public Upload {
        warnings = List.copyOf(warnings);
        traits = List.copyOf(traits);
    }
}
