package dev.easel.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/// The secrets by which our own distribution proves that a request came through it: one, or two
/// while the old one is being replaced. Distribution and functions have them from one parameter, but not
/// at the same moment: so each may have both, and one in common is enough.
public final class OriginSecrets {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    private final List<byte[]> secrets;

    private OriginSecrets(List<byte[]> secrets) {
        this.secrets = secrets;
    }

    /// Reads one or more secrets, with blanks, line ends or commas between them.
    public static OriginSecrets of(String text) {
        return new OriginSecrets(split(text));
    }

    private static List<byte[]> split(String text) {
        return BETWEEN.splitAsStream(text)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// True if one of those that are given is one of ours. Takes as long for a wrong guess as for a
    /// nearly right one.
    public boolean admit(String given) {
        var right = false;
        for (var one : split(given)) {
            for (var secret : secrets) {
                right |= MessageDigest.isEqual(secret, one);
            }
        }
        return right;
    }
}
