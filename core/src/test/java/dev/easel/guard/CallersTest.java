package dev.easel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallersTest {

    private final Callers callers = new Callers("a secret of at least thirty-two characters");

    @Test
    void theSameCallerWithTheSameKeyIsRecognised() {
        assertThat(callers.caller("203.0.113.7")).isEqualTo(callers.caller("203.0.113.7"));
        assertThat(key("203.0.113.7", "k")).isEqualTo(key("203.0.113.7", "k"));
    }

    @Test
    void anotherCallersKeyIsAnotherClaim() {
        assertThat(key("203.0.113.7", "k")).isNotEqualTo(key("203.0.113.8", "k"));
        assertThat(key("203.0.113.7", "k")).isNotEqualTo(key("203.0.113.7", "l"));
    }

    @Test
    void ipv6CallersAreOneByTheirNetwork() {
        assertThat(callers.caller("2001:db8:1:2::1"))
                .isEqualTo(callers.caller("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(callers.caller("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4CallerIsTheSameInEitherNotation() {
        assertThat(callers.caller("::ffff:203.0.113.7")).isEqualTo(callers.caller("203.0.113.7"));
    }

    @Test
    void neitherAddressNorKeyCanBeReadFromAClaim() {
        var others = new Callers("another secret");

        assertThat(callers.caller("203.0.113.7").id()).matches("[0-9a-f]{32}");
        assertThat(key("203.0.113.7", "my-order-17")).matches("[0-9a-f]{32}");
        assertThat(others.caller("203.0.113.7")).isNotEqualTo(callers.caller("203.0.113.7"));
    }

    private String key(String address, String idempotencyKey) {
        return callers.claim(callers.caller(address), idempotencyKey, "f").key();
    }
}
