package dev.easel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallersTest {

    private final Callers callers = new Callers("a secret of at least thirty-two characters");

    @Test
    void theSameCallerWithTheSameKeyIsRecognised() {
        assertThat(callers.claim("203.0.113.7", "k", "f"))
                .isEqualTo(callers.claim("203.0.113.7", "k", "f"));
    }

    @Test
    void anotherCallersKeyIsAnotherClaim() {
        assertThat(key("203.0.113.7", "k")).isNotEqualTo(key("203.0.113.8", "k"));
        assertThat(key("203.0.113.7", "k")).isNotEqualTo(key("203.0.113.7", "l"));
    }

    @Test
    void ipv6CallersAreOneByTheirNetwork() {
        assertThat(key("2001:db8:1:2::1", "k")).isEqualTo(key("2001:db8:1:2:ffff::9", "k"));
        assertThat(key("2001:db8:1:2::1", "k")).isNotEqualTo(key("2001:db8:1:3::1", "k"));
    }

    @Test
    void anIpv4CallerIsTheSameInEitherNotation() {
        assertThat(key("::ffff:203.0.113.7", "k")).isEqualTo(key("203.0.113.7", "k"));
    }

    @Test
    void neitherAddressNorKeyCanBeReadFromAClaim() {
        assertThat(key("203.0.113.7", "my-order-17")).matches("[0-9a-f]{32}");
        assertThat(new Callers("another secret").claim("203.0.113.7", "my-order-17", "f").key())
                .isNotEqualTo(key("203.0.113.7", "my-order-17"));
    }

    private String key(String address, String idempotencyKey) {
        return callers.claim(address, idempotencyKey, "f").key();
    }
}
