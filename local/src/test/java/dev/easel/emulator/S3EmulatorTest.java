package dev.easel.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.template.Bucket;
import dev.easel.template.Cors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class S3EmulatorTest {

    private static final String STUDIO = "https://studio.example.com";
    private static final List<Cors> CORS =
            List.of(
                    new Cors(
                            List.of(STUDIO),
                            List.of("GET", "PUT"),
                            List.of("content-type"),
                            List.of("ETag"),
                            Duration.ofMinutes(10),
                            false));
    private static final List<Bucket> BUCKETS = List.of(new Bucket("Bucket", "easel-bucket", CORS));

    @TempDir private Path folder;

    @Test
    void objectsSurviveARestart() {
        try (var emulator = S3Emulator.start(0, folder, CORS);
                var s3 = Clients.of(emulator.uri()).s3()) {
            new Buckets(s3).ensure(BUCKETS);
            s3.putObject(
                    request ->
                            request.bucket("easel-bucket").key("a/b.txt").contentType("text/plain"),
                    RequestBody.fromString("hello"));
        }
        try (var emulator = S3Emulator.start(0, folder, CORS);
                var s3 = Clients.of(emulator.uri()).s3()) {
            new Buckets(s3).ensure(BUCKETS);

            var object =
                    s3.getObjectAsBytes(request -> request.bucket("easel-bucket").key("a/b.txt"));

            assertThat(object.asUtf8String()).isEqualTo("hello");
            assertThat(object.response().contentType()).isEqualTo("text/plain");
        }
    }

    @Test
    void aWrongKeyIsRefused() {
        try (var emulator = S3Emulator.start(0, folder, CORS);
                var s3 = Clients.of(emulator.uri(), "wrong").s3()) {
            assertThatThrownBy(s3::listBuckets).isInstanceOf(S3Exception.class);
        }
    }

    @Test
    void thePagesOfTheTemplateMayPutAndOthersMayNot() throws Exception {
        try (var emulator = S3Emulator.start(0, folder, CORS);
                var s3 = Clients.of(emulator.uri()).s3()) {
            new Buckets(s3).ensure(BUCKETS);

            var studio = preflight(emulator.uri(), STUDIO);
            var stranger = preflight(emulator.uri(), "https://elsewhere.example.com");

            assertThat(studio.statusCode()).isEqualTo(200);
            assertThat(studio.headers().firstValue("access-control-allow-origin")).contains(STUDIO);
            assertThat(stranger.statusCode()).isEqualTo(403);
        }
    }

    private static HttpResponse<String> preflight(URI uri, String origin) throws Exception {
        var request =
                HttpRequest.newBuilder(uri.resolve("/easel-bucket/quarantine/a"))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "content-type")
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
