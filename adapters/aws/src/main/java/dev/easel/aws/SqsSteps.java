package dev.easel.aws;

import dev.easel.door.StepMessages;
import dev.easel.generation.Step;
import dev.easel.generation.Steps;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.Duration;

/// The queue that drives generations, in SQS.
public final class SqsSteps implements Steps {

    private final SqsClient sqs;
    private final String queueUrl;

    public SqsSteps(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(Step step, Duration delay) {
        sqs.sendMessage(message ->
                message.queueUrl(queueUrl)
                        .delaySeconds(SqsDelay.seconds(delay))
                        .messageBody(StepMessages.write(step)));
    }
}
