package dev.easel.upload;

import dev.easel.door.Environment;
import dev.easel.quota.Quota;

import java.time.Duration;
import java.util.Map;

/// What the signing of URLs is told by its environment.
record UploadSettings(
        String bucket,
        String generationsTable,
        String guardsTable,
        String callerSecretParameter,
        String originSecretParameter,
        Quota uploads,
        Duration skew,
        Duration uploadTtl,
        long bytesMax,
        Duration imageUrlTtl) {

    static UploadSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new UploadSettings(
                        environment.text("BUCKET"),
                        environment.text("GENERATIONS_TABLE"),
                        environment.text("GUARDS_TABLE"),
                        environment.text("CALLER_SECRET_PARAMETER"),
                        environment.maybeText("ORIGIN_SECRET_PARAMETER"),
                        Quota.uploadsPerAddress(environment.count("UPLOADS_PER_ADDRESS", 60)),
                        environment.millis("CLOCK_SKEW_MILLIS", 4000),
                        environment.seconds("UPLOAD_TTL_SECONDS", 1800),
                        environment.number("UPLOAD_BYTES_MAX", 25_000_000),
                        environment.seconds("IMAGE_URL_TTL_SECONDS", 600));
        environment.check();
        return settings;
    }
}
