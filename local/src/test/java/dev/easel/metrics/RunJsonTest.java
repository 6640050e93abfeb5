package dev.easel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.asset.AssetKeys;
import dev.easel.aws.Aws;
import dev.easel.aws.S3Assets;
import dev.easel.aws.Ticking;
import dev.easel.benchmark.PlantedRuns;
import dev.easel.local.Api;
import dev.easel.local.LiveStack;
import dev.easel.reliability.CronWindow;
import dev.easel.reliability.Series;
import dev.easel.reliability.Source;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Addresses of pictures: signed at every read, and dead after ten minutes.
class RunJsonTest {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final CronWindow WINDOW = new CronWindow(Instant.parse("2044-01-01T10:00:00Z"));

    private final Aws aws = new Aws(LiveStack.quiet().environment("MetricsFunction"));
    private final String bucket =
            LiveStack.quiet().environment("MetricsFunction").getOrDefault("BUCKET", "");

    @Test
    void aThumbnailIsRefusedAfterItsTenMinutes() {
        var now = Clock.systemUTC().instant();
        new S3Assets(aws, bucket, Clock.systemUTC())
                .write(
                        "benchmarks/x-small",
                        "image/png",
                        LiveStack.PROJECT.resolve("photos").resolve("coffee.png"));

        assertThat(status(thumbnail(now))).isEqualTo(200);
        assertThat(status(thumbnail(now.minus(LIFE).plusSeconds(20)))).isEqualTo(200);
        assertThat(status(thumbnail(now.minus(LIFE).minusSeconds(2)))).isEqualTo(403);
    }

    @Test
    void twoReadsInDifferentSecondsGiveTwoSignatures() {
        var now = Instant.parse("2044-01-01T10:05:00Z");

        assertThat(thumbnail(now)).isEqualTo(thumbnail(now.plusMillis(999)));
        assertThat(thumbnail(now)).isNotEqualTo(thumbnail(now.plusSeconds(1)));
    }

    @Test
    void whatAProviderSaidStaysWithTheOperator() {
        var run = PlantedRuns.failed(new Series("google", Source.BENCHMARK), WINDOW);

        var json = json(WINDOW.start()).run(run);

        assertThat(json.at("/failure/class").asText()).isEqualTo("upstream_5xx");
        assertThat(json.toString()).doesNotContain("503");
        assertThat(AssetKeys.thumbnail(AssetKeys.benchmark(WINDOW.start(), "google")))
                .startsWith("benchmarks/");
    }

    private String thumbnail(Instant now) {
        return json(now)
                .run(PlantedRuns.succeeded(new Series("google", Source.BENCHMARK), WINDOW, 8000))
                .at("/thumbnail/url")
                .asText();
    }

    private RunJson json(Instant now) {
        var clock = new Ticking(now);
        return new RunJson(new S3Assets(aws, bucket, clock), LIFE, clock);
    }

    private static int status(String url) {
        try (var api = new Api(LiveStack.quiet().api())) {
            return api.send(HttpRequest.newBuilder(URI.create(url)).build()).statusCode();
        }
    }
}
