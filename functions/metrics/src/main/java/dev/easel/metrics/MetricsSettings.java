package dev.easel.metrics;

import dev.easel.door.Environment;

import java.time.Duration;
import java.util.Map;

/// What the function is told by its environment.
record MetricsSettings(
        String bucket, String runsTable, String rollupsTable, Duration imageUrlLife) {

    static MetricsSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new MetricsSettings(
                        environment.text("BUCKET"),
                        environment.text("RUNS_TABLE"),
                        environment.text("ROLLUPS_TABLE"),
                        environment.seconds("IMAGE_URL_TTL_SECONDS", 600));
        environment.check();
        return settings;
    }
}
