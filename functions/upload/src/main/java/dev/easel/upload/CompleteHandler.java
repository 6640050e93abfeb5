package dev.easel.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.asset.People;
import dev.easel.asset.Presence;
import dev.easel.aws.Aws;
import dev.easel.aws.RekognitionPeople;
import dev.easel.aws.S3Assets;
import dev.easel.aws.S3Uploads;
import dev.easel.door.HttpDoor;
import dev.easel.door.Log;
import dev.easel.picture.Pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/// Looks at what was put up. Apart from the rest, because it decodes bytes of strangers.
public final class CompleteHandler implements RequestStreamHandler {

    private final HttpDoor door;

    /// For Lambda.
    public CompleteHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public CompleteHandler(Map<String, String> env) {
        var settings = CompleteSettings.from(env);
        var clock = Clock.systemUTC();
        var log = new Log("complete", clock);
        var aws = new Aws(env);
        People people =
                settings.detectsPeople() ? new RekognitionPeople(aws, log) : _ -> Presence.UNKNOWN;
        var complete =
                new CompleteUpload(
                        new S3Assets(aws, settings.bucket(), clock),
                        new S3Uploads(aws, settings.bucket()),
                        new Pictures(settings.bytesMax(), settings.pixelsMax()),
                        KnownPhotos.read(),
                        people,
                        settings.bytesMax());
        door =
                new HttpDoor(
                        log,
                        clock,
                        Map.of(
                                "POST /v1/uploads/{id}/complete",
                                new CompleteRoute(complete)::complete));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
