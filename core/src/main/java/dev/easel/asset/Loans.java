package dev.easel.asset;

import dev.easel.provider.Loan;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// Lends pictures of the bucket to services that fetch them: a signed URL that lives for `life`.
public record Loans(Assets assets, Duration life) {

    public URI lend(StoredPicture picture) {
        return lend(picture.key());
    }

    /// Lends what is no picture.
    public URI lend(String key) {
        return assets.presignGet(key, life).url();
    }

    /// Nothing is lent where there is nothing.
    public @Nullable URI lendAny(@Nullable StoredPicture picture) {
        return picture == null ? null : lend(picture);
    }

    /// By its URL or by its bytes, as the borrower likes.
    public Loan loan(StoredPicture picture) {
        return new Loan(lend(picture), picture.type(), picture.size(), () -> read(picture));
    }

    /// Its bytes. Throws when it is gone: what an order names is kept longer than the order lives.
    public byte[] read(StoredPicture picture) {
        return assets.read(picture.key(), picture.bytes())
                .orElseThrow(() -> new IllegalStateException(picture.key() + " is gone"));
    }
}
