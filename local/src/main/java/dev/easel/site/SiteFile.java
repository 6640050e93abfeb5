package dev.easel.site;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One file of the pages.
///
/// @param path below the root of the site, such as `index.html`, without a slash before it
/// @param type as `Content-Type` says it
// Written once and sent; nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record SiteFile(String path, String type, byte[] bytes) {

    static final String PAGE = ".html";

    /// What the build laid beside the pages.
    static final String VENDOR = "vendor/";

    private static final String MODULE = ".js";

    /// `/** … */` wherever it stands. No string of ours holds such a thing: the browser tests run what is
    /// served.
    private static final Pattern BLOCK = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

    /// `// …` on a line of its own.
    private static final Pattern LINE = Pattern.compile("^[ \t]*//.*$", Pattern.MULTILINE);

    /// No template of ours is about what stands at the head of its lines.
    private static final Pattern INDENT = Pattern.compile("^[ \t]+", Pattern.MULTILINE);

    /// Whatever has another ending is no part of the pages.
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"));

    static Optional<SiteFile> of(String path, byte[] bytes) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending)).map(type -> new SiteFile(path, type, bytes));
    }

    /// A document under an address of its own, and not one of what it is made of.
    public boolean isPage() {
        return path.endsWith(PAGE) && path.indexOf('/') < 0;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A module of ours without its comments, which are a quarter of its weight, and without its indentation.
    /// What is left stays on the lines where it was written. What others wrote keeps the licence at its head.
    public SiteFile slim() {
        if (!path.endsWith(MODULE) || path.startsWith(VENDOR)) {
            return this;
        }
        var code = BLOCK.matcher(text()).replaceAll(found -> "\n".repeat(lines(found.group())));
        code = INDENT.matcher(LINE.matcher(code).replaceAll("")).replaceAll("");
        return new SiteFile(path, type, code.getBytes(StandardCharsets.UTF_8));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(character -> character == '\n').count();
    }

    SiteFile at(String other) {
        return new SiteFile(other, type, bytes);
    }
}
