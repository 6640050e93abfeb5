package dev.easel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.easel.failure.FailureException;
import dev.easel.guard.Caller;
import dev.easel.guard.Callers;
import dev.easel.guard.Claim;
import dev.easel.secret.Secrets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;

class CallerLookupTest {

    private static final String SALT = "a secret of at least thirty-two characters";
    private static final String OLD = "old-origin-secret-of-32-characters-or-more";
    private static final String NEW = "new-origin-secret-of-32-characters-or-more";
    private static final Secrets SECRETS =
            secrets(Map.of("/salt", SALT + "\n", "/origin", OLD + " " + NEW, "/short", "abc"));
    private static final String EDGE = "130.176.0.1";
    private static final Callers CALLERS = new Callers(SALT);

    private final CallerLookup behindCloudFront = new CallerLookup(SECRETS, "/salt", "/origin");
    private final CallerLookup alone = new CallerLookup(SECRETS, "/salt", "");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:46532, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6:443, 2001:db8:1:2::",
        "2001:db8::7:443, 2001:db8::",
        "::ffff:203.0.113.7:443, 203.0.113.7",
    })
    void behindTheDistributionACallerIsWhomItSaw(String viewer, String address) {
        for (var secret : new String[] {OLD, NEW, NEW + "," + OLD}) {
            assertThat(behindCloudFront.caller(call(secret, viewer)))
                    .isEqualTo(CALLERS.caller(address));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed", "", OLD + NEW, OLD + "x", "guessed," + OLD + "x"})
    void whoCannotProveToBeTheDistributionIsWhomTheGatewaySaw(String secret) {
        assertThat(behindCloudFront.caller(call(secret, "203.0.113.7:443")))
                .isEqualTo(CALLERS.caller(EDGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "203.0.113.7", "2001:db8::7", "::", "host.example:443"})
    void anAddressThatIsNoneIsNotTaken(String viewer) {
        assertThat(behindCloudFront.caller(call(NEW, viewer))).isEqualTo(CALLERS.caller(EDGE));
    }

    @Test
    void withoutADistributionNoHeaderIsBelieved() {
        assertThat(alone.caller(call(NEW, "203.0.113.7:443"))).isEqualTo(CALLERS.caller(EDGE));
        assertThat(alone.caller(call("", "203.0.113.7:443"))).isEqualTo(CALLERS.caller(EDGE));
        assertThat(alone.caller(call(Map.of("x-forwarded-for", "203.0.113.7"))))
                .isEqualTo(CALLERS.caller(EDGE));
        assertThat(behindCloudFront.caller(call(Map.of("x-forwarded-for", "203.0.113.7"))))
                .isEqualTo(CALLERS.caller(EDGE));
    }

    @Test
    void aClaimIsOfTheCallerAndOfWhatWasAsked() {
        var body = MissingNode.getInstance();
        var caller = CALLERS.caller(EDGE);

        var known = alone.callerAndClaim(call(Map.of("idempotency-key", "order-17")));

        assertThat(known.caller()).isEqualTo(caller);
        assertThat(known.claim())
                .isEqualTo(CALLERS.claim(caller, "order-17", Fingerprint.of(body)))
                .isNotEqualTo(new Claim("order-17", Fingerprint.of(body)));
        assertThat(alone.callerAndClaim(call(Map.of())).claim()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "é"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertThatThrownBy(() -> alone.callerAndClaim(call(Map.of("idempotency-key", key))))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void withoutAGoodSecretNobodyIsAnybodyAndTheOperatorIsToldWhy() {
        assertThatThrownBy(() -> new CallerLookup(SECRETS, "/gone", "").caller(call(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The SSM parameter /gone cannot be read. Is it there, and may this function"
                                + " read it?");
        assertThatThrownBy(() -> new CallerLookup(SECRETS, "/short", "").caller(call(Map.of())))
                .hasMessage(
                        "The SSM parameter /short is too short a secret: it needs at least 32"
                                + " random characters.");
        assertThatThrownBy(() ->
                        new CallerLookup(SECRETS, "/salt", "/gone").caller(call(NEW, "1.2.3.4:5")))
                .hasMessageContaining("/gone cannot be read");
        Caller known = new CallerLookup(SECRETS, "/salt", "/gone").caller(call(Map.of()));
        assertThat(known).as("who claims nothing needs no proof").isEqualTo(CALLERS.caller(EDGE));
    }

    private static Call call(String secret, String viewer) {
        return call(
                Map.of(CallerLookup.ORIGIN_HEADER, secret, "cloudfront-viewer-address", viewer));
    }

    private static Call call(Map<String, String> headers) {
        return new Call(
                "GET /",
                Map.of(),
                Map.of(),
                headers,
                MissingNode.getInstance(),
                EDGE,
                "request-1",
                Instant.EPOCH);
    }

    private static Secrets secrets(Map<String, String> values) {
        return new Secrets() {
            @Override
            public String secret(String name) {
                var value = values.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("no such parameter");
                }
                return value;
            }

            @Override
            public void forget(String name) {}
        };
    }
}
