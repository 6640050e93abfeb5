package dev.easel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.emulator.Clients;
import dev.easel.emulator.Eventually;
import dev.easel.emulator.Queues;
import dev.easel.emulator.SqsEmulator;
import dev.easel.template.Template;
import dev.easel.template.TemplateFile;
import dev.easel.template.Trigger.Messages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

class QueueSourceTest {

    private SqsEmulator emulator;
    private SqsClient sqs;
    private Template template;
    private FunctionRuntime function;
    private QueueSource source;

    @BeforeEach
    void start() {
        BatchHandler.SEEN.clear();
        emulator = SqsEmulator.start(0);
        sqs = Clients.of(emulator.uri()).sqs();
        template =
                TemplateFile.read(Path.of("src/test/resources/template.yaml"))
                        .resolve(Map.of(), emulator.uri());
        new Queues(sqs).create(template.queues());
        var batch = template.function("BatchWorkFunction").orElseThrow();
        function =
                FunctionRuntime.start(
                        batch, Map.of(), new PrintStream(PrintStream.nullOutputStream()));
        var trigger =
                batch.triggers().stream()
                        .filter(Messages.class::isInstance)
                        .map(Messages.class::cast)
                        .findFirst()
                        .orElseThrow();
        source = new QueueSource(sqs, url("easel-WorkQueue"), trigger, function);
    }

    @AfterEach
    void stop() {
        source.close();
        function.close();
        sqs.close();
        emulator.close();
    }

    private String url(String queue) {
        return emulator.uri() + "/000000000000/" + queue;
    }

    private void send(String body) {
        sqs.sendMessage(request -> request.queueUrl(url("easel-WorkQueue")).messageBody(body));
    }

    private boolean isDead(String body) {
        return sqs
                .receiveMessage(request ->
                        request.queueUrl(url("easel-WorkDeadLetters")).visibilityTimeout(0))
                .messages()
                .stream()
                .anyMatch(message -> message.body().equals(body));
    }

    @Test
    void onlyTheMessageThatFailedComesBackAndGoesToTheDeadLettersInTheEnd() throws Exception {
        send("good");
        send("fail");

        source.start();

        Eventually.until("the failing message is given up", () -> isDead("fail"));
        assertThat(Collections.frequency(BatchHandler.SEEN, "good")).isOne();
        assertThat(Collections.frequency(BatchHandler.SEEN, "fail")).isEqualTo(2);
        assertThat(isDead("good")).isFalse();
    }

    @Test
    void aBatchThatThrowsIsNotDeletedAtAll() throws Exception {
        send("throw");

        source.start();

        Eventually.until("the message is given up", () -> isDead("throw"));
        assertThat(BatchHandler.SEEN).containsExactly("throw", "throw");
    }

    @Test
    void closingDoesNotWaitForTheLongPoll() throws Exception {
        source.start();
        send("good");
        Eventually.until("the source polls", () -> BatchHandler.SEEN.contains("good"));

        var before = Instant.now();
        source.close();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(900));
    }
}
