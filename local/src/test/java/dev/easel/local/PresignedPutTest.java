package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.easel.asset.AssetKeys;
import dev.easel.asset.Presigned;
import dev.easel.aws.Aws;
import dev.easel.aws.S3Assets;
import dev.easel.id.Ids;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What a presigned URL lets through, and what it does not.
@AlsoElsewhere
class PresignedPutTest {

    /// The store looks into nothing. Few bytes, because it hangs up on those that it refuses: of many,
    /// some would still be on their way, and its answer would be lost with them.
    private static final byte[] PHOTO = "not looked into".repeat(50).getBytes(US_ASCII);

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Stack stack = LiveStack.get();
    private final Api api = new Api(stack.api());

    @Test
    void exactlyTheAnnouncedBytesAreTakenOnce() {
        var upload = api.announce("image", "image/png", PHOTO);

        assertThat(api.put(upload, PHOTO, Map.of()).statusCode()).isEqualTo(200);
        assertThat(api.put(upload, PHOTO, Map.of()).statusCode()).isEqualTo(412);
    }

    @Test
    void anotherTypeIsRefused() {
        var upload = api.announce("image", "image/png", PHOTO);

        assertThat(api.put(upload, PHOTO, Map.of("Content-Type", "text/html")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherLengthIsRefused() {
        var upload = api.announce("image", "image/png", PHOTO);

        assertThat(api.put(upload, new byte[10], Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void otherBytesOfTheSameLengthAreRefused() {
        var upload = api.announce("image", "image/png", PHOTO);
        var forged = PHOTO.clone();
        forged[forged.length - 1] ^= 1;

        assertThat(api.put(upload, forged, Map.of()).statusCode()).isEqualTo(400);
        assertThat(
                        api.put(upload, forged, Map.of("x-amz-checksum-sha256", Api.sha256(forged)))
                                .statusCode())
                .isEqualTo(403);
        assertThat(complete(upload.path("upload_id").asText())).isEqualTo(404);
    }

    @Test
    void aUrlIsGoodUntilItsLastSecondAndDeadAfterIt() {
        assertThat(put(Instant.now().minus(LIFE).plusSeconds(20))).isEqualTo(200);
        assertThat(put(Instant.now().minus(LIFE).minusSeconds(20))).isEqualTo(403);
    }

    @Test
    void aLinkToAnOutputDiesWithItsTime() {
        var key =
                AssetKeys.quarantine(
                        new Ids(RandomGenerator.getDefault()).upload(UploadId.Kind.IMAGE));
        assertThat(put(assets(Instant.now()), key)).isEqualTo(200);

        var fresh = assets(Instant.now()).presignGet(key, Duration.ofMinutes(10));
        var dead = assets(Instant.now().minusSeconds(660)).presignGet(key, Duration.ofMinutes(10));

        assertThat(api.send(HttpRequest.newBuilder(fresh.url()).build()).statusCode())
                .isEqualTo(200);
        assertThat(api.send(HttpRequest.newBuilder(dead.url()).build()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLinkForReadingCannotBeUsedForWriting() {
        var get = assets(Instant.now()).presignGet("outputs/x", LIFE);

        assertThat(
                        api.send(
                                        HttpRequest.newBuilder(get.url())
                                                .PUT(BodyPublishers.ofByteArray(PHOTO))
                                                .build())
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void typeLengthHashAndOnceAreSigned() {
        var signed = sign(assets(Instant.now()), "quarantine/x");

        assertThat(signed.url().getQuery())
                .contains(
                        "X-Amz-SignedHeaders=content-length;content-type;host;if-none-match;x-amz-checksum-sha256");
    }

    @Test
    void aUrlIsNotPrintedByAccident() {
        assertThat(sign(assets(Instant.now()), "quarantine/x").toString())
                .doesNotContain("Signature");
    }

    private int complete(String upload) {
        return api.post("/v1/uploads/" + upload + "/complete", "{}").statusCode();
    }

    private int put(Instant signedAt) {
        return put(
                assets(signedAt),
                AssetKeys.quarantine(
                        new Ids(RandomGenerator.getDefault()).upload(UploadId.Kind.IMAGE)));
    }

    private int put(S3Assets assets, String key) {
        var signed = sign(assets, key);
        var request = HttpRequest.newBuilder(signed.url()).PUT(BodyPublishers.ofByteArray(PHOTO));
        signed.headers()
                .forEach((name, value) -> {
                    if (!Set.of("content-length", "host").contains(name.toLowerCase(Locale.ROOT))) {
                        request.header(name, value);
                    }
                });
        return api.send(request.build()).statusCode();
    }

    private static Presigned sign(S3Assets assets, String key) {
        return assets.presignPut(key, MediaType.PNG, PHOTO.length, Api.sha256(PHOTO), LIFE);
    }

    private S3Assets assets(Instant now) {
        var env = stack.environment("UploadFunction");
        return new S3Assets(
                new Aws(env), env.getOrDefault("BUCKET", ""), Clock.fixed(now, ZoneOffset.UTC));
    }
}
