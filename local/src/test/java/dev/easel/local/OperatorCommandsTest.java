package dev.easel.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.easel.aws.Aws;
import dev.easel.aws.DynamoGenerations;
import dev.easel.door.StepMessages;
import dev.easel.emulator.Eventually;
import dev.easel.generation.Generation;
import dev.easel.generation.Step;
import dev.easel.id.GenerationId;
import dev.easel.simulator.script.Scenario;
import dev.easel.template.Names;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// `./easel attempts` and `./easel redrive` against a stack whose queues give up quickly.
class OperatorCommandsTest {

    private static final String POISON = "poison, with a secret in it";

    private final Stack stack = Impatient.get();
    private final Api api = new Api(stack.api());
    private final Map<String, String> env = stack.environment("WorkerFunction");
    private final SqsClient sqs = new Aws(env).sqs();
    private final DynamoGenerations generations =
            new DynamoGenerations(new Aws(env).dynamo(), env.getOrDefault("GENERATIONS_TABLE", ""));
    private final StringWriter console = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterEach
    void normalAgain() {
        simulate(Scenario.NORMAL);
        for (var queue : List.of("StepsDeadLetters", "EvaluationsDeadLetters")) {
            sqs.purgeQueue(request -> request.queueUrl(url(queue)));
        }
    }

    @Test
    void aMessageThatFailsFiveTimesIsADeadLetterAndCanBeRedriven() throws Exception {
        sqs.sendMessage(request -> request.queueUrl(url("StepsQueue")).messageBody(POISON));
        Eventually.until("it is a dead letter", () -> count("StepsDeadLetters") == 1);

        assertThat(run("redrive", "steps")).isZero();

        assertThat(console.toString())
                .contains("not a message of ours", "1 message moved")
                .doesNotContain("secret");
        Eventually.until("it has failed again", () -> count("StepsDeadLetters") == 1);
    }

    @Test
    void aRedrivenMessageOfAGenerationThatRestsDoesNothing() throws Exception {
        var id = rested();
        var before = generation(id);
        for (int step = 0; step <= before.step(); step++) {
            var body = StepMessages.write(step(before, step));
            sqs.sendMessage(request -> request.queueUrl(url("StepsDeadLetters")).messageBody(body));
        }

        assertThat(run("redrive", "steps")).isZero();

        assertThat(console.toString()).contains((before.step() + 1) + " messages moved");
        Eventually.until("all are taken", () -> count("StepsQueue") == 0);
        assertThat(generation(id)).isEqualTo(before);
        assertThat(count("StepsDeadLetters")).isZero();
    }

    @Test
    void aDryRunListsWhatIsThereAndLeavesIt() {
        var step = new Step(new GenerationId("gen_" + "0".repeat(26)), 7, "r");
        sqs.sendMessage(request ->
                request.queueUrl(url("EvaluationsDeadLetters"))
                        .messageBody(StepMessages.write(step)));
        sqs.sendMessage(
                request -> request.queueUrl(url("EvaluationsDeadLetters")).messageBody(POISON));

        assertThat(run("redrive", "evaluations", "--dry-run")).isZero();
        assertThat(run("redrive", "evaluations", "--dry-run")).isZero();

        assertThat(console.toString())
                .contains(
                        "gen_" + "0".repeat(26) + " step 7",
                        "not a message of ours",
                        "2 messages would be moved")
                .doesNotContain("secret");
        assertThat(
                        console.toString()
                                .lines()
                                .filter(line -> line.equals("2 messages would be moved")))
                .as("the second look finds them, too")
                .hasSize(2);
        assertThat(count("EvaluationsDeadLetters")).isEqualTo(2);
    }

    @Test
    void nothingToMoveIsSaid() {
        assertThat(run("redrive", "steps")).isZero();

        assertThat(console.toString()).isEqualToIgnoringNewLines("0 messages moved");
    }

    @Test
    void aQueueThatHasNoDeadLettersIsNamedWithThoseThatHave() {
        assertThat(run("redrive", "elsewhere")).isOne();

        assertThat(errors.toString())
                .startsWith("easel: There is no queue elsewhere with dead letters; there are [")
                .contains("evaluations", "steps");
    }

    @Test
    void eitherAQueueOrTwoUrlsAreWanted() {
        assertThat(Main.run(writer(console), writer(errors), "redrive")).isEqualTo(2);
        assertThat(Main.run(writer(console), writer(errors), "redrive", "--from", "x"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--to");
    }

    @Test
    void theAttemptsOfAGenerationAreATable() throws JsonProcessingException {
        var id = rested();
        var attempt = generation(id).attempt();

        assertThat(run("attempts", id)).isZero();

        assertThat(console.toString().lines().toList())
                .hasSize(4)
                .satisfies(
                        lines -> assertThat(lines.getFirst()).isEqualTo(id + "  create  succeeded"))
                .satisfies(lines ->
                        assertThat(lines.get(2))
                                .startsWith("#  attempt")
                                .endsWith("class      billed  diagnostic"))
                .satisfies(lines ->
                        assertThat(lines.get(3))
                                .startsWith("1  " + attempt.id() + "  runflow")
                                .contains(attempt.tried().model(), attempt.tried().contract())
                                .endsWith("succeeded  yes"));
    }

    @Test
    void aFailedAttemptSaysWhyAndWhatItCost() throws JsonProcessingException {
        simulate(Scenario.NO_CREDIT);
        var id = rested();
        var attempt = generation(id).attempt();

        assertThat(run("attempts", id, "--json")).isZero();

        var said = Api.JSON.readTree(console.toString());
        assertThat(said.path("status").asText()).isEqualTo("failed");
        var line = said.path("attempts").path(0);
        assertThat(line.path("number").asInt()).isOne();
        assertThat(line.path("class").asText()).isEqualTo("quota");
        assertThat(line.path("billed").asText()).isEqualTo("no");
        assertThat(line.path("started_at").asText()).isEqualTo(attempt.startedAt().toString());
        assertThat(line.path("latency_ms").isNumber()).isTrue();
        assertThat(line.path("diagnostic").asText()).contains("402");
    }

    @Test
    void aGenerationThatIsNotThereIsASentence() {
        assertThat(run("attempts", "gen_" + "0".repeat(26))).isOne();
        assertThat(run("attempts", "12")).isOne();

        assertThat(errors.toString().lines())
                .containsExactly(
                        "easel: There is no generation gen_" + "0".repeat(26) + ".",
                        "easel: 12 is not the id of a generation.");
    }

    @Test
    void withoutAStackTheCommandsSaySo() {
        var nowhere = LiveStack.folder().toString();

        for (var command :
                List.of(
                        List.of("attempts", "gen_" + "0".repeat(26)),
                        List.of("redrive", "steps"))) {
            var arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--data", nowhere));
            assertThat(Main.run(writer(console), writer(errors), arguments.toArray(String[]::new)))
                    .isOne();
        }
        assertThat(errors.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("./easel up starts one."));
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(
                List.of(
                        "--data",
                        Impatient.DATA.toString(),
                        "--template",
                        Impatient.TEMPLATE.toString()));
        return Main.run(writer(console), writer(errors), all.toArray(String[]::new));
    }

    private static PrintWriter writer(StringWriter text) {
        return new PrintWriter(text, true);
    }

    /// The id of a generation that has come to rest.
    private String rested() throws JsonProcessingException {
        var order = Api.JSON.readTree("{\"workflow\":\"create\",\"prompt\":\"a boat\"}");
        return api.generate(order.deepCopy()).path("id").asText();
    }

    private Generation generation(String id) {
        return generations.find(new GenerationId(id)).orElseThrow();
    }

    private static Step step(Generation generation, int number) {
        return new Step(generation.id(), number, generation.correlation());
    }

    private String url(String queue) {
        return stack.addresses().get("sqs") + "/" + Names.ACCOUNT + "/" + Names.STACK + "-" + queue;
    }

    /// Those in sight and those that somebody holds.
    /// What waits, or is being taken. Not what is due later: other tests leave generations behind that
    /// are still asked what they cost.
    private int count(String queue) {
        return sqs
                .getQueueAttributes(request ->
                        request.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .entrySet()
                .stream()
                .filter(entry ->
                        entry.getKey().toString().startsWith("ApproximateNumberOfMessages")
                                && !entry.getKey().toString().endsWith("Delayed"))
                .mapToInt(entry -> Integer.parseInt(entry.getValue()))
                .sum();
    }

    private void simulate(Scenario scenario) {
        var body = "{\"scenario\":\"" + scenario.wire() + "\"}";
        var uri = URI.create(stack.simulator() + "/simulator/scenario");
        api.send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(body)).build());
    }
}
