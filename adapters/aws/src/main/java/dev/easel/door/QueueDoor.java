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
    private final Function<M, String> correlation;
    private final Consumer<M> flow;

    /// @param correlation the id under which a message's work is logged; where it is blank, or the
    ///     message cannot be read, the message's own id stands in
    public QueueDoor(
            Log log,
            Function<String, Optional<M>> reader,
            Function<M, String> correlation,
            Consumer<M> flow) {
        this.log = log;
        this.reader = reader;
        this.correlation = correlation;
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
        var said = reader.apply(String.valueOf(message.getBody()));
        var id =
                said.map(correlation)
                        .filter(known -> !known.isBlank())
                        .orElseGet(message::getMessageId);
        return Correlation.under(id, () -> handle(said, message.getMessageId()));
    }

    private boolean handle(Optional<M> said, String messageId) {
        try {
            flow.accept(
                    said.orElseThrow(
                            () -> new IllegalArgumentException("a message that is not ours")));
            return true;
        } catch (RuntimeException e) {
            log.error("message failed", new Fact.Mishap(), e, "message_id", messageId);
            return false;
        }
    }
}
