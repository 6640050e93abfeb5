package dev.easel.sentinelpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.generation.Generation;
import dev.easel.http.Access;
import dev.easel.http.ProviderHttp;
import dev.easel.image.Pixels;
import dev.easel.image.Size;
import dev.easel.judges.ChatServices;
import dev.easel.judging.Asking;
import dev.easel.judging.Evaluator;
import dev.easel.judging.Invitation;
import dev.easel.judging.Judge;
import dev.easel.judging.Opinion;
import dev.easel.judging.Question;
import dev.easel.judging.Result;
import dev.easel.judging.Rubric;
import dev.easel.judging.Rubrics;
import dev.easel.judging.Seat;
import dev.easel.judging.Verdict;
import dev.easel.picture.Pictures;
import dev.easel.secret.Secrets;
import dev.easel.simulator.Simulator;
import dev.easel.simulator.SimulatorOptions;
import dev.easel.simulator.script.Pace;
import dev.easel.workflow.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntBinaryOperator;

/// Three simulated models over real HTTP, one behind each kind of chat service, judge an output that
/// the pixels find good and one in which they find something that nobody asked for.
class ModelsOnThePanelTest extends Sitting {

    private static final Size SIZE = new Size(640, 480);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir static Path folder;
    private static Simulator simulator;

    @BeforeAll
    static void paint() throws IOException {
        simulator =
                Simulator.start(
                        new SimulatorOptions(0, folder.resolve("simulator"), Pace.INSTANT, 1));
        save("photo", (x, y) -> isObject(x, y) ? 0xff203050 : ground(x, y));
        save("mask", (x, y) -> isMarked(x, y) ? 0xffffffff : 0xff000000);
        save("good", ModelsOnThePanelTest::ground);
        save("spoilt", (x, y) -> isPatch(x, y) ? 0xffd02020 : ground(x, y));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "honest,    honest,    honest,    GREEN",
        "honest,    lazy,      refusing,  GREEN",
        "honest,    honest,    slow,      GREEN",
        "honest,    honest,    malformed, GREEN",
        "honest,    honest,    broken,    GREEN",
        "honest,    honest,    busy,      GREEN",
        "honest,    honest,    lying,     GREEN",
        "honest,    refusing,  malformed, INCOMPLETE",
        "slow,      honest,    slow,      INCOMPLETE",
        "lazy,      lying,     lying,     INCOMPLETE",
        "lazy,      broken,    busy,      INCOMPLETE",
        "refusing,  refusing,  refusing,  INCOMPLETE",
        "malformed, malformed, malformed, INCOMPLETE",
        "honest,    honest,    injected,  AMBER",
        "injected,  lazy,      lazy,      AMBER",
        "injected,  injected,  lazy,      RED",
    })
    void aGoodOutputIsGreenOnlyWhereTwoHaveLooked(
            String first, String second, String third, Verdict expected) {
        assertThat(judged("good", first, second, third)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "honest,    honest,    honest,    RED",
        "honest,    lazy,      lazy,      RED",
        "lazy,      lazy,      lazy,      AMBER",
        "lazy,      lazy,      lying,     AMBER",
        "lazy,      injected,  lazy,      RED",
        "refusing,  refusing,  lazy,      INCOMPLETE",
        "slow,      malformed, lazy,      INCOMPLETE",
        "malformed, refusing,  slow,      INCOMPLETE",
    })
    void noMinorityAndNoMajorityMakesGreenWhatThePixelsProved(
            String first, String second, String third, Verdict expected) {
        assertThat(judged("spoilt", first, second, third)).isEqualTo(expected);
    }

    @Test
    void anHonestOnePointsAtTheFaultInPixelsOfTheOutput() {
        var generation = played("spoilt", "honest", "honest", "honest");

        assertThat(evaluation(generation).findings())
                .filteredOn(finding -> !finding.judge().looksAtPixels())
                .hasSize(3)
                .allSatisfy(finding -> {
                    assertThat(finding.result()).isEqualTo(Result.FAIL);
                    assertThat(finding.boxes())
                            .singleElement()
                            .satisfies(box -> {
                                assertThat(box.x()).isBetween(480, 502);
                                assertThat(box.y()).isBetween(330, 352);
                                assertThat(box.x() + box.width()).isBetween(558, 580);
                            });
                });
    }

    @Test
    void theModelItsTokensAndItsAnswerAreKept() {
        var generation = played("good", "honest", "honest", "honest");

        assertThat(evaluation(generation).seats())
                .filteredOn(seat -> !seat.judge().looksAtPixels())
                .hasSize(3)
                .allSatisfy(seat -> {
                    var account = ((Seat.Answered) seat).account();
                    assertThat(account.model()).contains("honest-");
                    assertThat(account.inputTokens()).isPositive();
                    assertThat(account.outputTokens()).isPositive();
                    assertThat(account.evidence()).contains("instruction_like_text");
                });
    }

    private Verdict judged(String output, String first, String second, String third) {
        return Objects.requireNonNull(verdict(played(output, first, second, third)));
    }

    private Generation played(String output, String first, String second, String third) {
        var invitations =
                Invitation.parse(
                        "gemini:%s-1,openai:%s-2,bedrock:easel.%s-3"
                                .formatted(first, second, third));
        Rubric rubric = Rubrics.of(Task.OBJECT_REMOVAL, Invitation.judges(invitations));
        var generation = removed(rubric, SIZE, file("photo"), file("mask"), file(output));
        try (var bedrock = bedrock()) {
            var services = new ChatServices(() -> bedrock, ModelsOnThePanelTest::access);
            var viewers = List.copyOf(services.seat(invitations).values());
            play(panel(new Nobody(), viewers), generation, 2);
        }
        return generation;
    }

    private static Access access(String service) {
        Secrets secrets = new AnyKey();
        return new Access(
                ProviderHttp.client(),
                secrets,
                service,
                Simulator.viewer(simulator.uri(), service),
                PATIENCE,
                PATIENCE);
    }

    private BedrockRuntimeClient bedrock() {
        return aws.configure(BedrockRuntimeClient.builder(), "BEDROCK_RUNTIME")
                .endpointOverride(Simulator.viewer(simulator.uri(), "bedrock"))
                .overrideConfiguration(configuration ->
                        configuration
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(PATIENCE))
                .build();
    }

    private static void save(String name, IntBinaryOperator colour) throws IOException {
        int[] argb = new int[SIZE.width() * SIZE.height()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = colour.applyAsInt(i % SIZE.width(), i / SIZE.width());
        }
        Files.write(file(name), Pictures.encodePng(new Pixels(SIZE, argb)));
    }

    private static Path file(String name) {
        return folder.resolve(name + ".png");
    }

    /// A soft gradient with stripes, so that there is something to hold on to.
    private static int ground(int x, int y) {
        int level = 90 + x / 8 + y / 12 + (x / 20 + y / 30) % 2 * 20;
        return 0xff000000 | level << 16 | level << 8 | (level - 30);
    }

    private static boolean isObject(int x, int y) {
        return x >= 120 && x < 240 && y >= 100 && y < 220;
    }

    private static boolean isMarked(int x, int y) {
        return x >= 110 && x < 250 && y >= 90 && y < 230;
    }

    private static boolean isPatch(int x, int y) {
        return x >= 490 && x < 570 && y >= 340 && y < 400;
    }

    /// The evaluation service is not on these panels.
    private static final class Nobody implements Evaluator {
        @Override
        public Judge judge() {
            return Judge.SENTINEL;
        }

        @Override
        public Asking ask(Question question) {
            throw new UnsupportedOperationException("it is not invited");
        }

        @Override
        public Opinion hear(String ticket) {
            throw new UnsupportedOperationException("it is not invited");
        }
    }

    private static final class AnyKey implements Secrets {
        @Override
        public String secret(String name) {
            return "local_" + name;
        }

        @Override
        public void forget(String name) {}
    }
}
