package dev.easel.emulator;

import dev.easel.template.Queue;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes the template's queues.
public final class Queues {

    private final SqsClient sqs;

    public Queues(SqsClient sqs) {
        this.sqs = sqs;
    }

    public void create(List<Queue> queues) {
        // A dead-letter queue must exist before the queue that names it.
        queues.stream()
                .sorted(Comparator.comparing(queue -> queue.redrive() != null))
                .forEach(this::create);
    }

    private void create(Queue queue) {
        var attributes = attributes(queue);
        sqs.createQueue(request -> request.queueName(queue.name()).attributes(attributes));
    }

    private static Map<QueueAttributeName, String> attributes(Queue queue) {
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        attributes.put(QueueAttributeName.DELAY_SECONDS, seconds(queue.delay().toSeconds()));
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT, seconds(queue.visibility().toSeconds()));
        attributes.put(
                QueueAttributeName.MESSAGE_RETENTION_PERIOD,
                seconds(queue.retention().toSeconds()));
        var redrive = queue.redrive();
        if (redrive != null) {
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                            .formatted(redrive.deadLetterArn(), redrive.maxReceiveCount()));
        }
        return attributes;
    }

    private static String seconds(long seconds) {
        return Long.toString(seconds);
    }
}
