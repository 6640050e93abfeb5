package dev.easel.web;

import dev.easel.site.Site;
import dev.easel.site.SiteFile;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who names whom among the pages, by the paths that they have in the folder.
final class PageGraph {

    /// What a file of others has to bring along, whoever names it.
    private static final String LICENSE = "LICENSE.txt";

    /// Types are told in comments by `import('./x.js')`: nobody loads those.
    private static final Pattern JSDOC =
            Pattern.compile("/\\*\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*[\"']([^\"'\\s]+)[\"']");
    private static final Pattern BESIDE =
            Pattern.compile("new URL\\(\\s*[\"'`]([^\"'`$]+)[\"'`]\\s*,\\s*import\\.meta\\.url");
    private static final Pattern IN_STYLE =
            Pattern.compile("url\\(\\s*[\"']?([^\"')#]+)|@import\\s+[\"']([^\"']+)");
    private static final Pattern IN_MARKUP = Pattern.compile("\\b(?:href|src)=\"([^\"#?$]+)[\"#?]");
    private static final Pattern PICTURE = Pattern.compile("\\.(?:jpg|png|webp|svg)$");
    private static final Pattern PRELOAD =
            Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");

    private final Map<String, SiteFile> files = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    PageGraph(Site site) {
        var versioned = Site.VERSIONS + site.version() + "/";
        site.files().values().forEach(file -> files.put(file.path().replace(versioned, ""), file));
        // As they are written, not as they are served.
        site.files().values().stream()
                .filter(SiteFile::isPage)
                .forEach(page -> texts.put(page.path(), page.text().replace("/" + versioned, "")));
    }

    Set<String> paths() {
        return files.keySet();
    }

    /// Those that people go to.
    List<String> documents() {
        return files.values().stream().filter(SiteFile::isPage).map(SiteFile::path).toList();
    }

    /// Those that somebody of us wrote, and no pictures.
    List<String> written() {
        return paths().stream()
                .filter(path -> !path.startsWith("vendor/"))
                .filter(path -> path.matches(".*\\.(?:html|css|js|svg|json|txt)"))
                .toList();
    }

    byte[] bytes(String path) {
        return file(path).bytes();
    }

    String text(String path) {
        return texts.computeIfAbsent(path, _ -> file(path).text());
    }

    private SiteFile file(String path) {
        var file = files.get(path);
        if (file == null) {
            throw new AssertionError("There is no " + path + " among the pages.");
        }
        return file;
    }

    /// Every path that a file names, whether there is such a file or not.
    Set<String> named(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> markup(path);
            case "css" -> beside(path, found(IN_STYLE, text(path)));
            case "js" -> {
                var named = new TreeSet<>(imports(path));
                named.addAll(markup(path));
                named.addAll(beside(path, found(BESIDE, text(path))));
                named.addAll(byName(path));
                yield named;
            }
            default -> Set.of();
        };
    }

    /// The modules that a module imports.
    Set<String> imports(String path) {
        return beside(path, found(IMPORT, JSDOC.matcher(text(path)).replaceAll("")));
    }

    private Set<String> markup(String path) {
        var named = new TreeSet<String>();
        found(IN_MARKUP, text(path))
                .map(name -> name.startsWith("/") ? name.substring(1) : name)
                .map(name -> name.isEmpty() ? "index.html" : name)
                .forEach(named::add);
        return named;
    }

    /// Pictures by their own names, where the folder is put before them: `'coffee.jpg'`.
    private Set<String> byName(String path) {
        var text = text(path);
        return paths().stream()
                .filter(picture -> PICTURE.matcher(picture).find())
                .filter(picture ->
                        text.contains("'" + picture.substring(picture.lastIndexOf('/') + 1) + "'"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What begins without being imported.
    List<String> scripts(String document) {
        return found(SCRIPT, text(document)).toList();
    }

    List<String> preloads(String document) {
        return found(PRELOAD, text(document)).toList();
    }

    /// All modules that a document comes to, its own scripts included.
    Set<String> modules(String document) {
        var modules = new TreeSet<String>();
        var next = new ArrayDeque<>(scripts(document));
        while (!next.isEmpty()) {
            var module = next.pop();
            if (modules.add(module)) {
                next.addAll(imports(module));
            }
        }
        return modules;
    }

    /// All files that somebody comes to who begins with one of these.
    Set<String> reached(Collection<String> from) {
        var reached = new TreeSet<String>();
        var next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            var path = next.pop();
            if (files.containsKey(path) && reached.add(path)) {
                next.addAll(named(path));
            }
        }
        paths().stream()
                .filter(path -> path.endsWith(LICENSE))
                .filter(license -> {
                    var folder = license.substring(0, license.length() - LICENSE.length());
                    return reached.stream().anyMatch(path -> path.startsWith(folder));
                })
                .toList()
                .forEach(reached::add);
        return reached;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static Set<String> beside(String path, Stream<String> names) {
        var folder = URI.create("/" + path);
        var resolved = new TreeSet<String>();
        names.filter(name -> !name.startsWith("data:"))
                .forEach(name -> resolved.add(folder.resolve(name).getPath().substring(1)));
        return resolved;
    }
}
