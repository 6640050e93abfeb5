package dev.easel.template;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// An SQS queue with the times and the redrive policy that decide who sees a message when.
public record Queue(
        String id,
        String name,
        Duration delay,
        Duration visibility,
        Duration retention,
        @Nullable Redrive redrive) {

    /// Where a message goes that was received `maxReceiveCount` times and never deleted.
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}

    public String arn() {
        return Names.arn("sqs", name);
    }
}
