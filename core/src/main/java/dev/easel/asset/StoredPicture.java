package dev.easel.asset;

import dev.easel.image.MediaType;
import dev.easel.image.Size;

/// A picture that lies in our bucket under the type its bytes have.
public record StoredPicture(String key, MediaType type, Size size, long bytes) {}
