package dev.easel.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/// The secrets by which our own distribution proves that a request came through it: one, or two
/// while the old one is being replaced.
public final class OriginSecrets {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private final List<byte[]> secrets;

    private OriginSecrets(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /// Reads one or more secrets, with blanks, line ends or commas between them.
    public static OriginSecrets of(String text) {
        return new OriginSecrets(
                BETWEEN.splitAsStream(text)
                        .filter(secret -> !secret.isEmpty())
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    /// Takes as long for a wrong guess as for a nearly right one.
    public boolean admit(String given) {
        var bytes = given.getBytes(StandardCharsets.UTF_8);
        var right = false;
        for (var secret : secrets) {
            right |= MessageDigest.isEqual(secret, bytes);
        }
        return right;
    }
}
