package dev.easel.door;

import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.guard.Caller;
import dev.easel.guard.Callers;
import dev.easel.guard.Claim;
import dev.easel.guard.OriginSecrets;
import dev.easel.secret.Secrets;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out who calls: the address that the gateway saw or, behind our own distribution, the one
/// that the distribution saw.
///
/// `X-Forwarded-For` is never read: its left part is the caller's own text. The distribution's
/// header is read only from who knows the origin's secret; everybody else is who the gateway saw.
public final class CallerLookup {

    /// In which the distribution proves itself.
    public static final String ORIGIN_HEADER = "x-easel-origin";

    private static final String VIEWER_HEADER = "cloudfront-viewer-address";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final int SECRET_CHARS_MIN = 32;

    private final Secrets secrets;
    private final String callerSecret;
    private final String originSecret;

    /// @param callerSecret names the secret under which callers are hashed
    /// @param originSecret names the secret of the distribution; empty when there is none
    public CallerLookup(Secrets secrets, String callerSecret, String originSecret) {
        this.secrets = secrets;
        this.callerSecret = callerSecret;
        this.originSecret = originSecret;
    }

    /// A caller and what it claims of its request.
    ///
    /// @param claim absent without an Idempotency-Key
    public record Known(Caller caller, @Nullable Claim claim) {}

    public Caller caller(Call call) {
        return callers().caller(address(call));
    }

    /// Throws [Failure.InvalidRequest] for a key that is none.
    public Known callerAndClaim(Call call) {
        var callers = callers();
        var caller = callers.caller(address(call));
        var claim =
                call.header("idempotency-key")
                        .map(key ->
                                callers.claim(caller, checked(key), Fingerprint.of(call.body())));
        return new Known(caller, claim.orElse(null));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new FailureException(
                    Failure.InvalidRequest.of(
                            "Idempotency-Key", "must be 1 to 255 visible ASCII characters"));
        }
        return key;
    }

    private Callers callers() {
        return new Callers(secret(callerSecret));
    }

    private String address(Call call) {
        return call.header(ORIGIN_HEADER)
                .filter(_ -> !originSecret.isEmpty())
                .filter(given -> OriginSecrets.of(secret(originSecret)).admit(given))
                .flatMap(_ -> call.header(VIEWER_HEADER))
                .flatMap(CallerLookup::withoutPort)
                .orElse(call.sourceIp());
    }

    /// `203.0.113.7:443`, `2001:db8::7:443`: the port stands behind the last colon, without
    /// brackets round what is before it.
    private static Optional<String> withoutPort(String viewer) {
        var literal = viewer.substring(0, Math.max(0, viewer.lastIndexOf(':')));
        try {
            InetAddress.ofLiteral(literal);
            return Optional.of(literal);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Without a good secret nobody can be told from anybody, so nobody comes in, and the log says
    /// what an operator has to do.
    private String secret(String name) {
        var value = read(name).strip();
        if (value.length() < SECRET_CHARS_MIN) {
            throw new IllegalStateException(
                    "The SSM parameter %s is too short a secret: it needs at least %d random characters."
                            .formatted(name, SECRET_CHARS_MIN));
        }
        return value;
    }

    private String read(String name) {
        try {
            return secrets.secret(name);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The SSM parameter %s cannot be read. Is it there, and may this function read it?"
                            .formatted(name),
                    e);
        }
    }
}
