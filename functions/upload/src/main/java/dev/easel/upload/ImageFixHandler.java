package dev.easel.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.door.HttpDoor;
import dev.easel.door.Log;
import dev.easel.fetch.Destinations;
import dev.easel.fetch.Fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// Goes to addresses that strangers choose. Apart from the rest, because whoever led it astray would
/// find nothing there: it has no table, no bucket and no secret.
public final class ImageFixHandler implements RequestStreamHandler {

    /// Less than the function may run, so that a slow host is told and not cut off.
    private static final Duration TIME_MAX = Duration.ofSeconds(10);

    private final HttpDoor door;

    /// For Lambda.
    public ImageFixHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public ImageFixHandler(Map<String, String> env) {
        var settings = ImageFixSettings.from(env);
        var clock = Clock.systemUTC();
        var log = new Log("image-fix", clock);
        var fetch = new Fetch(settings.bytesMax(), TIME_MAX, Destinations.only(settings.hosts()));
        var fix = new ImageFix(fetch, settings.bytesMax(), settings.pixelsMax(), log);
        door = new HttpDoor(log, clock, Map.of("GET /v1/images", new ImageFixRoute(fix)::read));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
