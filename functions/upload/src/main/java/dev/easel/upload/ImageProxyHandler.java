package dev.easel.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.door.HttpDoor;
import dev.easel.door.Log;
import dev.easel.fetch.Fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Serves pictures of other hosts under the type that they have. It has no table, no bucket, no queue
/// and no secret: whoever could lead it astray would find nothing in its hands.
public final class ImageProxyHandler implements RequestStreamHandler {

    private static final Duration TIME_MAX = Duration.ofSeconds(15);

    private final HttpDoor door;

    /// For Lambda.
    public ImageProxyHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public ImageProxyHandler(Map<String, String> env) {
        var settings = ImageProxySettings.from(env);
        var clock = Clock.systemUTC();
        var log = new Log("image-proxy", clock);
        var route =
                new ImageProxyRoute(
                        Fetch.from(settings.hosts(), settings.bytesMax(), TIME_MAX),
                        settings.bytesMax(),
                        log);
        door = new HttpDoor(log, clock, Map.of("GET /v1/images", route::read));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
