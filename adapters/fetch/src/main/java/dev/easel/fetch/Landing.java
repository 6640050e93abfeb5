package dev.easel.fetch;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/// Receives one answer: decides by its head whether its body is wanted at all, and writes that to
/// the file while counting.
///
/// An unwanted body is not read to its end, because it may have none: the subscription is
/// cancelled, which closes the connection.
final class Landing implements BodyHandler<Landing.Outcome>, BodySubscriber<Landing.Outcome> {

    private final Path file;
    private final long bytesMax;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private String declaredType = "";
    private @Nullable Reason unwanted;
    private @Nullable Subscription subscription;
    private @Nullable FileChannel channel;
    private volatile boolean begun;
    private boolean aborted;
    private long bytes;

    Landing(Path file, long bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
    }

    /// What became of the body.
    sealed interface Outcome {
        record Whole(long bytes, String declaredType) implements Outcome {}

        record Unwanted(Reason reason) implements Outcome {}
    }

    /// The head had come, so that an error means that the body broke off.
    boolean begun() {
        return begun;
    }

    @Override
    public BodySubscriber<Outcome> apply(ResponseInfo head) {
        begun = true;
        declaredType = head.headers().firstValue("Content-Type").orElse("");
        unwanted = objection(head.statusCode(), head.headers());
        return this;
    }

    @Override
    public CompletionStage<Outcome> getBody() {
        return outcome;
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (aborted) {
            subscription.cancel();
            return;
        }
        if (unwanted != null) {
            stop(unwanted);
            return;
        }
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
            subscription.request(Long.MAX_VALUE);
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (channel == null) {
            return;
        }
        bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > bytesMax) {
            stop(new Reason.TooLarge(bytesMax));
            return;
        }
        try {
            for (var buffer : buffers) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    @Override
    public synchronized void onError(Throwable error) {
        close();
        outcome.completeExceptionally(error);
    }

    @Override
    public synchronized void onComplete() {
        close();
        outcome.complete(new Outcome.Whole(bytes, declaredType));
    }

    /// Nothing is written from here on, however late something arrives.
    synchronized void abort() {
        aborted = true;
        if (subscription != null) {
            subscription.cancel();
        }
        close();
    }

    private @Nullable Reason objection(int status, HttpHeaders headers) {
        if (status / 100 != 2) {
            return new Reason.Refused(status);
        }
        for (var encoding : headers.allValues("Content-Encoding")) {
            if (!encoding.toLowerCase(Locale.ROOT).equals("identity")) {
                return new Reason.Encoded(encoding);
            }
        }
        var declared = headers.firstValueAsLong("Content-Length").orElse(0);
        return declared > bytesMax ? new Reason.TooLarge(bytesMax) : null;
    }

    private void stop(Reason reason) {
        Objects.requireNonNull(subscription).cancel();
        close();
        outcome.complete(new Outcome.Unwanted(reason));
    }

    /// The disk's fault is not the other side's.
    private void fail(IOException disk) {
        Objects.requireNonNull(subscription).cancel();
        close();
        outcome.completeExceptionally(new UncheckedIOException(disk));
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            outcome.completeExceptionally(new UncheckedIOException(e));
        } finally {
            channel = null;
        }
    }
}
