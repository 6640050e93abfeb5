package dev.easel.asset;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// Lends pictures of the bucket to services that fetch them: a signed URL that lives for `life`.
public record Loans(Assets assets, Duration life) {

    public URI lend(StoredPicture picture) {
        return assets.presignGet(picture.key(), life).url();
    }

    /// Nothing is lent where there is nothing.
    public @Nullable URI lendAny(@Nullable StoredPicture picture) {
        return picture == null ? null : lend(picture);
    }
}
