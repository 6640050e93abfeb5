package dev.easel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class ShownPictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"GIF87a", "GIF89a"})
    void aGifIsToldWithItsSize(String signature) {
        assertThat(ShownPicture.read(bytes(signature + "\50\1\36\0 and more")))
                .contains(new ShownPicture("image/gif", "gif", new Size(296, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "GIF89a\50\0\36",
                "GIF89a\0\0\36\0",
                "GIF88a\50\0\36\0",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!doctype html>",
                "BM and a bitmap"
            })
    void nothingElseIs(String text) {
        assertThat(ShownPicture.read(bytes(text))).isEmpty();
    }

    @Test
    void whatWeTakeInIsShownToo() {
        var png = Made.file("png", Made.quarters(40, 30));

        assertThat(ShownPicture.read(png))
                .contains(new ShownPicture("image/png", "png", new Size(40, 30)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
