package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.com/x?y=1",
                "s3://bucket/key",
                "HTTP://A.EXAMPLE.COM",
                "www.example.com/x",
                "cdn.example.com/x.png",
                "cdn.example.com:8443/x",
                "data:image/png;base64,AAAA",
                "X-Amz-Signature=abc",
                "runflow://assets/1"
            })
    void aLinkIsTakenOutHoweverItLooks(String link) {
        assertThat(Words.plain("see " + link + " there")).isEqualTo("see (link) there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIzaSy0123456789_-abcdefghijklmnopqrstu",
                "ya29.a0AfH6SMBx-0123456789",
                "r8_0123456789abcdef",
                "tgp_v1_0123456789abcdef"
            })
    void aKeyOfAnyProviderIsKnownByItsLooks(String key) {
        assertThat(Words.plain("with " + key + " here")).isEqualTo("with (key) here");
    }

    @Test
    void aKeyIsTakenOutThoughNobodyKnowsItsValue() {
        assertThat(Words.plain("with Bearer abc.def and rf_live_0123456789, not rf_x"))
                .isEqualTo("with (key) and (key), not rf_x");
    }

    @Test
    void plainSentencesStayAsTheyAre() {
        var sentence = "The edge at 3.5 px and/or the shadow, e.g. on the left, is soft. It shows.";

        assertThat(Words.unnamed(sentence)).isEqualTo(sentence);
    }

    @Test
    void mixedUpLinesBecomeOne() {
        assertThat(Words.plain("<b>one</b>\r\n\t two\u0000\u001b[31m")).isEqualTo("one two [31m");
    }

    @ParameterizedTest
    @CsvSource({
        "Gemini 3 Pro smeared it, the service smeared it",
        "nano-banana's edge, the service's edge",
        "made by google/nano-banana-2/edit here, made by the service here",
        "made by Google Gemini Flash here, made by the service here",
        "made by Nano Banana 2., made by the service.",
        "GPT-4o says so, the service says so",
        "OpenAI and Claude and Bria, the service and the service and the service",
        "the sentinel looked, the sentinel looked",
        "a briar pipe, a briar pipe"
    })
    void companiesAndModelsAreNotNamed(String said, String read) {
        assertThat(Words.unnamed(said)).isEqualTo(read);
    }

    @Test
    void aHugeTextIsReadOnlyInPart() {
        assertThat(Words.plain("a.".repeat(5_000_000))).hasSizeLessThanOrEqualTo(4_000);
    }

    @Test
    void aCapCutsBetweenWordsWhereItCan() {
        assertThat(Words.capped("one two three", 13)).isEqualTo("one two three");
        assertThat(Words.capped("one two three", 9)).isEqualTo("one two…");
        assertThat(Words.capped("onetwothree", 5)).isEqualTo("onet…");
    }
}
