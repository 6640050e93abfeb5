package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.simulator.script.Scenario;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.awt.Rectangle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class DemoCommandTest {

    @TempDir private Path folder;

    private final FakeEasel easel = new FakeEasel();
    private final List<Path> data = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @AfterEach
    void stop() {
        easel.close();
    }

    @Test
    void withoutArgumentsTheSpoonIsRemovedFromTheCoffee() throws Exception {
        Files.createDirectories(folder.resolve("photos"));
        for (var name : List.of("photos/coffee.png", "photos/coffee-mask.png")) {
            Files.copy(Path.of("..").resolve(name), folder.resolve(name));
        }
        easel.readings.add(FakeEasel.judged("green", ""));

        assertThat(run()).isZero();

        assertThat(said.toString()).contains("coffee.png, 600 x 400, 467 KB", "mask img_2 covers");
        assertThat(easel.orders.getFirst().path("workflow").asText()).isEqualTo("remove-object");
    }

    @Test
    void theMaskOfTheCoffeeIsBlackAndWhiteAndOfItsSize() throws Exception {
        var mask = ImageIO.read(Path.of("../photos/coffee-mask.png").toFile()).getRaster();
        var samples = mask.getSamples(0, 0, mask.getWidth(), mask.getHeight(), 0, (int[]) null);

        assertThat(mask.getNumBands()).isEqualTo(1);
        assertThat(mask.getBounds()).isEqualTo(new Rectangle(600, 400));
        assertThat(Arrays.stream(samples).distinct().sorted()).containsExactly(0, 255);
    }

    @Test
    void theStackGetsADataFolderOfItsOwnThatIsGoneAfterwards() {
        easel.readings.add(FakeEasel.judged("green", ""));

        assertThat(run("--workflow", "create", "--prompt", "a cup", "--simulate", "slow")).isZero();

        assertThat(data).singleElement().satisfies(path -> assertThat(path).doesNotExist());
        assertThat(scenarios).containsExactly(Scenario.SLOW);
        assertThat(said.toString()).contains("started   " + easel.api());
    }

    @Test
    void anotherPhotoNeedsAMaskOfItsOwn() throws Exception {
        var photo = Files.write(folder.resolve("photo.png"), TestPictures.png(60, 40));

        assertThat(run(photo.toString())).isEqualTo(2);

        assertThat(complained.toString()).contains("--mask FILE");
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeAnythingStarts() {
        assertThat(run("nowhere.png")).isEqualTo(2);

        assertThat(data).isEmpty();
    }

    private int run(String... arguments) {
        var command =
                new DemoCommand(
                        (path, scenario, _) -> {
                            data.add(path);
                            scenarios.add(scenario);
                            return easel;
                        },
                        folder,
                        FakeStopwatch::new);
        return new CommandLine(command)
                .registerConverter(Scenario.class, name -> Scenario.named(name).orElseThrow())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(complained, true))
                .execute(
                        Stream.concat(
                                        Stream.of("--out", folder.resolve("results").toString()),
                                        Stream.of(arguments))
                                .toArray(String[]::new));
    }
}
