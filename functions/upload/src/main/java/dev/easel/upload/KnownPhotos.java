package dev.easel.upload;

import dev.easel.asset.Presence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// The sample photographs, of which somebody wrote down who is in them. They are known by their
/// bytes as they went up; whatever was made of one is another photo.
final class KnownPhotos {

    /// It is `photos/people.txt`: lines of a SHA-256 as `sha256sum` writes it, what is known, and the file.
    private static final String MANIFEST = "people.txt";

    private final Map<String, Presence> known;

    private KnownPhotos(Map<String, Presence> known) {
        this.known = known;
    }

    static KnownPhotos read() {
        try (var manifest = KnownPhotos.class.getResourceAsStream(MANIFEST)) {
            var text =
                    new String(
                            Objects.requireNonNull(manifest, MANIFEST).readAllBytes(),
                            StandardCharsets.UTF_8);
            var known = new HashMap<String, Presence>();
            text.lines()
                    .map(line -> line.split(" +", -1))
                    .forEach(line -> known.put(line[0], presence(line[1])));
            return new KnownPhotos(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Presence presence(String trait) {
        return Arrays.stream(Presence.values())
                .filter(one -> one.trait().filter(trait::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(MANIFEST + " says " + trait));
    }

    Presence in(byte[] photo) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(photo);
            return known.getOrDefault(HexFormat.of().formatHex(hash), Presence.UNKNOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
