package dev.easel.providers;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.provider.Output;
import dev.easel.provider.Progress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the pictures in an output, in whatever shape it comes. Behind one gateway at least five
/// shapes are live at the same time, so every known one is tried, in order, and the first that
/// holds a picture wins.
final class OutputReader {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("outputs[]", output -> each(output.path("outputs"))),
                    new Shape("image_urls[]", output -> each(output.path("image_urls"))),
                    new Shape("images[]", output -> each(output.path("images"))),
                    new Shape("image.url", output -> Stream.of(output.path("image").path("url"))),
                    new Shape("image[]", output -> each(output.path("image"))),
                    new Shape("image", output -> Stream.of(output.path("image"))),
                    new Shape("image_url", output -> Stream.of(output.path("image_url"))),
                    new Shape("url", output -> Stream.of(output.path("url"))),
                    new Shape("output_url", output -> Stream.of(output.path("output_url"))),
                    new Shape("[]", OutputReader::each),
                    new Shape("string", Stream::of));

    private OutputReader() {}

    /// The pictures' URLs; empty when no known shape holds one.
    static Optional<Progress.Finished> read(JsonNode output) {
        return SHAPES.stream()
                .map(shape -> shape.read(output))
                .filter(found -> !found.outputs().isEmpty())
                .findFirst();
    }

    /// One way to hold pictures, and what operators call it.
    private record Shape(String name, Function<JsonNode, Stream<JsonNode>> entries) {
        Progress.Finished read(JsonNode output) {
            var pictures =
                    entries.apply(output)
                            .flatMap(OutputReader::picture)
                            .distinct()
                            .<Output>map(Output.Remote::new)
                            .toList();
            return new Progress.Finished(pictures, name);
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.isArray() ? list.valueStream() : Stream.of();
    }

    private static Stream<URI> picture(JsonNode entry) {
        if (entry.isTextual()) {
            return link(entry.textValue()).stream();
        }
        var type = entry.path("type").asText("image").toLowerCase(Locale.ROOT);
        return type.startsWith("image") ? link(entry.path("url").asText("")).stream() : Stream.of();
    }

    /// Only what can be collected: a relative or broken link, a `data:` URL or an asset's inner
    /// name is no picture to us.
    static Optional<URI> link(String text) {
        try {
            var uri = new URI(text.strip());
            var usable =
                    uri.getScheme() != null
                            && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                            && uri.getHost() != null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
