package dev.easel.proof;

import com.fasterxml.jackson.databind.JsonNode;

import dev.easel.aws.Aws;
import dev.easel.gateway.InvocationFailed;
import dev.easel.local.Stack;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands between the queues and the functions on their worst day: every message is delivered two or
/// three times, some copies at the same moment, some long after others that came later.
///
/// The chance of a generation hangs on its own seed, so that what went wrong can be played again.
final class Postman implements AutoCloseable {

    private static final int COPIES_MIN = 2;
    private static final int COPIES_MAX = 3;
    private static final int ROUNDS_HELD_MAX = 4;
    private static final int TRIES_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final Stack stack;
    private final SqsClient sqs;

    /// Function to the queue that calls it.
    private final Map<String, String> queues;

    private final Map<String, Random> dice = new ConcurrentHashMap<>();
    private final List<Letter> bag = Collections.synchronizedList(new ArrayList<>());
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Letter> delivered = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

    /// @param held for how many rounds it stays in the bag
    private record Letter(String function, Message message, int held, int tries) {
        Letter heldLess() {
            return new Letter(function, message, held - 1, tries);
        }

        Letter again() {
            return new Letter(function, message, 0, tries + 1);
        }
    }

    Postman(Stack stack) {
        this.stack = stack;
        var env = stack.environment("WorkerFunction");
        this.sqs = new Aws(env).sqs();
        this.queues =
                Map.of(
                        "WorkerFunction", env.getOrDefault("STEPS_QUEUE_URL", ""),
                        "SentinelPollFunction", env.getOrDefault("EVALUATIONS_QUEUE_URL", ""));
    }

    /// The seed of a generation's chance.
    void seed(String generation, int seed) {
        dice.put(generation, new Random(seed));
    }

    /// One round: empties the queues into the bag, and delivers what is not held back, all at once.
    void round() {
        queues.forEach(this::collect);
        var now = new ArrayList<Letter>();
        synchronized (bag) {
            bag.stream().filter(letter -> letter.held() <= 0).forEach(now::add);
            bag.removeAll(now);
            bag.replaceAll(Letter::heldLess);
        }
        deliver(now);
        Moment.pass(PAUSE);
    }

    /// Everything that ever was delivered comes once more, in any order.
    void deliverAllAgain(Random order) {
        var all = new ArrayList<>(delivered);
        Collections.shuffle(all, order);
        deliver(all);
    }

    /// Nothing in the bag, and nothing in the queues, be it hidden or delayed.
    boolean isDone() {
        return bag.isEmpty() && queues.values().stream().allMatch(this::isEmpty);
    }

    /// What the functions sent, once for each time. A chain never sends the same twice: a message
    /// that is there again is a second chain.
    List<String> sent() {
        return List.copyOf(sent);
    }

    private void collect(String function, String queue) {
        var batch =
                sqs.receiveMessage(request ->
                                request.queueUrl(queue)
                                        .maxNumberOfMessages(10)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                        .messages();
        for (var message : batch) {
            sent.add(message.body());
            var chance = dice.getOrDefault(generation(message), new Random(0));
            int copies = chance.nextInt(COPIES_MIN, COPIES_MAX + 1);
            for (int n = 0; n < copies; n++) {
                bag.add(new Letter(function, message, chance.nextInt(ROUNDS_HELD_MAX + 1), 0));
            }
            sqs.deleteMessage(
                    request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
        }
    }

    private static String generation(Message message) {
        return tree(message.body().getBytes(StandardCharsets.UTF_8)).path("generation").asText();
    }

    private void deliver(List<Letter> letters) {
        var carried = letters.stream().map(letter -> carriers.submit(() -> carry(letter))).toList();
        for (var one : carried) {
            try {
                one.get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void carry(Letter letter) {
        delivered.add(letter);
        if (!isTaken(letter)) {
            if (letter.tries() + 1 >= TRIES_MAX) {
                throw new AssertionError("a dead letter: " + letter.message().body());
            }
            bag.add(letter.again());
        }
    }

    private boolean isTaken(Letter letter) {
        try {
            var answer = tree(stack.invoke(letter.function(), event(letter.message())));
            return answer.path("batchItemFailures").isEmpty();
        } catch (InvocationFailed _) {
            return false;
        }
    }

    private static byte[] event(Message message) {
        var event = Town.JSON.createObjectNode();
        var entry = event.putArray("Records").addObject();
        entry.put("messageId", message.messageId())
                .put("receiptHandle", message.receiptHandle())
                .put("body", message.body())
                .put("md5OfBody", message.md5OfBody())
                .put("eventSource", "aws:sqs");
        var attributes = entry.putObject("attributes");
        message.attributesAsStrings().forEach(attributes::put);
        entry.putObject("messageAttributes");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isEmpty(String queue) {
        var counts =
                sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(COUNTS))
                        .attributes();
        return counts.values().stream().allMatch("0"::equals);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Town.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        carriers.shutdownNow();
        sqs.close();
    }
}
