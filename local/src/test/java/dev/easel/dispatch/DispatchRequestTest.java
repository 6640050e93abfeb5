package dev.easel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.easel.catalog.Catalog;
import dev.easel.failure.Failure;
import dev.easel.failure.FailureException;
import dev.easel.failure.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Map;

class DispatchRequestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PHOTO =
            Map.of("upload", "img_01kb2x7v9m4q8r3t6y5w0n1c2d");
    private static final Catalog CATALOG = Catalog.STANDARD;

    @ParameterizedTest
    @CsvSource({"4:5, 4:5", "42:18, 21:9", "7:3, 21:9", "10:10, 1:1", "9:16, 9:16"})
    void aShapeIsTakenHoweverItIsSpelledAndKeptAsTheModelsSpellIt(String asked, String kept) {
        assertThat(create(asked).offered(CATALOG).aspectRatio()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5:1", "1:4", "16:10", "9999:1"})
    void aShapeThatNobodyMakesIsRefusedWithThoseThatCanBeMade(String asked) {
        assertThat(violations(() -> create(asked).offered(CATALOG)))
                .containsExactly(
                        new Violation(
                                "/aspect_ratio",
                                "must be one of 21:9, 16:9, 3:2, 4:3, 5:4, 1:1, 4:5, 3:4, 2:3,"
                                        + " 9:16"));
    }

    @Test
    void withoutAShapeTheModelChooses() {
        var request = read(Map.of("workflow", "create", "prompt", "a boat"));

        assertThat(request.offered(CATALOG)).isEqualTo(request);
    }

    @Test
    void anExtensionNeedsAShape() {
        assertThat(
                        violations(() ->
                                read(
                                        Map.of(
                                                "workflow",
                                                "extend",
                                                "inputs",
                                                Map.of("image", PHOTO)))))
                .containsExactly(new Violation("/aspect_ratio", "is required by extend"));
    }

    @Test
    void fiveReferencesAreOneTooMany() {
        var body =
                Map.of(
                        "workflow", "restyle",
                        "prompt", "as a painting",
                        "inputs",
                                Map.of(
                                        "image",
                                        PHOTO,
                                        "references",
                                        Collections.nCopies(5, PHOTO)));

        assertThat(violations(() -> read(body)))
                .contains(new Violation("/inputs/references", "must be a list of at most 4"));
    }

    private static DispatchRequest create(String aspectRatio) {
        return read(Map.of("workflow", "create", "prompt", "a boat", "aspect_ratio", aspectRatio));
    }

    private static DispatchRequest read(Map<String, ?> body) {
        return DispatchRequest.from(JSON.valueToTree(body), CATALOG);
    }

    private static List<Violation> violations(Runnable work) {
        var thrown = catchThrowableOfType(FailureException.class, work::run);
        return ((Failure.InvalidRequest) thrown.failure()).violations();
    }
}
