package dev.easel.dispatch;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Assets;
import dev.easel.asset.StoredPicture;
import dev.easel.door.TemporaryFile;
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
    PHOTO("photo.jpg", MediaType.JPEG, 480, 320),
    /// White where the spoon lies.
    MASK("mask.png", MediaType.PNG, 480, 320),
    /// A portrait.
    PERSON("person.jpg", MediaType.JPEG, 384, 384);

    private final String file;
    private final MediaType type;
    private final int width;
    private final int height;

    CanaryPicture(String file, MediaType type, int width, int height) {
        this.file = file;
        this.type = type;
        this.width = width;
        this.height = height;
    }

    /// Puts it where an order may name it. Every time anew: inputs expire, and one that is about to
    /// looks like any other.
    StoredPicture put(Assets assets) {
        try (var copy = TemporaryFile.named("canary");
                var resource = open()) {
            var bytes = Files.copy(resource, copy.path(), StandardCopyOption.REPLACE_EXISTING);
            var key = AssetKeys.canary(file);
            assets.write(key, type, copy.path());
            return new StoredPicture(key, type, new Size(width, height), bytes);
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
