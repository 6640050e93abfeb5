package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.easel.simulator.picture.Picture;
import dev.easel.simulator.picture.UnreadablePictureException;
import dev.easel.simulator.web.Body;
import dev.easel.simulator.web.Downloads;
import dev.easel.simulator.web.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// The inputs of one run, fetched when they are asked for.
final class Inputs {

    private final ObjectNode input;
    private final Downloads downloads;
    private final long seed;
    private @Nullable Archive archive;

    Inputs(ObjectNode input, Downloads downloads, long seed) {
        this.input = input;
        this.downloads = downloads;
        this.seed = seed;
    }

    /// The photo: `image_url`, or the first of `image_urls`.
    Picture photo() throws IOException {
        return input.hasNonNull("image_url") || input.hasNonNull(ZipContract.ZIP)
                ? picture("image_url")
                : pictures("image_urls").getFirst();
    }

    boolean hasPhoto() {
        return input.hasNonNull("image_url")
                || input.hasNonNull("image_urls")
                || input.hasNonNull(ZipContract.ZIP);
    }

    boolean has(String field) {
        return input.hasNonNull(field);
    }

    Picture picture(String field) throws IOException {
        return input.hasNonNull(ZipContract.ZIP)
                ? unpacked(ZipContract.fileOf(field))
                : fetched(field, text(field, ""));
    }

    List<Picture> pictures(String field) throws IOException {
        var pictures = new ArrayList<Picture>();
        if (input.hasNonNull(ZipContract.ZIP)) {
            for (var file : ZipContract.all(input)) {
                pictures.add(unpacked(file));
            }
            return pictures;
        }
        for (var url : input.path(field)) {
            pictures.add(fetched(field, url.asText()));
        }
        return pictures;
    }

    String text(String field, String otherwise) {
        return Json.text(input, field, otherwise);
    }

    double number(String field, double otherwise) {
        return input.path(field).asDouble(otherwise);
    }

    /// The same chance for the same input, so that a run can be repeated.
    RandomGenerator random() {
        return new Random(seed ^ input.toString().hashCode());
    }

    private Picture unpacked(String field) throws IOException {
        return decoded(field, () -> archive().file(text(field, "")));
    }

    private Archive archive() throws IOException {
        var open = archive;
        if (open == null) {
            open = Archive.open(downloads.fetch(text(ZipContract.ZIP, "")).body());
            archive = open;
        }
        return open;
    }

    private Picture fetched(String field, String url) throws IOException {
        return decoded(field, () -> downloads.fetch(url).body());
    }

    /// Where the bytes of a picture come from.
    @FunctionalInterface
    private interface Bytes {
        Body read() throws IOException;
    }

    private static Picture decoded(String field, Bytes bytes) throws IOException {
        try {
            return Picture.decode(bytes.read().bytes());
        } catch (UnreadablePictureException e) {
            throw new IOException(field + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(field + ": " + e.getMessage(), e);
        }
    }
}
