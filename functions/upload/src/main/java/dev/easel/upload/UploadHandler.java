package dev.easel.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.aws.DynamoUploadLimit;
import dev.easel.aws.S3Assets;
import dev.easel.aws.SsmSecrets;
import dev.easel.door.CallerLookup;
import dev.easel.door.HttpDoor;
import dev.easel.door.Log;
import dev.easel.id.Ids;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/// Signs the URLs under which pictures go up and come back. It never touches a picture itself.
public final class UploadHandler implements RequestStreamHandler {

    private final HttpDoor door;

    /// For Lambda.
    public UploadHandler() {
        this(System.getenv());
    }

    /// The composition root.
    public UploadHandler(Map<String, String> env) {
        var settings = UploadSettings.from(env);
        var clock = Clock.systemUTC();
        var aws = new Aws(env);
        var dynamo = aws.dynamo();
        var assets = new S3Assets(aws, settings.bucket(), clock);
        var uploads =
                new UploadRoutes(
                        new CallerLookup(
                                new SsmSecrets(aws.ssm(), clock),
                                settings.callerSecretParameter(),
                                settings.originSecretParameter()),
                        new DynamoUploadLimit(
                                dynamo,
                                settings.guardsTable(),
                                settings.uploads(),
                                settings.skew(),
                                clock),
                        assets,
                        new Ids(new SecureRandom()),
                        settings.bytesMax(),
                        settings.uploadTtl());
        var images =
                new ImageRoute(
                        new DynamoGenerations(dynamo, settings.generationsTable()),
                        assets,
                        settings.imageUrlTtl());
        door =
                new HttpDoor(
                        new Log("upload", clock),
                        clock,
                        Map.of(
                                "POST /v1/uploads", uploads::start,
                                "GET /v1/images/{generation}/{index}", images::read));
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        door.handle(in, out);
    }
}
