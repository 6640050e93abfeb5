package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.image.MediaType;
import dev.easel.image.Size;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/// A picture that canaries work on, small and free: no caller's photo is spent on a trial.
enum CanaryPicture {
    /// A cup of coffee with a spoon beside it.
    PHOTO("photo.jpg", MediaType.JPEG, new Size(480, 320)),
    /// White where the spoon lies.
    MASK("mask.png", MediaType.PNG, new Size(480, 320)),
    /// A portrait.
    PERSON("person.jpg", MediaType.JPEG, new Size(384, 384));

    private final String file;
    private final MediaType type;
    private final Size size;

    CanaryPicture(String file, MediaType type, Size size) {
        this.file = file;
        this.type = type;
        this.size = size;
    }

    /// Puts it where an order may name it. Every time anew: inputs expire, and one that is about to
    /// looks like any other.
    StoredPicture put(Assets assets) {
        try {
            var copy = Files.createTempFile("canary", null);
            try (var resource = open()) {
                Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
                var key = AssetKeys.canary(file);
                assets.write(key, type, copy);
                return new StoredPicture(key, type, size, Files.size(copy));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() throws IOException {
        var found = CanaryPicture.class.getResourceAsStream("/canary/" + file);
        if (found == null) {
            throw new FileNotFoundException("canary/" + file);
        }
        return found;
    }
}
