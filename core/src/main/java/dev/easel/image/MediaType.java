package dev.easel.image;

import java.util.Arrays;
import java.util.Optional;

/// The picture formats that Easel takes in, keeps and hands out.
public enum MediaType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    private final String wire;
    private final String extension;

    MediaType(String wire, String extension) {
        this.wire = wire;
        this.extension = extension;
    }

    /// As it stands in a Content-Type header.
    public String wire() {
        return wire;
    }

    /// Of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// Reads a Content-Type header without parameters.
    public static Optional<MediaType> of(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
