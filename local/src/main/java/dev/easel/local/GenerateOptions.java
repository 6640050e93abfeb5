package dev.easel.local;

import dev.easel.client.GenerationRequest;
import dev.easel.client.MisuseException;
import dev.easel.client.PictureFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `demo` and `generate` both understand.
final class GenerateOptions {

    private static final Pattern PIN = Pattern.compile("(\\d{1,6}),(\\d{1,6})");

    @Parameters(arity = "0..1", paramLabel = "photo", description = "The photo: PNG, JPEG or WebP.")
    @Nullable Path photo;

    @Option(
            names = "--workflow",
            paramLabel = "ID",
            description = "What to do (default: ${DEFAULT-VALUE}).")
    String workflow = "remove-object";

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description = "Where to edit: a picture of the photo's size, white on black.")
    @Nullable Path mask;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "A picture to go by; may be given more than once.")
    List<Path> references = new ArrayList<>();

    @Option(names = "--prompt", paramLabel = "TEXT", description = "What to do, in words.")
    @Nullable String prompt;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "1K, 2K or 4K (default: the smallest at which it runs).")
    @Nullable String tier;

    @Option(
            names = "--aspect-ratio",
            paramLabel = "W:H",
            description = "The shape to extend to, such as 4:5.")
    @Nullable String aspectRatio;

    @Option(
            names = "--pin",
            paramLabel = "X,Y",
            description = "The point meant, in the photo's pixels from its top left.")
    @Nullable String pin;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go (default: ${DEFAULT-VALUE}).")
    Path results = Path.of("out");

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the verdict (default: ${DEFAULT-VALUE}).")
    int timeoutSeconds = 360;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and end.")
    boolean help;

    Duration timeout() {
        if (timeoutSeconds < 1) {
            throw new MisuseException("--timeout is at least 1 second.");
        }
        return Duration.ofSeconds(timeoutSeconds);
    }

    /// Reads every picture named, before anything is started or sent.
    GenerationRequest request() throws IOException {
        if (mask != null && photo == null) {
            throw new MisuseException("--mask needs the photo that it was painted on.");
        }
        var read = new ArrayList<PictureFile>();
        for (var reference : references) {
            read.add(PictureFile.read(reference));
        }
        return new GenerationRequest(
                workflow,
                tier,
                photo == null ? null : PictureFile.read(photo),
                mask == null ? null : PictureFile.read(mask),
                read,
                prompt,
                pin == null ? null : point(pin),
                aspectRatio);
    }

    private static GenerationRequest.Pin point(String text) {
        var match = PIN.matcher(text);
        if (!match.matches()) {
            throw new MisuseException("--pin is a point such as 120,80, not " + text + ".");
        }
        return new GenerationRequest.Pin(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }
}
