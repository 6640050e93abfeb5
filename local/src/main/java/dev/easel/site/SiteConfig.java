package dev.easel.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the pages have to know of the world: `config.json`. No other host stands in any of them.
///
/// @param api where the API is; empty: at the origin of the pages
/// @param images the origins to which presigned URLs lead
public record SiteConfig(String api, List<String> images) {

    public static final String PATH = "config.json";

    public SiteConfig {
        images = List.copyOf(images);
    }

    /// `version` is that of the pages that are served now: a page of another knows that it is old.
    SiteFile file(String version) {
        var json = JsonNodeFactory.instance.objectNode().put("api", api);
        var list = json.putArray("images");
        images.forEach(list::add);
        json.put("version", version);
        return SiteFile.of(PATH, json.toString().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
