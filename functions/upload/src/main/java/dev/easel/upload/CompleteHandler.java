package dev.easel.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.aws.Aws;
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
        var aws = new Aws(env);
        var complete =
                new CompleteUpload(
                        new S3Assets(aws, settings.bucket(), clock),
                        new S3Uploads(aws, settings.bucket()),
                        new Pictures(settings.bytesMax(), settings.pixelsMax()),
                        settings.bytesMax());
        door =
                new HttpDoor(
                        new Log("complete", clock),
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
