package dev.easel.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A picture that a person named on the command line.
public record PictureFile(Path path, Picture picture) {

    /// Throws a [MisuseException] if there is no such file or it is not a picture.
    public static PictureFile read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new MisuseException("There is no file " + path + ".");
        }
        var picture =
                Picture.of(Files.readAllBytes(path))
                        .orElseThrow(() ->
                                new MisuseException(path + " is not a PNG, JPEG or WebP picture."));
        return new PictureFile(path, picture);
    }

    /// Its name, size in pixels and size in bytes, for people.
    public String described() {
        return String.format(
                Locale.ROOT,
                "%s, %d x %d, %s",
                path,
                picture.width(),
                picture.height(),
                weight(picture.size()));
    }

    private static String weight(int bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%d KB", Math.round(bytes / 1e3))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
