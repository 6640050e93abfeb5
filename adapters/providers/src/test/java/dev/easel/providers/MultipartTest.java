package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.http.Reply;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class MultipartTest {

    /// A picture that holds line breaks, and the boundary, but not at the beginning of a line.
    private static final String PICTURE = "\r\n\r\nbytes --edge \r\n-- and bytes\r\n";

    private final Multipart written =
            new Multipart("edge")
                    .with("job", "job.json", "application/json", bytes("{\"a\": 1}"))
                    .with("input", "one.png", "image/png", bytes(PICTURE));

    @Test
    void whatIsWrittenIsReadAgain() {
        var parts = Multipart.read(new Reply.Content(written.type(), written.body()));

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().name()).isEqualTo("job");
        assertThat(parts.getFirst().type()).isEqualTo("application/json");
        assertThat(parts.getFirst().text()).isEqualTo("{\"a\": 1}");
        assertThat(parts.getLast().name()).isEqualTo("input");
        assertThat(parts.getLast().isPicture()).isTrue();
        assertThat(parts.getLast().bytes()).isEqualTo(bytes(PICTURE));
    }

    @Test
    void theBoundaryMayStandInQuotesAndBehindOtherParameters() {
        var type = "Multipart/Form-Data; charset=utf-8; Boundary=\"edge\"";

        assertThat(Multipart.read(new Reply.Content(type, written.body()))).hasSize(2);
    }

    @Test
    void aPartThatWasCutOffIsNoPart() {
        var whole = written.body();
        var cut = Arrays.copyOf(whole, whole.length - 12);

        assertThat(Multipart.read(new Reply.Content(written.type(), cut))).hasSize(1);
    }

    @Test
    void whatIsNoSuchBodyHasNoParts() {
        assertThat(Multipart.read(new Reply.Content("image/png", written.body()))).isEmpty();
        assertThat(Multipart.read(new Reply.Content("multipart/form-data", written.body())))
                .isEmpty();
        assertThat(Multipart.read(new Reply.Content(written.type(), bytes("<html>--edge</html>"))))
                .isEmpty();
        assertThat(Multipart.read(new Reply.Content(written.type(), new byte[0]))).isEmpty();
    }

    @Test
    void aPartWithoutTypeAndNameIsReadAllTheSame() {
        var body = bytes("--edge\r\nX-Other: 1\r\n\r\nwords\r\n--edge--\r\n");

        var parts = Multipart.read(new Reply.Content(written.type(), body));

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().name()).isEmpty();
        assertThat(parts.getFirst().isPicture()).isFalse();
        assertThat(parts.getFirst().text()).isEqualTo("words");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
