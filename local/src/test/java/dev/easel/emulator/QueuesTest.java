package dev.easel.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.template.Queue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.Duration;
import java.util.List;

class QueuesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Queue DEAD =
            new Queue("Dead", "easel-Dead", Duration.ZERO, Duration.ofSeconds(30), HOUR, null);
    private static final Queue WORK =
            new Queue(
                    "Work",
                    "easel-Work",
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    HOUR,
                    new Queue.Redrive(DEAD.arn(), 1));

    @Test
    void aQueueDelaysItsMessagesAndHandsThemToItsDeadLettersAfterTooManyReceipts()
            throws Exception {
        try (var emulator = SqsEmulator.start(0);
                var sqs = Clients.of(emulator.uri()).sqs()) {
            new Queues(sqs).create(List.of(WORK, DEAD));
            var work = emulator.uri() + "/000000000000/easel-Work";
            var dead = emulator.uri() + "/000000000000/easel-Dead";

            sqs.sendMessage(request -> request.queueUrl(work).messageBody("hello"));

            assertThat(count(sqs, work)).isZero();
            Eventually.until("the delayed message arrives", () -> count(sqs, work) == 1);
            Eventually.until(
                    "it is given up", () -> count(sqs, work) == 0 && count(sqs, dead) == 1);
        }
    }

    @Test
    void theUrlOfAQueueIsTheOneThatTheTemplateGives() {
        try (var emulator = SqsEmulator.start(0);
                var sqs = Clients.of(emulator.uri()).sqs()) {
            new Queues(sqs).create(List.of(DEAD));

            assertThat(sqs.getQueueUrl(request -> request.queueName("easel-Dead")).queueUrl())
                    .isEqualTo(emulator.uri() + "/000000000000/easel-Dead");
        }
    }

    private static int count(SqsClient sqs, String url) {
        return sqs.receiveMessage(request -> request.queueUrl(url)).messages().size();
    }
}
