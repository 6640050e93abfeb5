package dev.easel.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SiteTest {

    private static final SiteConfig CONFIG =
            new SiteConfig("", List.of("https://pictures.example"));

    @TempDir Path folder;

    @BeforeEach
    void pages() throws IOException {
        write(
                "index.html",
                """
                <link rel="stylesheet" href="style/base.css">
                <link rel="modulepreload" href="vendor/lit-html/lit-html.js">
                <script type="module" src="studio/main.js"></script>
                <svg><use href="style/icons.svg#tick"/></svg>
                <a href="reliability.html?window=1h">Reliability</a> <a href="#top">Up</a>
                """);
        write("reliability.html", "<p>soon</p>");
        write("style/base.css", "body { margin: 0 }");
        write("style/icons.svg", "<svg/>");
        write("studio/main.js", "import '../vendor/lit-html/lit-html.js';");
        write("target/vendor/lit-html/lit-html.js", "export {};");
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Site read() {
        return new SiteFolder(folder).read();
    }

    @Test
    void aDocumentNamesTheVersionOfWhatItIsMadeOfAndNothingElseIsChanged() {
        var site = read();
        var version = "/v/" + site.version() + "/";

        assertThat(site.find("index.html").orElseThrow().text())
                .isEqualTo(
                        """
                        <link rel="stylesheet" href="%1$sstyle/base.css">
                        <link rel="modulepreload" href="%1$svendor/lit-html/lit-html.js">
                        <script type="module" src="%1$sstudio/main.js"></script>
                        <svg><use href="%1$sstyle/icons.svg#tick"/></svg>
                        <a href="reliability.html?window=1h">Reliability</a> <a href="#top">Up</a>
                        """
                                .formatted(version));
        assertThat(site.files().keySet())
                .contains("reliability.html", version.substring(1) + "vendor/lit-html/lit-html.js");
        assertThat(site.find(version.substring(1) + "studio/main.js").orElseThrow().text())
                .isEqualTo("import '../vendor/lit-html/lit-html.js';");
    }

    @Test
    void aModuleIsServedWithoutCommentsAndIndentationLineByLineAndAForeignOneAsItIs()
            throws IOException {
        write(
                "studio/main.js",
                """
                /**
                 * Two lines.
                 */
                // A line.
                const types = 'image/*,a//b'; // stays
                  const each = /** @type {any} */ (types);
                """);
        write("target/vendor/lit-html/lit-html.js", "/** @license */ export {};");

        var site = read();
        var version = "v/" + site.version() + "/";

        assertThat(site.find(version + "studio/main.js").orElseThrow().text())
                .isEqualTo(
                        "\n\n\n\nconst types = 'image/*,a//b'; // stays\nconst each =  (types);\n");
        assertThat(site.find(version + "vendor/lit-html/lit-html.js").orElseThrow().text())
                .isEqualTo("/** @license */ export {};");
    }

    @Test
    void whatIsTheSameHasTheSameVersionAndAnyChangeAnother() throws IOException {
        var before = read().version();

        assertThat(read().version()).isEqualTo(before).matches("[0-9a-f]{12}");
        write("studio/main.js", "import '../vendor/lit-html/lit-html.js'; ");
        var edited = read().version();
        Files.move(folder.resolve("style/icons.svg"), folder.resolve("style/icon.svg"));

        assertThat(List.of(before, edited, read().version())).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoPageIsNotServed() throws IOException {
        var before = read().files().keySet();

        write("pom.xml", "<project/>");
        write("src/test/java/SecretTest.js", "");
        write("target/classes/a.js", "");
        write("screenshots/browse.png", "");
        write(".idea/a.json", "{}");
        write("studio/.main.js.swp", "");
        write("studio/main.js~", "");

        assertThat(read().files().keySet()).isEqualTo(before);
    }

    @Test
    void whatNobodyEditsIsMadeOnce() {
        var live = new LiveSite(new SiteFolder(folder), CONFIG);

        assertThat(live.find("index.html").orElseThrow())
                .isSameAs(live.find("index.html").orElseThrow());
    }

    @Test
    void anEditIsThereWithTheNextLoadAndAnOpenPageStaysWhole() throws IOException {
        var live = new LiveSite(new SiteFolder(folder), CONFIG);
        live.find("index.html");
        var open = "v/" + read().version() + "/studio/main.js";

        write("studio/main.js", "export const edited = true;");
        live.find("index.html");
        var edited = "v/" + read().version() + "/studio/main.js";

        assertThat(live.find(open).orElseThrow().text()).startsWith("import");
        assertThat(live.find(edited).orElseThrow().text()).startsWith("export");
        assertThat(live.find("config.json").orElseThrow().text())
                .isEqualTo(
                        "{\"api\":\"\",\"images\":[\"https://pictures.example\"],\"version\":\"%s\"}"
                                .formatted(read().version()));
    }

    @Test
    void theyAreLaidOutAsTheyAreServedAndNothingOlderStays() throws IOException {
        write("target/site/v/old/main.js", "");

        var site = new SiteFolder(folder).lay(CONFIG);

        try (var files = Files.walk(folder.resolve("target/site"))) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file ->
                                            folder.resolve("target/site")
                                                    .relativize(file)
                                                    .toString())
                                    .filter(path -> !path.equals("config.json")))
                    .containsExactlyInAnyOrderElementsOf(site.files().keySet());
        }
        assertThat(folder.resolve("target/site/config.json")).content().contains(site.version());
    }
}
