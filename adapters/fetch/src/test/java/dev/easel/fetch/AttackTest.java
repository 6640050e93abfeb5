package dev.easel.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.fetch.Attacks.Attack;
import dev.easel.fetch.Fetched.Arrived;
import dev.easel.fetch.Fetched.Failed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLSocketFactory;

/// Everything that people try, against servers that play along: nothing ever reaches the inner one.
///
/// Two guards ask where a name leads. Each is taken away in turn, and the other has to hold alone;
/// without both, these tests have to see it.
class AttackTest {

    private static final long BYTES_MAX = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /// For what never ends by itself.
    private static final Duration IMPATIENCE = Duration.ofMillis(300);

    @TempDir private Path folder;

    private Outside outside;

    @BeforeEach
    void open() throws IOException {
        outside = new Outside();
        Attacks.lay(outside);
    }

    @AfterEach
    void close() throws IOException {
        outside.close();
    }

    static List<Attack> attacks() {
        return Attacks.all();
    }

    @Test
    void theListIsAsLongAsItWas() {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(attacks()).extracting(Attack::sentence).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isHeld(Attack attack) {
        var fetched = fetch(attack, true, true);

        assertThat(outside.insideCalls()).isZero();
        if (attack.reason().isEmpty()) {
            assertThat(fetched).isInstanceOf(Arrived.class);
        } else {
            assertThat(((Failed) fetched).reason()).isInstanceOf(attack.reason().get());
            assertThat(folder).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isHeldWithoutTheGuardOfNames(Attack attack) {
        fetch(attack, false, true);

        assertThat(outside.insideCalls()).isZero();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isHeldWithoutTheGuardOfSockets(Attack attack) {
        fetch(attack, true, false);

        assertThat(outside.insideCalls()).isZero();
    }

    @Test
    void withoutBothGuardsTheInsideIsReached() {
        var breaches = new ArrayList<String>();
        for (var attack : attacks()) {
            int before = outside.insideCalls();
            fetch(attack, false, false);
            if (outside.insideCalls() > before) {
                breaches.add(attack.sentence());
            }
        }

        assertThat(breaches)
                .contains(
                        "a name that leads inside",
                        "a name that spells an address",
                        "a name that leads inside first",
                        "a redirect inside",
                        "a redirect inside without a scheme",
                        "a redirect inside after a good one",
                        "a redirect to a name that now leads inside")
                .hasSize(7 + Attacks.PRIVATE_ADDRESSES.size());
    }

    @Test
    void aNameIsResolvedOnceForEachHop() {
        outside.rebind("once.example.com", "1.1.1.1", "10.0.0.7");
        var attack = new Attack("", "http://once.example.com/", Optional.empty());

        assertThat(fetch(attack, false, false)).isInstanceOf(Arrived.class);
        assertThat(outside.insideCalls()).isZero();
    }

    private Fetched fetch(Attack attack, boolean namesGuarded, boolean socketsGuarded) {
        boolean endless = attack.reason().filter(Reason.TooSlow.class::equals).isPresent();
        return new Fetch(
                        BYTES_MAX,
                        endless ? IMPATIENCE : PATIENCE,
                        new Gate(Destinations.anywhere(Set.of()), Set.of("http", "https")),
                        new Dialer(
                                outside,
                                namesGuarded,
                                socketsGuarded,
                                (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .fetch(attack.url(), folder.resolve("picture"));
    }
}
