package dev.easel.aws;

import dev.easel.asset.Assets;
import dev.easel.asset.Presigned;
import dev.easel.asset.StoredObject;
import dev.easel.image.MediaType;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The bucket in S3.
public final class S3Assets implements Assets {

    private final S3Client s3;
    private final Presigner presigner;
    private final String bucket;

    public S3Assets(Aws aws, String bucket, Clock clock) {
        this.s3 = aws.s3();
        this.bucket = bucket;
        this.presigner =
                new Presigner(aws.credentials("S3"), aws.region(), bucketUrl(aws, bucket), clock);
    }

    @Override
    public Presigned presignPut(
            String key, MediaType type, long bytes, String sha256, Duration life) {
        var headers =
                Map.of(
                        "Content-Type",
                        type.wire(),
                        "Content-Length",
                        Long.toString(bytes),
                        "x-amz-checksum-sha256",
                        sha256,
                        "If-None-Match",
                        "*");
        return presigner.sign(SdkHttpMethod.PUT, key, headers, life);
    }

    @Override
    public Presigned presignGet(String key, Duration life) {
        return presigner.sign(SdkHttpMethod.GET, key, Map.of(), life);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        try {
            var head = s3.headObject(request -> request.bucket(bucket).key(key));
            return Optional.of(new StoredObject(key, head.contentType(), head.contentLength()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> read(String key, long bytesMax) {
        try (var body = s3.getObject(request -> request.bucket(bucket).key(key))) {
            if (body.response().contentLength() > bytesMax) {
                body.abort();
                throw new IllegalStateException(key + " has more than " + bytesMax + " bytes");
            }
            return Optional.of(body.readAllBytes());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String key, String type, Path file) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType(type),
                RequestBody.fromFile(file));
    }

    @Override
    public void delete(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /// AWS addresses a bucket by its host name; an emulator on a bare address by its path.
    private static URI bucketUrl(Aws aws, String bucket) {
        return aws.endpoint("S3")
                .map(endpoint -> URI.create(endpoint + "/" + bucket))
                .orElseGet(() ->
                        URI.create(
                                "https://"
                                        + bucket
                                        + ".s3."
                                        + aws.region().id()
                                        + ".amazonaws.com"));
    }
}
