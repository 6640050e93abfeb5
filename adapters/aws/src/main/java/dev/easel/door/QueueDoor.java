package dev.easel.door;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The door for queues: handles each message by itself and reports just those that failed, so one
/// bad message never brings nine good ones back.
///
/// @param <M> what a message says
public final class QueueDoor<M> {

    private final Log log;
    private final Function<String, Optional<M>> reader;
    private final Consumer<M> flow;

    public QueueDoor(Log log, Function<String, Optional<M>> reader, Consumer<M> flow) {
        this.log = log;
        this.reader = reader;
        this.flow = flow;
    }

    public SQSBatchResponse handle(SQSEvent event) {
        var failures = new ArrayList<BatchItemFailure>();
        for (var message : event.getRecords()) {
            if (!handle(message)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean handle(SQSEvent.SQSMessage message) {
        try {
            flow.accept(
                    reader.apply(String.valueOf(message.getBody()))
                            .orElseThrow(() ->
                                    new IllegalArgumentException("a message that is not ours")));
            return true;
        } catch (RuntimeException e) {
            log.error("message failed", e, "message_id", message.getMessageId());
            return false;
        }
    }
}
