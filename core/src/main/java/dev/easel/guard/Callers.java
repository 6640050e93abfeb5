package dev.easel.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes callers recognisable without keeping who they are: everything goes through an HMAC under a
/// secret of the deployment. A plain hash of an IPv4 address is reversed in seconds.
public final class Callers {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int IPV6_NETWORK_BYTES = 8;

    private final String secret;

    public Callers(String secret) {
        this.secret = secret;
    }

    /// Whoever is at `address`, an IPv4 or IPv6 literal. IPv6 counts by its /64, which is what one
    /// household gets; IPv4 is the same in either notation.
    public Caller caller(String address) {
        return new Caller(hash(network(address)));
    }

    /// The claim of a caller who sent this Idempotency-Key with a body of this fingerprint.
    public Claim claim(Caller caller, String idempotencyKey, String fingerprint) {
        return new Claim(hash(caller.id() + "\0" + idempotencyKey), fingerprint);
    }

    private static String network(String address) {
        var literal = InetAddress.ofLiteral(address);
        return literal instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), IPV6_NETWORK_BYTES))
                : literal.getHostAddress();
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
