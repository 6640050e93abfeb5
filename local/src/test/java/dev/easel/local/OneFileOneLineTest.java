package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;

import dev.easel.providers.ProviderShelf;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A new provider is a file and a line: nothing else of the product knows who it speaks to.
class OneFileOneLineTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("core", "adapters", "functions", "local");

    /// Who else may name one, and why.
    private static final Map<String, String> MAY =
            Map.ofEntries(
                    entry("ProviderShelf", "the one line"),
                    entry("TierTable", "routes lead to providers"),
                    entry("Prices", "the price list of the benchmark"),
                    entry("Actor", "who plays in a made-up past"),
                    entry("Call", "how their simulators take their time in it"),
                    entry("Story", "what befell them in it"),
                    entry("Catalog", "what a deployment has that names no provider"),
                    entry("SentinelPollHandler", "the gateway's evaluations, its second service"),
                    entry("SentinelPollSettings", "where those are"),
                    entry("CatalogWatchHandler", "the gateway's list of models, its third service"),
                    entry("CatalogWatchSettings", "where that is"),
                    entry("SimulatedProviders", "tells the template where those two services are"));

    @Test
    void nobodyNamesAProviderButItsOwnFilesAndAHandfulOfOthers() throws IOException {
        var named = new ArrayList<String>();
        var used = new HashSet<String>();
        for (var file : sources()) {
            var code = code(file);
            var name = file.getFileName().toString().replace(".java", "");
            for (var id : ProviderShelf.ids()) {
                if (name.startsWith(capitalised(id)) || !names(id).matcher(code).find()) {
                    continue;
                }
                if (MAY.containsKey(name)) {
                    used.add(name);
                } else {
                    named.add(file + " names " + id);
                }
            }
        }

        assertThat(named).isEmpty();
        assertThat(used).as("no exception that nobody needs").isEqualTo(MAY.keySet());
    }

    @Test
    void theShelfHasOneLineForEach() throws IOException {
        var shelf = sources().stream().filter(file -> file.endsWith("ProviderShelf.java")).toList();
        var lines = Files.readAllLines(shelf.getFirst());

        for (var id : ProviderShelf.ids()) {
            assertThat(lines).filteredOn(line -> names(id).matcher(line).find()).hasSize(1);
        }
    }

    /// As the name of a class or a setting, or as a text of its own. Some of them are English words,
    /// too, and one is also the maker of what others serve: in a model's id it is no provider.
    private static Pattern names(String id) {
        var upper = id.toUpperCase(Locale.ROOT);
        return Pattern.compile(
                "\"%1$s\"|\\b%2$s[A-Z]\\w*|\\b%3$s_".formatted(id, capitalised(id), upper));
    }

    private static String capitalised(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private static String code(Path file) throws IOException {
        return String.join(
                "\n",
                Files.readAllLines(file).stream()
                        .filter(line -> !line.strip().startsWith("//"))
                        .toList());
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().contains("/src/main/"))
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }
}
