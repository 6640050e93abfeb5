package dev.easel.simulator.runflow;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.simulator.runflow.Errors.Wrong;
import dev.easel.simulator.web.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The older contract of models that take several pictures: one zip, and the names of the files in
/// it. A single picture goes by its URL under either.
final class ZipContract {

    static final String ZIP = "zip_url";
    private static final int REFERENCES_MAX = 13;

    /// The fields of pictures, which the zip takes the place of.
    private static final Set<String> PICTURES =
            Set.of("image_url", "mask_url", "reference_url", "image_urls");

    private ZipContract() {}

    /// What is wrong with a zip where URLs are wanted, if there is one.
    static Optional<Wrong> refused(JsonNode input) {
        return input.has(ZIP)
                ? Optional.of(new Wrong("input." + ZIP, "Extra inputs are not permitted", "extra"))
                : Optional.empty();
    }

    /// Whether so many pictures are to come that they have to come in a zip.
    static boolean concerns(Model model, JsonNode input) {
        return has(model, "mask_url")
                || (has(model, "image_urls")
                        && (input.has(ZIP) || input.path("image_urls").size() > 1));
    }

    static List<Wrong> check(Model model, JsonNode input) {
        if (!input.has(ZIP)) {
            return List.of(missing(ZIP));
        }
        var wrongs = new ArrayList<Wrong>();
        for (var name : files(model)) {
            if (Json.text(input, name, "").isBlank()) {
                wrongs.add(missing(name));
            }
        }
        model.fields().stream()
                .filter(field -> !PICTURES.contains(field.name()))
                .flatMap(field -> field.check(input).stream())
                .forEach(wrongs::add);
        return wrongs;
    }

    private static List<String> files(Model model) {
        var files = new ArrayList<>(List.of("file_input"));
        if (has(model, "mask_url")) {
            files.add("file_mask");
        }
        if (has(model, "reference_url")) {
            files.add("file_reference");
        }
        return files;
    }

    /// The field that names the file which stands in the place of a URL.
    static String fileOf(String field) {
        return switch (field) {
            case "mask_url" -> "file_mask";
            case "reference_url" -> "file_reference";
            default -> "file_input";
        };
    }

    /// The fields that name the photo and its references, as far as they are there.
    static List<String> all(JsonNode input) {
        var fields = new ArrayList<>(List.of("file_input"));
        for (int n = 1; n <= REFERENCES_MAX; n++) {
            var name = n == 1 ? "file_reference" : "file_reference_" + n;
            if (input.hasNonNull(name)) {
                fields.add(name);
            }
        }
        return fields;
    }

    private static boolean has(Model model, String name) {
        return model.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private static Wrong missing(String name) {
        return new Wrong("input." + name, "Field required", "missing");
    }
}
