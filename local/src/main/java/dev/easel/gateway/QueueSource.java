package dev.easel.gateway;

import dev.easel.template.Trigger.Messages;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Lambda's event source of a queue: takes batches, hands them to the function, deletes what
/// succeeded. A message that failed comes back when its visibility ends, and goes to the dead
/// letters when it did so too often.
public final class QueueSource implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int WAIT_SECONDS = 10;

    private final SqsClient sqs;
    private final String queueUrl;
    private final Messages trigger;
    private final FunctionRuntime function;
    private final Semaphore free;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Thread poller;
    private volatile boolean open = true;

    public QueueSource(SqsClient sqs, String queueUrl, Messages trigger, FunctionRuntime function) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.trigger = trigger;
        this.function = function;
        this.free = new Semaphore(trigger.maximumConcurrency());
    }

    public void start() {
        poller = Thread.ofVirtual().name("source of " + function.function().id()).start(this::poll);
    }

    private void poll() {
        while (open) {
            try {
                free.acquire();
                var batch = receive();
                if (batch.isEmpty()) {
                    free.release();
                } else {
                    workers.execute(() -> work(batch));
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private List<Message> receive() throws InterruptedException {
        try {
            return sqs.receiveMessage(request ->
                            request.queueUrl(queueUrl)
                                    .maxNumberOfMessages(Math.min(10, trigger.batchSize()))
                                    .waitTimeSeconds(WAIT_SECONDS)
                                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                    .messageAttributeNames("All"))
                    .messages();
        } catch (SdkException _) {
            // The queue is gone or the poller was interrupted: the loop looks whether it is closed,
            // and does not spin.
            Thread.sleep(open ? PATIENCE : Duration.ZERO);
            return List.of();
        }
    }

    private void work(List<Message> batch) {
        try {
            var answer = function.invoke(QueueEvent.of(batch, trigger.queueArn()));
            delete(
                    batch,
                    trigger.partialFailures() ? QueueEvent.failures(answer, batch) : Set.of());
        } catch (InvocationFailed _) {
            // The runtime has logged it; nothing is deleted, so all of them come back.
        } finally {
            free.release();
        }
    }

    private void delete(List<Message> batch, Set<String> failed) {
        var done =
                batch.stream()
                        .filter(message -> !failed.contains(message.messageId()))
                        .map(message ->
                                DeleteMessageBatchRequestEntry.builder()
                                        .id(message.messageId())
                                        .receiptHandle(message.receiptHandle())
                                        .build())
                        .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(done));
        }
    }

    /// Takes no more batches and interrupts those that run: their messages would come back, if the
    /// queue outlived the stack.
    @Override
    public void close() {
        open = false;
        workers.shutdownNow();
        var thread = poller;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
