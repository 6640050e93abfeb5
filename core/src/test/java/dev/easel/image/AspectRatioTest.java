package dev.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AspectRatioTest {

    @Test
    void oneShapeHasManySpellings() {
        assertThat(of("42:18").isSameShapeAs(of("21:9"))).isTrue();
        assertThat(of("7:3").isSameShapeAs(of("21:9"))).isTrue();
        assertThat(of("9999:9998").isSameShapeAs(of("9998:9997"))).isFalse();
        assertThat(of("9:21").isSameShapeAs(of("21:9"))).isFalse();
    }

    @Test
    void itIsSpelledAsItWasRead() {
        assertThat(of("42:18").wire()).isEqualTo("42:18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4/3", "4:3:2", "0:1", "01:1", "4:-3", "10000:1", "1.5:1", "4:3\n"})
    void whatIsNoRatioIsNotRead(String text) {
        assertThat(AspectRatio.parse(text)).isEmpty();
    }

    private static AspectRatio of(String text) {
        return AspectRatio.parse(text).orElseThrow();
    }
}
