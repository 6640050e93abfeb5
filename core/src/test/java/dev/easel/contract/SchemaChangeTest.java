package dev.easel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.contract.SchemaChange.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SchemaChangeTest {

    private static final ModelSchema SCHEMA =
            new ModelSchema(Map.of("prompt", "p1", "aspect_ratio", "a1"), Map.of("image", "i1"));

    @Test
    void theSameSchemaIsNoChange() {
        var again =
                new ModelSchema(
                        Map.of("aspect_ratio", "a1", "prompt", "p1"), Map.of("image", "i1"));

        assertThat(SchemaChange.between(SCHEMA, again)).isEmpty();
        assertThat(SchemaChange.between(null, null)).isEmpty();
    }

    @Test
    void aRenamedInputIsOneThatWentAndOneThatCame() {
        var renamed = new ModelSchema(Map.of("prompt", "p1", "ratio", "r1"), Map.of("image", "i1"));

        assertThat(SchemaChange.between(SCHEMA, renamed))
                .containsExactly(
                        new SchemaChange(
                                Kind.INPUTS, List.of("ratio"), List.of("aspect_ratio"), List.of()));
    }

    @Test
    void anInputThatMeansSomethingElseNowIsNamed() {
        var changed =
                new ModelSchema(
                        Map.of("prompt", "p2", "aspect_ratio", "a1"), Map.of("image", "i1"));

        assertThat(SchemaChange.between(SCHEMA, changed))
                .containsExactly(
                        new SchemaChange(Kind.INPUTS, List.of(), List.of(), List.of("prompt")));
    }

    @Test
    void inputsAndOutputsAreChangesOfTheirOwn() {
        var changed = new ModelSchema(Map.of(), Map.of("images", "i1"));

        assertThat(SchemaChange.between(SCHEMA, changed))
                .containsExactly(
                        new SchemaChange(
                                Kind.INPUTS,
                                List.of(),
                                List.of("aspect_ratio", "prompt"),
                                List.of()),
                        new SchemaChange(
                                Kind.OUTPUTS, List.of("images"), List.of("image"), List.of()));
    }

    @Test
    void aModelComesAndGoesAsAWhole() {
        assertThat(SchemaChange.between(null, SCHEMA))
                .extracting(SchemaChange::kind)
                .containsExactly(Kind.ADDED);
        assertThat(SchemaChange.between(SCHEMA, null))
                .extracting(SchemaChange::kind)
                .containsExactly(Kind.REMOVED);
    }
}
