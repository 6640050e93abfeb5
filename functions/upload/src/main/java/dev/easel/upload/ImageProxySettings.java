package dev.easel.upload;

import dev.easel.door.Environment;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the image proxy is told by its environment.
record ImageProxySettings(Set<String> hosts, long bytesMax) {

    /// As base64 inside of the 6 MB that a function may answer.
    private static final long BYTES_MAX = 4 * 1024 * 1024;

    static ImageProxySettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var hosts =
                Stream.of(environment.text("IMAGE_HOSTS").split(","))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
        environment.check();
        return new ImageProxySettings(hosts, BYTES_MAX);
    }
}
