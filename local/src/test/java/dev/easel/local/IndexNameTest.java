package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;

/// There is no second definition of what the functions expect of their tables.
class IndexNameTest {

    @ParameterizedTest
    @CsvSource({
        "GenerationsTable, open generations can be found",
        "EvaluationsTable, open evaluations can be found"
    })
    void aStackFromATemplateWithAnotherIndexNameDoesNotStart(String table, String check)
            throws IOException {
        var folder = LiveStack.folder();
        var original = Files.readString(LiveStack.PROJECT.resolve("template.yaml"));
        int place =
                original.indexOf("IndexName: open-by-due", original.indexOf("\n  " + table + ":"));
        var template =
                Files.writeString(
                        folder.resolve("template.yaml"),
                        original.substring(0, place)
                                + "IndexName: renamed"
                                + original.substring(place + 22));

        assertThatThrownBy(() -> Stack.start(LiveStack.options(template, folder.resolve("data"))))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(check)
                .hasMessageContaining("open-by-due");
    }
}
