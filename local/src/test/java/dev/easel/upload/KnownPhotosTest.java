package dev.easel.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.asset.Presence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class KnownPhotosTest {

    private static final Path PROJECT = Path.of("..");
    private static final KnownPhotos KNOWN = KnownPhotos.read();

    /// Masks are no photographs.
    static Stream<Path> photographs() throws IOException {
        return Stream.of("photos", "web/samples")
                .flatMap(folder -> list(PROJECT.resolve(folder)))
                .filter(file -> file.toString().matches(".*\\.(png|jpg)"))
                .filter(file -> !file.toString().matches(".*-(mask|subject)\\.png"));
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void ofEverySamplePhotographItIsWrittenDownWhoIsInIt(Path file) throws IOException {
        var astronaut = file.getFileName().toString().startsWith("astronaut.");

        assertThat(KNOWN.in(Files.readAllBytes(file)))
                .isEqualTo(astronaut ? Presence.PERSON : Presence.NO_PERSON);
    }

    @Test
    void ofNoOtherBytesAnythingIsKnown() throws IOException {
        var bytes = Files.readAllBytes(PROJECT.resolve("photos/astronaut.png"));
        bytes[bytes.length - 1] ^= 1;

        assertThat(KNOWN.in(bytes)).isEqualTo(Presence.UNKNOWN);
        assertThat(KNOWN.in(new byte[0])).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void everyLineIsOfAFileThatIsThere() throws IOException {
        var photographs = photographs().map(file -> PROJECT.relativize(file).toString()).toList();

        assertThat(Files.readAllLines(PROJECT.resolve("photos/people.txt")))
                .isNotEmpty()
                .allMatch(line -> line.matches("[0-9a-f]{64}  (person   |no-person)  \\S+"))
                .allSatisfy(line ->
                        assertThat(photographs)
                                .contains(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
