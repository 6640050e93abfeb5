package dev.easel.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All pages in one state, by the paths under which they are served.
///
/// Documents keep their place; everything else lies under `v/<version>/`, and the documents are made
/// to say so. Modules and style sheets name each other relatively and stay as they are, but that our
/// modules are served without their comments and indentation. The version
/// follows from the content: whatever changes has another path, and what has the same path is the same.
public final class Site {

    /// Under which everything may be kept for ever.
    public static final String VERSIONS = "v/";

    private static final int VERSION_CHARS = 12;
    private static final Pattern REFERENCE =
            Pattern.compile("(?<name>\\b(?:href|src)=\")(?<path>[^\"#?]+)");

    private final String version;
    private final Map<String, SiteFile> files;

    private Site(String version, Map<String, SiteFile> files) {
        this.version = version;
        this.files = files;
    }

    /// Of the same files there is one state: if it is among the `known`, that one.
    static Site of(Collection<SiteFile> written, Map<String, Site> known) {
        var sources = new TreeMap<String, SiteFile>();
        written.forEach(file -> sources.put(file.path(), file));
        var version = version(sources.values());
        var same = known.get(version);
        if (same != null) {
            return same;
        }
        var files = new TreeMap<String, SiteFile>();
        for (var file : sources.values()) {
            var served =
                    file.isPage()
                            ? document(file, sources, version)
                            : file.slim().at(VERSIONS + version + "/" + file.path());
            files.put(served.path(), served);
        }
        return new Site(version, Collections.unmodifiableMap(files));
    }

    public String version() {
        return version;
    }

    /// By their paths, without a slash before them.
    public Map<String, SiteFile> files() {
        return files;
    }

    public Optional<SiteFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static SiteFile document(SiteFile page, Map<String, SiteFile> sources, String version) {
        var text =
                REFERENCE
                        .matcher(page.text())
                        .replaceAll(found -> {
                            var file = sources.get(found.group("path"));
                            var prefix =
                                    file == null || file.isPage()
                                            ? ""
                                            : "/" + VERSIONS + version + "/";
                            return Matcher.quoteReplacement(
                                    found.group("name") + prefix + found.group("path"));
                        });
        return new SiteFile(page.path(), page.type(), text.getBytes(UTF_8));
    }

    private static String version(Collection<SiteFile> sources) {
        var digest = sha256();
        for (var file : sources) {
            var path = file.path().getBytes(UTF_8);
            // The lengths keep "a" and "bc" from being the same as "ab" and "c".
            digest.update(
                    ByteBuffer.allocate(8).putInt(path.length).putInt(file.bytes().length).flip());
            digest.update(path);
            digest.update(file.bytes());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_CHARS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
