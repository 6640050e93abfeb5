package dev.easel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.site.SiteFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// What can be told of the pages without a browser.
class PagesTest {

    private static final PageGraph PAGES = new PageGraph(new SiteFolder(StudioStack.PAGES).read());
    private static final List<String> DOCUMENTS = PAGES.documents();

    /// Names of vocabularies: nobody goes there.
    private static final Pattern NAMESPACE =
            Pattern.compile("http://www\\.w3\\.org/(?:2000/svg|1999/(?:xhtml|xlink))\\b");

    /// Nothing of this gets past the policy, or should.
    private static final Pattern INLINE =
            Pattern.compile(
                    "<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle=|\\son[a-z]+=[\"'$]|javascript:|\\beval\\(|\\bnew"
                        + " Function\\b|\\b(?:inner|outer)HTML\\b"
                        + "|\\binsertAdjacentHTML\\b|\\bdocument\\.write\\b|\\bunsafe(?:HTML|SVG)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?:async )?(?:function|class|const|let) (\\w+)");
    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*(--[\\w-]+):");

    @Test
    void theFolderIsReallyRead() {
        assertThat(DOCUMENTS).contains("index.html");
        assertThat(PAGES.modules("index.html"))
                .contains("studio/main.js", "vendor/lit-html/lit-html.js");
    }

    @Test
    void whateverAFileNamesIsThere() {
        for (var path : PAGES.paths()) {
            assertThat(PAGES.named(path)).as(path).allMatch(PagesTest::isThere);
        }
    }

    /// `config.json` is made when it is asked for; `v1` is the API's.
    private static boolean isThere(String path) {
        return PAGES.paths().contains(path)
                || path.startsWith("v1/")
                || Set.of("config.json", "llms.txt", "openapi.json").contains(path);
    }

    @Test
    void noFileIsThereForNothing() {
        assertThat(PAGES.reached(DOCUMENTS)).isEqualTo(PAGES.paths());
    }

    @Test
    void nothingOfTheReliabilityPageIsExportedForNobody() {
        var modules = PAGES.modules("dashboard.html");
        for (var module : modules) {
            if (module.startsWith("dashboard/")) {
                assertThat(
                                EXPORT.matcher(PAGES.text(module))
                                        .results()
                                        .map(found -> found.group(1)))
                        .as(module)
                        .allMatch(name ->
                                modules.stream()
                                        .filter(other -> !other.equals(module))
                                        .anyMatch(other -> names(PAGES.text(other), name)));
            }
        }
    }

    private static boolean names(String text, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(text).find();
    }

    @Test
    void noColourAndNoMeasureIsThereForNothing() {
        var tokens = PAGES.text("style/tokens.css");
        assertThat(TOKEN.matcher(tokens).results().map(found -> found.group(1)))
                .contains("--accent")
                .allMatch(token ->
                        PAGES.written().stream()
                                .anyMatch(path -> PAGES.text(path).contains("var(" + token + ")")));
    }

    /// What has another ending than those that are served would be missed only by who uses it.
    @Test
    void everyFileInTheFoldersOfPagesIsServed() throws IOException {
        try (var files = Files.walk(StudioStack.PAGES.toAbsolutePath())) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(StudioStack.PAGES.toAbsolutePath()::relativize)
                                    .filter(PagesTest::isOfPages)
                                    .map(Path::toString))
                    .isSubsetOf(PAGES.paths());
        }
    }

    private static boolean isOfPages(Path file) {
        return !Set.of("src", "target", "screenshots", "pom.xml")
                .contains(file.getName(0).toString());
    }

    /// Browsers find a module's imports only once they have it: each level costs a round trip.
    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void aDocumentPreloadsAllItsModulesAndNothingElse(String document) {
        var imported = new TreeSet<>(PAGES.modules(document));
        PAGES.scripts(document).forEach(imported::remove);

        assertThat(PAGES.preloads(document))
                .filteredOn(module -> !PAGES.scripts(document).contains(module))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(imported);
    }

    /// Themes are told apart by `light-dark()` alone, which is one colour or another.
    @Test
    void aThemeChangesNothingButColours() {
        for (var path : PAGES.written()) {
            assertThat(PAGES.text(path)).as(path).doesNotContain("prefers-color-scheme");
        }
        assertThat(PAGES.text("style/tokens.css")).contains("light-dark(");
    }

    @Test
    void noFileNamesAHost() {
        for (var path : PAGES.written()) {
            var text = NAMESPACE.matcher(PAGES.text(path)).replaceAll("");
            assertThat(text)
                    .as(path)
                    .doesNotContainPattern("(?i)\\b(?:https?|wss?)://|[\"'(`]//\\w");
        }
    }

    @Test
    void noFileNeedsWhatThePolicyForbids() {
        for (var path : PAGES.written()) {
            assertThat(INLINE.matcher(PAGES.text(path)).results().map(found -> found.group()))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void nothingOfTheStudioNamesAModelOrACompany() {
        PAGES.reached(List.of("index.html")).stream()
                .filter(PAGES.written()::contains)
                // Which leads to the page for operators.
                .filter(path -> !path.startsWith("dashboard") && !path.endsWith("dashboard.css"))
                .forEach(path ->
                        assertThat(PAGES.text(path).toLowerCase(Locale.ROOT))
                                .as(path)
                                .doesNotContainPattern(Names.FORBIDDEN));
    }

    @ParameterizedTest
    @CsvSource({"index.html, 60, 70", "dashboard.html, 30, 30"})
    void aPageStaysLight(String document, int kilobytes, int modules) {
        var all = PAGES.modules(document);

        assertThat(all.stream().mapToInt(module -> zipped(PAGES.bytes(module))).sum())
                .isLessThanOrEqualTo(kilobytes * 1024);
        assertThat(all).hasSizeLessThanOrEqualTo(modules);
    }

    private static int zipped(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return zipped.size();
    }
}
