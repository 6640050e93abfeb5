package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

/// Every field of every route, with every kind of value that it cannot have: the answer names it.
class BadFieldTest {

    private static final String NOBODY = "z".repeat(26);

    private final Api api = new Api(LiveStack.get().api());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"workflow\":@}; choice; /workflow",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"tier\":@}; choice; /tier",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"aspect_ratio\":@}; choice;"
                        + " /aspect_ratio",
                "{\"workflow\":\"create\",\"prompt\":@}; text; /prompt",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"callback_url\":@}; text;"
                        + " /callback_url",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"metadata\":@}; object; /metadata",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"metadata\":{\"a\":@}}; text;"
                        + " /metadata/a",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"pin\":@}; object; /pin",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"pin\":{\"x\":@,\"y\":1}}; number;"
                        + " /pin/x",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"pin\":{\"x\":1,\"y\":@}}; number;"
                        + " /pin/y",
                "{\"workflow\":\"create\",\"prompt\":\"a boat\",\"inputs\":@}; object; /inputs",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":@}}; object; /inputs/image",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"upload\":@}}}; choice;"
                        + " /inputs/image/upload",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"generation\":@}}}; choice;"
                        + " /inputs/image/generation",
                "{\"workflow\":\"cut-out\",\"inputs\":{\"image\":{\"generation\":\"gen_#\",\"output\":@}}};"
                    + " number; /inputs/image/output",
                "{\"workflow\":\"remove-object\",\"inputs\":{\"mask\":@}}; object; /inputs/mask",
                "{\"workflow\":\"remove-object\",\"inputs\":{\"mask\":{\"upload\":@}}}; choice;"
                        + " /inputs/mask/upload",
                "{\"workflow\":\"repair-area\",\"inputs\":{\"references\":@}}; list;"
                        + " /inputs/references",
                "{\"workflow\":\"repair-area\",\"inputs\":{\"references\":[{\"upload\":@}]}};"
                        + " choice; /inputs/references/0/upload",
            })
    void aWrongFieldOfAnOrderIsNamed(String order, String kind, String pointer) {
        for (var value : values(kind)) {
            assertNamed("/v1/generations", order.replace("@", value), pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"kind\":@}; choice; /kind",
                "{\"content_type\":@}; choice; /content_type",
                "{\"bytes\":@}; number; /bytes",
                "{\"bytes\":0}; object; /bytes",
                "{\"bytes\":25000001}; object; /bytes",
                "{\"sha256\":@}; choice; /sha256",
            })
    void aWrongFieldOfAnUploadIsNamed(String upload, String kind, String pointer) {
        for (var value : values(kind)) {
            assertNamed("/v1/uploads", upload.replace("@", value), pointer);
        }
    }

    @ParameterizedTest
    @CsvSource({"msk, choice", "img, choice", "ref, text"})
    void aWrongFieldOfACompletionIsNamed(String prefix, String kind) {
        for (var value : values(kind)) {
            var path = "/v1/uploads/" + prefix + "_" + NOBODY + "/complete";
            assertNamed(path, "{\"image\":" + value + "}", "/image");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/v1/uploads; {\"z\":1}; /z",
                "/v1/uploads/img_#/complete; {\"z\":null}; /z",
                "/v1/generations; {\"z\":{}}; /z",
                "/v1/generations; {\"\":1}; /",
                "/v1/generations; {\"~/\":1}; /~0~1",
                "/v1/generations; {\"inputs\":{\"z\":1}}; /inputs/z",
                "/v1/generations; {\"inputs\":{\"image\":{\"z\":1}}}; /inputs/image/z",
                "/v1/generations; {\"inputs\":{\"references\":[{\"z\":1}]}};"
                        + " /inputs/references/0/z",
                "/v1/generations; {\"pin\":{\"z\":1}}; /pin/z",
            })
    void anUnknownFieldIsNamedAtEveryLevel(String path, String body, String pointer) {
        assertNamed(path.replace("#", NOBODY), body, pointer);
    }

    private static List<String> values(String kind) {
        return switch (kind) {
            case "text" -> WrongValues.NO_TEXTS;
            case "choice" ->
                    Stream.concat(WrongValues.NO_TEXTS.stream(), WrongValues.NO_CHOICES.stream())
                            .toList();
            case "number" -> WrongValues.NO_NUMBERS;
            case "object" -> WrongValues.NO_OBJECTS;
            case "list" -> WrongValues.NO_LISTS;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /// The field itself, or what is wrong within it.
    private void assertNamed(String path, String body, String pointer) {
        var response = api.post(path, body.replace("#", NOBODY));

        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        var violations = Api.json(response).path("violations");
        assertThat(violations)
                .as(body + " was answered " + violations)
                .anyMatch(violation -> {
                    var at = violation.path("pointer").asText();
                    return at.equals(pointer) || at.startsWith(pointer + "/");
                });
    }
}
