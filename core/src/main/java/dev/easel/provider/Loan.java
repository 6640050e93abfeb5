package dev.easel.provider;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

import java.net.URI;
import java.util.function.Supplier;

/// A picture that a provider is lent for one call: by a URL that is signed for it, or by its bytes
/// where it wants them within the request.
///
/// @param content reads the bytes, each time it is asked
public record Loan(URI url, MediaType type, Size size, Supplier<byte[]> content) {

    public byte[] bytes() {
        return content.get();
    }

    /// Without its signature.
    @Override
    public String toString() {
        return "Loan[" + type + ", " + size + "]";
    }
}
