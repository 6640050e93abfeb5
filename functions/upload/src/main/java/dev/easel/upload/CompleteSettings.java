package dev.easel.upload;

import dev.easel.door.Environment;

import java.util.Map;

/// What the look at uploaded pictures is told by its environment.
record CompleteSettings(String bucket, long bytesMax, long pixelsMax, boolean detectsPeople) {

    private static final String DETECTS = "rekognition";

    static CompleteSettings from(Map<String, String> env) {
        var environment = new Environment(env);
        var settings =
                new CompleteSettings(
                        environment.text("BUCKET"),
                        environment.number("UPLOAD_BYTES_MAX", 25_000_000),
                        environment.number("UPLOAD_PIXELS_MAX", 40_000_000),
                        environment.maybeText("PEOPLE_DETECTION").equals(DETECTS));
        environment.check();
        return settings;
    }
}
