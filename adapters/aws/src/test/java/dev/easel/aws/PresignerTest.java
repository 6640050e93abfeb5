package dev.easel.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

class PresignerTest {

    private static final AwsCredentials KEYS = AwsBasicCredentials.create("id", "secret");
    private static final URI BUCKET = URI.create("https://bucket.s3.eu-west-1.amazonaws.com");
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /// The SDK's presigner cannot be given a clock, so ours is given the second that it used.
    @Test
    void itSignsAsTheSdksOwnPresignerDoes() {
        var theirs =
                sdk().presignPutObject(presign ->
                        presign.signatureDuration(LIFE)
                                .putObjectRequest(put ->
                                        put.bucket("bucket")
                                                .key("quarantine/img_1")
                                                .contentType("image/png")
                                                .contentLength(5L)
                                                .checksumSHA256("abc=")
                                                .ifNoneMatch("*")));
        var second = parameter(theirs.url().toString(), "X-Amz-Date");
        var at = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").parse(second, Instant::from);

        var ours = presigner(KEYS, at).sign(SdkHttpMethod.PUT, "quarantine/img_1", headers(), LIFE);

        assertThat(parameter(ours.url().toString(), "X-Amz-Signature"))
                .isEqualTo(parameter(theirs.url().toString(), "X-Amz-Signature"));
    }

    @Test
    void aUrlLivesAsLongAsItWasAskedTo() {
        var signed = presigner(KEYS, NOW).sign(SdkHttpMethod.GET, "outputs/x", Map.of(), LIFE);

        assertThat(signed.expiresAt()).isEqualTo(NOW.plus(LIFE));
        assertThat(parameter(signed.url().toString(), "X-Amz-Expires")).isEqualTo("1800");
    }

    @Test
    void aUrlDiesWithTheCredentialsThatSignedIt() {
        var session =
                AwsSessionCredentials.builder()
                        .accessKeyId("id")
                        .secretAccessKey("secret")
                        .sessionToken("token")
                        .expirationTime(NOW.plusSeconds(90))
                        .build();

        var signed = presigner(session, NOW).sign(SdkHttpMethod.GET, "outputs/x", Map.of(), LIFE);

        assertThat(signed.expiresAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(parameter(signed.url().toString(), "X-Amz-Expires")).isEqualTo("90");
    }

    private static Presigner presigner(AwsCredentials keys, Instant now) {
        return new Presigner(
                StaticCredentialsProvider.create(keys),
                Region.EU_WEST_1,
                BUCKET,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static S3Presigner sdk() {
        return S3Presigner.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(KEYS))
                .build();
    }

    private static Map<String, String> headers() {
        return Map.of(
                "Content-Type", "image/png",
                "Content-Length", "5",
                "x-amz-checksum-sha256", "abc=",
                "If-None-Match", "*");
    }

    private static String parameter(String url, String name) {
        int start = url.indexOf(name + "=") + name.length() + 1;
        int end = url.indexOf('&', start);
        return end < 0 ? url.substring(start) : url.substring(start, end);
    }
}
