package dev.easel.aws;

import java.time.Duration;

/// How long SQS can hold a message back: whole seconds, 900 at most.
final class SqsDelay {

    private static final int SECONDS_MAX = 900;

    private SqsDelay() {}

    /// Rounded up: a message that comes early finds its step not due and is a wasted call. Throws
    /// above the limit, for SQS would refuse the message.
    static int seconds(Duration delay) {
        long seconds = delay.plusMillis(999).toSeconds();
        if (seconds < 0 || seconds > SECONDS_MAX) {
            throw new IllegalArgumentException("a message can wait 0 to 900 seconds, not " + delay);
        }
        return (int) seconds;
    }
}
