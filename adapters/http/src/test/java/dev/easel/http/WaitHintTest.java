package dev.easel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class WaitHintTest {

    private static final String DATE = "date=Mon, 23 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-after=7 | 7",
                "retry-after=0 | 0",
                "retry-after=Mon, 23 Nov 2026 12:00:09 GMT | 9",
                "x-ratelimit-reset=30 | 30",
                "x-ratelimit-reset=1795435205 | 5",
            })
    void aHintIsReadInEveryFormThatIsKnown(String header, long seconds) {
        assertThat(WaitHint.read(headers(header, DATE))).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry-after=soon",
                "retry-after=-1",
                "retry-after=1.5",
                "retry-after=99999999999999999999",
                "retry-after=Mon, 23 Nov 2026 11:59:59 GMT",
                "x-ratelimit-reset=1795435199",
                "x-other=1"
            })
    void whatCannotBeReadOrHasPassedIsNoHint(String header) {
        assertThat(WaitHint.read(headers(header, DATE))).isEmpty();
    }

    /// Our clock may be another than theirs.
    @Test
    void aPointInTimeWithoutTheirDateIsNoHint() {
        assertThat(WaitHint.read(headers("retry-after=Mon, 23 Nov 2026 12:00:09 GMT"))).isEmpty();
    }

    private static HttpHeaders headers(String... lines) {
        return HttpHeaders.of(
                Arrays.stream(lines)
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1]))),
                (_, _) -> true);
    }
}
