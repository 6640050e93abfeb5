package dev.easel.local;

import dev.easel.door.StepMessages;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Takes dead letters back to the queue they came from.
///
/// Sent first, deleted second: whoever stops in between leaves a message in both queues, never in
/// none. Twice is as good as once, because every step is taken once.
final class Redrive {

    private static final int BATCH_MAX = 10;

    /// Long enough to send and delete a batch; after it, what was only looked at is seen again.
    private static final int HELD_SECONDS = 60;

    /// A queue of many hosts answers only with a wait what one of them has.
    private static final int WAIT_SECONDS = 1;

    private final SqsClient sqs;
    private final Deployment.Pair queues;

    Redrive(SqsClient sqs, Deployment.Pair queues) {
        this.sqs = sqs;
        this.queues = queues;
    }

    /// A dead letter as an operator may see it: what it is for, never a body that is not ours.
    record Letter(String id, String means) {}

    /// Moves all that are there. One that fails at once and comes back meanwhile stays: this ends.
    List<Letter> move() {
        var moved = new ArrayList<Letter>();
        var sent = new HashSet<String>();
        for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
            var fresh = batch.stream().filter(one -> !sent.contains(one.messageId())).toList();
            if (fresh.isEmpty()) {
                return moved;
            }
            for (var message : fresh) {
                sent.add(send(message));
                delete(message);
                moved.add(letter(message));
            }
        }
        return moved;
    }

    /// Looks at all that are there and leaves them where they are.
    List<Letter> look() {
        var seen = new ArrayList<Message>();
        for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
            seen.addAll(batch);
        }
        seen.forEach(this::release);
        return seen.stream().map(Redrive::letter).toList();
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request ->
                        request.queueUrl(queues.deadLetters())
                                .maxNumberOfMessages(BATCH_MAX)
                                .visibilityTimeout(HELD_SECONDS)
                                .waitTimeSeconds(WAIT_SECONDS)
                                .messageAttributeNames("All"))
                .messages();
    }

    private String send(Message message) {
        return sqs.sendMessage(
                        request -> {
                            request.queueUrl(queues.source()).messageBody(message.body());
                            if (message.hasMessageAttributes()) {
                                request.messageAttributes(message.messageAttributes());
                            }
                        })
                .messageId();
    }

    private void delete(Message message) {
        sqs.deleteMessage(request ->
                request.queueUrl(queues.deadLetters()).receiptHandle(message.receiptHandle()));
    }

    private void release(Message message) {
        sqs.changeMessageVisibility(request ->
                request.queueUrl(queues.deadLetters())
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
    }

    private static Letter letter(Message message) {
        var body = message.body();
        return new Letter(
                message.messageId(),
                StepMessages.readEvaluationStep(body)
                        .map(step ->
                                "%s %s %s %d"
                                        .formatted(
                                                step.generation(),
                                                step.evaluation(),
                                                step.kind().wire(),
                                                step.poll()))
                        .or(() ->
                                StepMessages.readStep(body)
                                        .map(step ->
                                                "%s step %d"
                                                        .formatted(
                                                                step.generation(), step.number())))
                        .orElse("not a message of ours (" + body.length() + " characters)"));
    }
}
