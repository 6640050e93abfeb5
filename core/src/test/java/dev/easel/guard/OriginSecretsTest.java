package dev.easel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"old new", "old,new", " old\n new\n", "new, old"})
    void bothSecretsAreGoodWhileOneReplacesTheOther(String text) {
        var secrets = OriginSecrets.of(text);

        assertThat(secrets.admit("old")).isTrue();
        assertThat(secrets.admit("new")).isTrue();
        assertThat(secrets.admit("ol")).isFalse();
        assertThat(secrets.admit("old new")).isFalse();
        assertThat(secrets.admit("")).isFalse();
    }

    @Test
    void noSecretIsNoSecretAtAll() {
        assertThat(OriginSecrets.of(" ,\n").admit("")).isFalse();
    }
}
