package dev.easel.seed;

import dev.easel.asset.StoredPicture;

import org.jspecify.annotations.Nullable;

/// The pictures of a made-up past. There are few, and its runs share them.
public interface Gallery {

    /// One of them, as it is kept.
    ///
    /// @param thumbnail the key of a small copy; absent where it could not be decoded
    record Shot(StoredPicture picture, @Nullable String thumbnail) {}

    /// A good one.
    ///
    /// @param prompt its id
    Shot good(String prompt, String provider);

    /// One on which nothing can be seen.
    Shot blank();

    /// One that ends in the middle.
    Shot truncated();
}
