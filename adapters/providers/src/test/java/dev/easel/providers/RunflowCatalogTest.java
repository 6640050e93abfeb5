package dev.easel.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.contract.ModelSchema;
import dev.easel.contract.SchemaCatalog.Listing;
import dev.easel.http.ProviderHttp;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

class RunflowCatalogTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final int BYTES_MAX = 10_000;

    private static final String PROMPT =
            """
            {"name": "prompt", "display_name": "Prompt", "description": "What to do",
             "variable_type_code": "text", "validator_attrs": {"min": 3, "max": 50000},
             "is_required": true, "default_value": null, "sort_order": 1, "is_featured": true}\
            """;

    private final Stub stub = new Stub();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void theFieldsOfEveryModelAreReadWithoutAKey() {
        stub.says(200, page(null, model("google/nano-banana-2", PROMPT)));

        var models = models();

        assertThat(models).containsOnlyKeys("google/nano-banana-2");
        assertThat(schema(models).inputs()).containsOnlyKeys("prompt");
        assertThat(schema(models).outputs()).containsOnlyKeys("image");
        assertThat(stub.only().line()).isEqualTo("GET /v1/public/models?limit=500");
        assertThat(stub.only().authorization()).isEmpty();
    }

    @Test
    void theOrderOfFieldsAndMembersSaysNothing() {
        var first = "{\"name\": \"a\", \"validator_attrs\": {\"min\": 1, \"max\": 2}}";
        var again = "{\"validator_attrs\": {\"max\": 2, \"min\": 1}, \"name\": \"a\"}";
        stub.says(200, page(null, model("m/m", first + "," + PROMPT)))
                .says(200, page(null, model("m/m", PROMPT + "," + again)));

        assertThat(models()).isEqualTo(models());
    }

    @Test
    void whatOnlyAFormShowsSaysNothing() {
        var shown =
                PROMPT.replace("What to do", "Words")
                        .replace("\"sort_order\": 1", "\"sort_order\": 7");
        stub.says(200, page(null, model("m/m", PROMPT))).says(200, page(null, model("m/m", shown)));

        assertThat(models()).isEqualTo(models());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"max\": 50000; \"max\": 4000",
                "\"text\"; \"string\"",
                "\"is_required\": true; \"is_required\": false",
                "\"default_value\": null; \"default_value\": \"null\""
            })
    void whatARequestMayHoldIsPartOfTheFingerprint(String before, String after) {
        stub.says(200, page(null, model("m/m", PROMPT)))
                .says(200, page(null, model("m/m", PROMPT.replace(before, after))));

        assertThat(models()).isNotEqualTo(models());
    }

    @Test
    void allPagesAreRead() {
        stub.says(200, page("n/2+", model("m/1", PROMPT))).says(200, page(null, model("m/2", "")));

        assertThat(models()).containsOnlyKeys("m/1", "m/2");
        assertThat(stub.requests().getLast().line())
                .isEqualTo("GET /v1/public/models?limit=500&pq=n%2F2%2B");
    }

    @Test
    void anOwnerThatStandsBesideTheSlugIsPartOfTheId() {
        var item = model("nano-banana-2", PROMPT);
        stub.says(
                200, page(null, "{\"model_creator\": {\"slug\": \"google\"}," + item.substring(1)));

        assertThat(models()).containsOnlyKeys("google/nano-banana-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "{\"items\": {}}",
                "{\"items\": []}",
                "{\"items\": [{\"name\": \"a model without a slug\"}]}",
                "{\"items\": [{\"slug\": \"m/m\", \"fields\": []}]}",
                "{\"items\": [{\"slug\": \"m/m\", \"inputs\": [{\"label\": \"prompt\"}]}]}",
                "{\"items\": [{\"slug\": \"m/m\", \"inputs\": {\"prompt\": {}}}]}"
            })
    void whatIsNoCatalogueIsNotReadAsOne(String body) {
        stub.says(200, body);

        assertThat(catalog().list()).isInstanceOf(Listing.Unreadable.class);
    }

    @Test
    void aPartOfTheCatalogueIsNotTheCatalogue() {
        stub.says(200, page("next", model("m/1", PROMPT))).says(503, "");

        assertThat(catalog().list()).isEqualTo(new Listing.Unreadable("HTTP 503"));
    }

    @Test
    void aCursorThatLeadsInACircleEnds() {
        stub.says(200, page("same", model("m/1", PROMPT)));

        assertThat(catalog().list()).isEqualTo(new Listing.Unreadable("more than 20 pages"));
    }

    @Test
    void whatTakesTooLongOrIsTooLongIsNotReadable() {
        stub.says(200, " ".repeat(BYTES_MAX + 1)).staysMute();

        assertThat(catalog().list()).isInstanceOf(Listing.Unreadable.class);
        assertThat(catalog().list()).isInstanceOf(Listing.Unreadable.class);
    }

    @Test
    void whereNobodyListensNothingIsRead() {
        stub.close();

        assertThat(catalog().list()).isEqualTo(new Listing.Unreadable("ConnectException"));
    }

    private RunflowCatalog catalog() {
        return new RunflowCatalog(ProviderHttp.client(), stub.uri(), SOON, BYTES_MAX);
    }

    private Map<String, ModelSchema> models() {
        return ((Listing.Whole) catalog().list()).models();
    }

    private static ModelSchema schema(Map<String, ModelSchema> models) {
        return models.values().iterator().next();
    }

    private static String page(@Nullable String next, String items) {
        var cursor = next == null ? "null" : "\"" + next + "\"";
        return "{\"items\": [" + items + "], \"next_pq\": " + cursor + ", \"prev_pq\": null}";
    }

    private static String model(String slug, String inputs) {
        return "{\"slug\": \"%s\", \"inputs\": [%s], \"outputs\": [{\"name\": \"image\"}]}"
                .formatted(slug, inputs);
    }
}
