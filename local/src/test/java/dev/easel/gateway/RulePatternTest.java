package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class RulePatternTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RulePattern pattern(String json) throws Exception {
        var tree = JSON.readTree(json);
        return RulePattern.of(
                JSON.convertValue(
                        tree,
                        JSON.getTypeFactory()
                                .constructMapType(Map.class, String.class, Object.class)));
    }

    private static JsonNode event() throws Exception {
        return JSON.readTree(
                """
                {"source": "easel", "detail": {"key": "quarantine/a.png", "size": 7, "tags": ["x", "y"]}}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"source\": [\"easel\", \"other\"]}; true",
                "{\"source\": [\"other\"]}; false",
                "{\"detail\": {\"size\": [7]}}; true",
                "{\"detail\": {\"tags\": [\"y\"]}}; true",
                "{\"detail\": {\"key\": [{\"prefix\": \"quarantine/\"}]}}; true",
                "{\"detail\": {\"key\": [{\"suffix\": \".jpg\"}]}}; false",
                "{\"source\": [{\"anything-but\": [\"aws.s3\"]}]}; true",
                "{\"detail\": {\"none\": [{\"exists\": false}]}}; true",
                "{\"detail\": {\"size\": [{\"exists\": false}]}}; false",
                "{\"source\": [\"easel\"], \"detail\": {\"size\": [8]}}; false",
            })
    void aRuleWantsWhatEventBridgeWouldGiveIt(String pattern, boolean wanted) throws Exception {
        assertThat(pattern(pattern).matches(event())).isEqualTo(wanted);
    }

    @Test
    void anOperatorThatIsNotUnderstoodIsAnError() {
        assertThatThrownBy(() -> pattern("{\"detail\": {\"size\": [{\"numeric\": [\">\", 1]}]}}"))
                .hasMessageContaining("is not understood here");
    }
}
