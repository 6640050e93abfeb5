package dev.easel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"old new", "old,new", " old\n new\n", "new, old"})
    void bothSecretsAreGoodWhileOneReplacesTheOther(String text) {
        var secrets = OriginSecrets.of(text);

        assertThat(secrets.admit("old")).isTrue();
        assertThat(secrets.admit("new")).isTrue();
        assertThat(secrets.admit("ol")).isFalse();
        assertThat(secrets.admit("oldnew")).isFalse();
        assertThat(secrets.admit("")).isFalse();
    }

    /// A parameter says `old`, then `new,old`, then `new`; functions hear of it within minutes, the
    /// distribution at the next deployment.
    @ParameterizedTest
    @CsvSource({"'new,old', old", "'new,old', 'new,old'", "new, 'new,old'", "new, new"})
    void aSecretIsReplacedWithoutAMomentInWhichNoneIsGood(String functions, String distribution) {
        assertThat(OriginSecrets.of(functions).admit(distribution)).isTrue();
    }

    @Test
    void noneInCommonIsNotEnough() {
        assertThat(OriginSecrets.of("new,old").admit("guess,ol,ne")).isFalse();
    }

    @Test
    void noSecretIsNoSecretAtAll() {
        assertThat(OriginSecrets.of(" ,\n").admit("")).isFalse();
    }
}
