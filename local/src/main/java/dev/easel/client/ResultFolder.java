package dev.easel.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// The folder of one generation: its result, the comparison and the record.
final class ResultFolder {

    /// An id becomes the name of a folder, and it comes from elsewhere.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /// A signed link opens a picture for whoever holds the record.
    private static final Set<String> SIGNED = Set.of("url", "url_expires_at");

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path folder;

    ResultFolder(Path parent, String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IOException("The endpoint named the generation in a way no folder can be.");
        }
        this.folder = Files.createDirectories(parent.resolve(id));
    }

    /// `index` 0 is `result.png` (or .jpg, .webp), the next `result-2.png`.
    Path result(int index, Picture picture) throws IOException {
        var name = index == 0 ? "result" : "result-" + (index + 1);
        var file = folder.resolve(name + "." + picture.type().extension());
        return Files.write(file, picture.bytes());
    }

    Path beforeAfter(@Nullable BufferedImage photo, BufferedImage result) throws IOException {
        var file = folder.resolve("before-after.png");
        ImageIO.write(BeforeAfter.draw(photo, result), "png", file.toFile());
        return file;
    }

    /// The generation as read last, every step with its time, and what was said of each upload.
    Path record(RemoteGeneration generation, List<Timeline.Step> steps, List<Uploaded> uploads)
            throws IOException {
        var record = json.createObjectNode();
        record.set("generation", unsigned(generation.body().deepCopy()));
        var said = record.putArray("steps");
        for (var step : steps) {
            said.addObject()
                    .put("at_s", step.at().toMillis() / 1e3)
                    .put("step", step.name())
                    .put("text", step.text().strip());
        }
        var answers = record.putArray("uploads");
        uploads.forEach(upload -> answers.add(unsigned(upload.body().deepCopy())));
        var file = folder.resolve("record.json");
        json.writeValue(file.toFile(), record);
        return file;
    }

    private static JsonNode unsigned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(SIGNED);
            object.properties().removeIf(member -> isSigned(member.getValue()));
        }
        node.forEach(ResultFolder::unsigned);
        return node;
    }

    private static boolean isSigned(JsonNode value) {
        return value.asText().toLowerCase(Locale.ROOT).contains("x-amz-signature");
    }
}
