package dev.easel.upload;

import dev.easel.door.Environment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What the content-type fixer is told by its environment: no table, no bucket, no secret.
///
/// @param hosts that pictures are served from
record ImageFixSettings(List<String> hosts, long bytesMax, long pixelsMax) {

    static ImageFixSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new ImageFixSettings(
                        list(environment.text("IMAGE_HOSTS")),
                        environment.number("IMAGE_BYTES_MAX", 4_194_304),
                        environment.number("IMAGE_PIXELS_MAX", 64_000_000));
        environment.check();
        return settings;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
