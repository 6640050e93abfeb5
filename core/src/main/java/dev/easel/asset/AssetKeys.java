package dev.easel.asset;

import dev.easel.id.AttemptId;
import dev.easel.id.GenerationId;
import dev.easel.id.UploadId;
import dev.easel.image.MediaType;

import java.time.Instant;
import java.util.Optional;

/// Where each picture lies in the bucket. Keys are ours: no file name of a caller ever becomes part
/// of one.
public final class AssetKeys {

    private static final String INPUTS = "inputs/";

    private AssetKeys() {}

    /// What a caller put there, not looked at yet.
    public static String quarantine(UploadId id) {
        return "quarantine/" + id.value();
    }

    /// The same picture, decoded and encoded anew by us.
    public static String input(UploadId id) {
        return INPUTS + id.value();
    }

    /// The upload that lies there, if one does.
    public static Optional<UploadId> upload(String key) {
        return key.startsWith(INPUTS)
                ? UploadId.parse(key.substring(INPUTS.length()))
                : Optional.empty();
    }

    /// What a provider is lent as one file, for one attempt. It goes when the pictures in it go.
    public static String zip(AttemptId attempt) {
        return "inputs/zips/" + attempt.value() + ".zip";
    }

    /// A picture of our own, by which a workflow is tried out.
    public static String canary(String name) {
        return "inputs/canary/" + name;
    }

    /// What a provider made.
    public static String output(GenerationId id, int index, MediaType type) {
        return "outputs/" + id.value() + "/" + index + "." + type.extension();
    }

    /// What a provider made for the benchmark, without the ending that its type gives it.
    ///
    /// @param window the start of the cron window
    public static String benchmark(Instant window, String provider) {
        return "benchmarks/" + window.toString().replace(':', '-') + "/" + provider;
    }

    /// The same for a past that was made up: all its runs with this prompt share it.
    public static String benchmarkSeed(String prompt, String provider) {
        return "benchmarks/seed/" + prompt + "/" + provider;
    }

    /// The file of this type that lies there.
    public static String file(String place, MediaType type) {
        return place + "." + type.extension();
    }

    /// A small copy of what lies there, for pages.
    public static String thumbnail(String place) {
        return file(place + "-small", MediaType.JPEG);
    }
}
